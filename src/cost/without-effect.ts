import { byKey } from "../domain/by-key.ts";
import { type Currency, moneyOf } from "../domain/currency.ts";
import type { SiteCostItem } from "../domain/cost-items.ts";
import { filled, inMoney, type Said, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import { COST_PARAMETER_KEYS, type CostModel, type CostParameterKey } from "./parameters/table.ts";
import { PLAIN_SOURCES, PLAIN_WORDS, WITHOUT_EFFECT } from "./without-effect-text.ts";

type WhyNone = Partial<Record<CostParameterKey, Text>>;
type Known = Pick<Municipality, "grades" | "sites" | "ownCosts" | "units" | "info">;

/** Parameters that move no plan's money in a case, whatever is proposed for its schools, each with why. */
const withoutEffect = (known: Known): WhyNone => ({
  ...buildingsWithoutEffect(known),
  ...(!known.units.ferries && { ferry: WITHOUT_EFFECT.noFerry }),
});

/** Area and its price stand in where a school's own figures are not given. */
function buildingsWithoutEffect({ sites, ownCosts }: Known): WhyNone {
  const haveAll = (...items: readonly SiteCostItem[]): boolean => {
    const stated = ownCosts?.sites.filter(({ item }) => items.includes(item)).map(({ site }) => site);
    return new Set(stated).size === sites.length;
  };
  const area = haveAll("buildings")
    ? WITHOUT_EFFECT.accounts
    : haveAll("buildings", "area")
      ? WITHOUT_EFFECT.areas
      : undefined;
  if (!area) return {};
  const isPriced = area === WITHOUT_EFFECT.areas;
  return { areaPerPupil: area, areaPerPupilSmall: area, ...(!isPriced && { buildingOperation: area }) };
}

const marked = new WeakMap<CostModel, Map<string, CostModel>>();

/** The same model with what says so of those without effect in the case; the same object for alike cases, so that it is drawn from once. */
export function markedFor(costs: CostModel, municipality: Known): CostModel {
  const why = withoutEffect(municipality);
  const isPlain = municipality.grades.law.kind === "plain";
  const abroad = isPlain ? abroadIn(municipality) : new Set<CostParameterKey>();
  if (!isPlain && COST_PARAMETER_KEYS.every((key) => costs[key].withoutEffect === why[key])) return costs;
  const known = marked.get(costs) ?? new Map<string, CostModel>();
  marked.set(costs, known);
  const currency = moneyOf(municipality.info);
  const alike = [COST_PARAMETER_KEYS.filter((key) => why[key]), [...abroad], isPlain, currency.code].join(" ");
  const made =
    known.get(alike) ??
    byKey(COST_PARAMETER_KEYS, (key) => {
      const { withoutEffect: _, references, evidence, ...rest } = costs[key];
      // What sources say of a figure that nobody has set is of no use where they do not hold.
      const isOfUse = !isPlain || rest.high > 0;
      const parameter = {
        ...rest,
        ...(isOfUse && references && { references }),
        ...(isOfUse && evidence && { evidence }),
      };
      return {
        ...parameter,
        ...(isPlain && plainWords(key, currency)),
        ...(abroad.has(key) && parameter.high > 0 && asAssumed(key, parameter.source)),
        ...(why[key] && { withoutEffect: why[key] }),
      };
    });
  known.set(alike, made);
  return made;
}

/** Prices and shares that a case outside Denmark's law does not state itself. */
const abroadIn = ({ ownCosts }: Known): ReadonlySet<CostParameterKey> => {
  const own = new Set<string>(ownCosts?.parameters.map(({ item }) => item));
  return new Set(COST_PARAMETER_KEYS.filter((key) => !own.has(key)));
};

/** What a parameter is called, and its unit in the case's money. */
function plainWords(key: CostParameterKey, currency: Currency): { readonly name?: Text; readonly unit?: Text } {
  const { unit, ...name } = PLAIN_WORDS[key] ?? {};
  return { ...name, ...(unit && { unit: inMoney(unit, currency) }) };
}

/** Where a Danish figure comes from that no Danish law holds beside: it is an assumption, and said to be; what names a paragraph is said without. */
const asAssumed = (key: CostParameterKey, source: Said): { readonly source: Text } => ({
  source: filled(WITHOUT_EFFECT.danishFigure, { source: PLAIN_SOURCES[key] ?? source }),
});
