import { COST_ITEMS, type OwnParameter } from "../domain/cost-items.ts";
import type { Checked } from "../domain/issue.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Basis } from "../evaluate/basis.ts";
import { makeBasis } from "../evaluate/evaluate.ts";
import { makeForecaster } from "../forecast/forecast.ts";
import type { ImportedCase } from "../import/import-case.ts";
import { normalDraws, seededDraws } from "../kernels/uncertainty/generator.ts";
import { type OpenCase, openImported } from "../open-case.ts";
import type { Circumstances } from "../protocol/sweep-file.ts";
import { withSitesClosed } from "../travel/plans.ts";
import { pupilsAtHomes } from "./pupils.ts";

/** A case as its files have it: imported, and opened. */
export interface CaseAsItIs {
  readonly imported: ImportedCase;
  readonly opened: OpenCase;
}

/**
 * The case as it would be opened had its files said what the circumstances say: other pupils and prices first, then distances, plans and today anew,
 * at last the schools that are closed in any case, so that all is measured against today without them.
 */
export function caseUnder({ imported, opened }: CaseAsItIs, circumstances: Circumstances): Checked<OpenCase> {
  const { seed, growth, forecast, prices = {}, closed = [] } = circumstances;
  const hasOtherPupils = seed !== undefined || growth !== undefined || forecast !== undefined;
  const isAsItIs = !hasOtherPupils && Object.keys(prices).length === 0;
  const changed = isAsItIs
    ? { value: opened, issues: [] }
    : openImported({
        ...imported,
        municipality: {
          ...imported.municipality,
          ...(hasOtherPupils && otherPupils(opened.basis, circumstances)),
          ...otherPrices(imported.municipality, opened.basis, prices),
        },
      });
  if (!changed.value || closed.length === 0) return changed;
  return { ...changed, value: withoutSchools(changed.value, closed) };
}

/** The pupils of a forecast's year or today's, as many more, at their homes or at drawn ones. */
function otherPupils(basis: Basis, { seed, growth = 0, forecast }: Circumstances): Partial<Municipality> {
  const { demand, info } = basis.municipality;
  const expected = forecast === undefined ? Float64Array.from(basis.unitGrade) : expectedIn(basis, forecast, seed);
  const pupils = pupilsAtHomes(
    basis,
    expected.map((each) => each * (1 + growth)),
    seed,
  );
  return {
    demand: { ...demand, pupils },
    info: { ...info, schoolYear: info.schoolYear + (forecast?.years ?? 0) },
  };
}

function expectedIn(
  basis: Basis,
  { years, scenario }: NonNullable<Circumstances["forecast"]>,
  seed: number | undefined,
): Float64Array {
  const forecaster = makeForecaster(basis, years);
  if (scenario !== "drawn") return forecaster.inScenario(scenario).demand[years];
  const uniform = seededDraws(seed ?? 0);
  return forecaster.draw(uniform, normalDraws(uniform)).demand[years];
}

/** Figures that are multiplied, in place of the case's own or the model's; accounts of single schools go along with what they are accounts of. */
function otherPrices(
  { ownCosts, info }: Municipality,
  { costs }: Basis,
  prices: NonNullable<Circumstances["prices"]>,
): Pick<Municipality, "ownCosts"> {
  const changed = COST_ITEMS.flatMap((item): OwnParameter[] => {
    const factor = prices[item];
    if (factor === undefined) return [];
    const { low, mid, high, confidence } = costs[item];
    const [least, middle, most] = [low, mid, high].map((value) => value * factor);
    return [
      { item, low: least, mid: middle, high: most, priceYear: info.priceYear, source: `× ${factor}`, confidence },
    ];
  });
  if (changed.length === 0) return {};
  const { parameters = [], sites = [] } = ownCosts ?? {};
  const factors = { class: prices.class ?? 1, buildings: prices.buildingOperation ?? 1, area: 1 };
  return {
    ownCosts: {
      parameters: [...parameters.filter(({ item }) => !changed.some((each) => each.item === item)), ...changed],
      sites: sites.map((account) => ({ ...account, amount: account.amount * factors[account.item] })),
    },
  };
}

function withoutSchools({ basis, plans, ...opened }: OpenCase, closed: readonly string[]): OpenCase {
  const { municipality, travel, baseline } = basis;
  const numbers = new Set(municipality.sites.flatMap(({ id }, site) => (closed.includes(id) ? [site] : [])));
  const today = withSitesClosed(municipality, travel, baseline, numbers);
  return {
    ...opened,
    basis: makeBasis(municipality, travel, today, basis.costs),
    plans: plans.map((plan) => (plan === baseline ? today : plan)),
  };
}
