import { counted, numeral } from "../../domain/counted.ts";
import { filled, type Text } from "../../domain/language.ts";
import type { Conflict, Relaxation } from "../../domain/outcome.ts";
import type { RedrawQuestion, RedrawRule } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { toldCount } from "../../evaluate/told-count.ts";
import { unitFinder } from "../../geo/unit-at.ts";
import { smallestConflict } from "../deletion-filter.ts";
import { gapOf, PROVEN } from "../steps.ts";
import { attemptRedraw } from "./attempt.ts";
import { balancedPupils, redrawArrays, limitsOf } from "./arrays.ts";
import { redrawRuleText } from "../../protocol/question-rules.ts";
import { bandInWords } from "../../protocol/rules/redraw.ts";
import { sum } from "../../kernels/sum.ts";
import { CONFLICT_TEXT } from "./conflict-text.ts";

/** How often a search may ask whether to stop while a rule is tested; undecided rules stay named. */
const PATIENCE = 3000;

interface SwitchedRule {
  readonly kind: "balance" | "sites" | "seats" | "rule";
  /** Which of the question's rules, where it is one of them. */
  readonly rule?: number;
  readonly text: Text;
  readonly without: (question: RedrawQuestion) => RedrawQuestion;
}

/**
 * Why districts cannot be drawn: a smallest set of rules that collide, what leaving out each of them would give, and the units and seats that make it plain.
 */
export async function explainRedraw(basis: Basis, question: RedrawQuestion): Promise<Conflict> {
  const all = redrawRules(basis, question);
  const without = (left: readonly SwitchedRule[]) => all.filter((rule) => !left.includes(rule));
  const short = shortOfSites(basis, question) ? all.filter(({ kind }) => kind === "sites") : undefined;
  const rules =
    short ??
    (await smallestConflict(
      all,
      async (left) => valueWithout(basis, question, without(left)).outcome !== "infeasible",
    ));
  // So many districts may take minutes to draw; that they collide with the sites is plain by counting.
  const relaxing = rules.map((rule) => ({
    rule: rule.text,
    ...(short ? UNTRIED : valueWithout(basis, question, [rule])),
  }));
  const count = filled(question.districts === 1 ? CONFLICT_TEXT.oneDistrict : CONFLICT_TEXT.districts, {
    districts: numeral(question.districts),
  });
  return { rules: [count, ...rules.map(({ text }) => text)], details: detailsOf(basis, question, rules), relaxing };
}

const UNTRIED = { outcome: "unknown", values: [] } as const;

/** In how many units open sites stand, where every district has to have one. */
const unitsWithSite = (basis: Basis, question: RedrawQuestion): number =>
  sum(redrawArrays(basis, question).problem.anchor ?? []);

const shortOfSites = (basis: Basis, question: RedrawQuestion): boolean =>
  question.sites === "in-every-district" && unitsWithSite(basis, question) < question.districts;

/** The requirements of a question that can be let go of, in words. */
export function redrawRules(basis: Basis, question: RedrawQuestion): readonly SwitchedRule[] {
  const { least, most } = limitsOf(sum(balancedPupils(basis, question)), question);
  const column = bandInWords(basis.municipality.grades.bands, question.balance);
  const names = (question.seats ?? []).map((site) => basis.municipality.sites[site].name).join(", ");
  const balance: SwitchedRule = {
    kind: "balance",
    text: filled(CONFLICT_TEXT.sizeOfDistricts, {
      least: numeral(least),
      pupils: counted(most, "pupils"),
      column,
    }),
    without: (asked) => ({ ...asked, tolerance: asked.districts }),
  };
  const sites: SwitchedRule = {
    kind: "sites",
    text: CONFLICT_TEXT.schoolInEachDistrict,
    without: (asked) => ({ ...asked, sites: "ignored" }),
  };
  const seats: SwitchedRule = {
    kind: "seats",
    text:
      (question.seats?.length ?? 0) < question.districts
        ? filled(CONFLICT_TEXT.seatsWanted, { names })
        : filled(CONFLICT_TEXT.seatsOnly, { names }),
    without: (asked) => {
      const { seats: _, ...others } = asked;
      return others;
    },
  };
  return [
    balance,
    ...(question.sites === "in-every-district" ? [sites] : []),
    ...(question.seats ? [seats] : []),
    ...writtenRules(basis, question),
  ];
}

/** Each rule by itself, but all locks to one site together: there may be thousands. */
function writtenRules(basis: Basis, { rules = [], balance }: RedrawQuestion): readonly SwitchedRule[] {
  const { grades, sites, units } = basis.municipality;
  const named = {
    bands: grades.bands,
    sites,
    units,
    districts: basis.baseline.districts.map(({ name }) => name),
    balance,
  };
  const locks = new Map<number, RedrawRule[]>();
  for (const rule of rules) {
    if (rule.kind !== "lock") continue;
    const known = locks.get(rule.site);
    if (known) known.push(rule);
    else locks.set(rule.site, [rule]);
  }
  return rules.flatMap((rule, number): SwitchedRule[] => {
    const own = rule.kind === "lock" ? (locks.get(rule.site) ?? []) : [rule];
    if (own[0] !== rule) return [];
    const text =
      rule.kind === "lock" && own.length > 1 ? lockedText(basis, rule.site, own.length) : redrawRuleText(rule, named);
    const gone = new Set(own);
    const without = (asked: RedrawQuestion): RedrawQuestion => ({
      ...asked,
      rules: (asked.rules ?? []).filter((other) => !gone.has(other)),
    });
    return [{ kind: "rule", rule: number, text, without }];
  });
}

function lockedText({ municipality }: Basis, site: number, locks: number): Text {
  const { name } = municipality.sites[site];
  return filled(CONFLICT_TEXT.lockedTogether, { name, locks: numeral(locks) });
}

/** The best map with some rules left out, as far as patience goes. */
function valueWithout(
  basis: Basis,
  question: RedrawQuestion,
  rules: readonly SwitchedRule[],
): Pick<Relaxation, "outcome" | "values"> {
  const asked = rules.reduce((left, rule) => rule.without(left), question);
  let patience = PATIENCE;
  const { found, bound } = attemptRedraw(basis, asked, () => --patience < 0);
  if (found) return { outcome: gapOf(found.cost, bound) <= PROVEN ? "optimal" : "stopped", values: [found.cost] };
  return { outcome: bound === Infinity ? "infeasible" : "unknown", values: [] };
}

/** In figures what makes the colliding rules plain: too few units or sites, units larger than a district may be, seats that cannot have one each. */
function detailsOf(basis: Basis, question: RedrawQuestion, rules: readonly SwitchedRule[]): readonly Text[] {
  const isNamed = (kind: SwitchedRule["kind"]) => rules.some((rule) => rule.kind === kind);
  return [
    ...tooFew(basis, question, isNamed("sites")),
    ...(isNamed("balance") ? tooLarge(basis, question) : []),
    ...(isNamed("seats") ? seatsAmiss(basis, question) : []),
  ];
}

function tooFew(basis: Basis, question: RedrawQuestion, needSites: boolean): readonly Text[] {
  const { municipality, baseline } = basis;
  const { districts } = question;
  const units = municipality.units.id.length;
  const sites = baseline.teaching.filter((teaches) => teaches !== 0).length;
  if (units < districts)
    return [filled(units === 1 ? CONFLICT_TEXT.oneUnit : CONFLICT_TEXT.fewUnits, { units: counted(units, "units") })];
  if (needSites && sites < districts)
    return [filled(sites === 1 ? CONFLICT_TEXT.oneOpen : CONFLICT_TEXT.fewOpen, { sites: counted(sites, "sites") })];
  const apart = unitsWithSite(basis, question);
  if (needSites && apart < districts) return [filled(CONFLICT_TEXT.schoolUnitsFew, { units: counted(apart, "units") })];
  return [];
}

/** Units with more pupils than a district may have. */
function tooLarge(basis: Basis, question: RedrawQuestion): readonly Text[] {
  const demand = balancedPupils(basis, question);
  const { most } = limitsOf(sum(demand), question);
  const { units } = basis.municipality;
  const large = [...demand.keys()].filter((unit) => demand[unit] > most);
  const column = bandInWords(basis.municipality.grades.bands, question.balance);
  return large.map((unit) =>
    filled(CONFLICT_TEXT.unitTooLarge, {
      unit: units.id[unit],
      pupils: toldCount(basis.municipality, demand[unit], "pupils"),
      column,
      most: numeral(most),
    }),
  );
}

/** Seats of which too few can have a district each. */
function seatsAmiss(basis: Basis, question: RedrawQuestion): readonly Text[] {
  const { seats, districts } = question;
  if (!seats) return [];
  const details: Text[] = [];
  const unitAt = unitFinder(basis.municipality.units);
  const standing = new Set(seats.flatMap((site) => unitAt(basis.municipality.sites[site]) ?? [])).size;
  if (standing < Math.min(seats.length, districts))
    details.push(filled(CONFLICT_TEXT.schoolsShareUnit, { value: seats.length - standing }));
  return details;
}
