import type { SavingPromise, PromisedState } from "../domain/cost-items.ts";
import type { Said, Text } from "../domain/language.ts";
import { BAND_COUNT, BANDS, GRADE_COUNT, hasBand, NO_BANDS, parseGradeRange } from "../domain/grades.ts";
import { districtOfSite, type Plan } from "../domain/plan.ts";
import { costModel } from "../cost/cost-model.ts";
import { drawnSaving, rangeOf } from "../cost/drawn-saving.ts";
import { classesAt } from "../cost/state-cost.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { Range } from "../cost/range.ts";
import { costDraws } from "../cost/uncertainty.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluatePlan, makeBasis } from "../evaluate/evaluate.ts";
import { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";
import { siteClasses } from "../evaluate/site-classes.ts";

/** What the cost model says of a case of which somebody else has said something. */
export interface KnownCase {
  readonly name: Text;
  /** What was said: of money before the decision, in kroner a year, below zero where it was to cost; of classes what was counted. */
  readonly said: number;
  readonly model: Range;
  readonly unit: "kroner" | "pupils-per-class";
  readonly source: Said;
  readonly reading: Text;
}

/**
 * The promises that the case knows of, each run through the code that measures plans, and the national class quotients. Promises are put
 * beside what is planned, for they were made before anything had come of it: nothing is taken off for what usually comes.
 */
export const knownCases = (basis: Basis, plans: readonly Plan[]): readonly KnownCase[] => [
  ...(basis.municipality.info.promises ?? []).flatMap((promise) => promised(basis, plans, promise)),
  ...CLASS_QUOTIENTS.map((row) => classQuotient(basis, row)),
];

/** A case that names a plan or a site which it does not have is refused at import, so each promise has its two states. */
function promised(
  { municipality, travel }: Basis,
  plans: readonly Plan[],
  { name, kroner, priceYear, counts, from, to, source, reading }: SavingPromise,
): readonly KnownCase[] {
  const costs = allComes(costModel(priceYear, municipality.ownCosts?.parameters));
  const stateOf = (state: PromisedState): Plan | undefined => planOf({ municipality, travel }, plans, state);
  const [before, after] = [stateOf(from), stateOf(to)];
  if (!before || !after) return [];
  const basis = makeBasis(municipality, travel, before, costs);
  const { money } = evaluatePlan(basis, after).totals;
  if (!money) return [];
  const { all, of } = pupilNumbersOf(basis);
  const draws = costDraws(costs, all);
  const model = rangeOf(drawnSaving(money.drivers, basis.today, counts, draws, of(money.drivers.movedFrom)).total);
  return [{ name, said: kroner, model, unit: "kroner", source, reading }];
}

const allComes = (costs: CostModel): CostModel => ({
  ...costs,
  realisation: { ...costs.realisation, low: 1, mid: 1, high: 1 },
});

type Place = Pick<Basis, "municipality" | "travel">;

/** The plan of a state: sites opened again take the pupils who live nearest, sites closed leave theirs to the nearest of their district. */
function planOf(
  place: Place,
  plans: readonly Plan[],
  { plan: id, open = [], close = [] }: PromisedState,
): Plan | undefined {
  const found = plans.find((plan) => plan.id === id);
  if (!found) return undefined;
  const opened = open.reduce((plan, site) => withOpened(place, plan, site), found);
  return close.reduce((plan, site) => withClosed(place, plan, site), opened);
}

const siteNumber = ({ municipality }: Place, id: string): number =>
  municipality.sites.findIndex((site) => site.id === id);

/** The site teaches the pupils nearest to it, unit by unit until there are as many as said. */
function withOpened(
  place: Place,
  plan: Plan,
  { site: id, grades, pupils: wanted }: NonNullable<PromisedState["open"]>[number],
): Plan {
  const { municipality, travel } = place;
  const site = siteNumber(place, id);
  const taught = parseGradeRange(grades) ?? NO_BANDS;
  const teaching = plan.teaching.with(site, taught);
  const assignment = plan.assignment.slice();
  const { unitBand } = makeBasis(municipality, travel, plan);
  const bands = BANDS.filter(({ band }) => hasBand(taught, band));
  const near = Array.from({ length: municipality.units.count }, (_, unit) => unit).toSorted(
    (a, b) => travel.unitWalk[a * travel.siteCount + site] - travel.unitWalk[b * travel.siteCount + site] || a - b,
  );
  let taken = 0;
  for (const unit of near) {
    if (taken >= wanted) break;
    for (const { band } of bands) {
      taken += unitBand[unit * BAND_COUNT + band];
      assignment[unit * BAND_COUNT + band] = site;
    }
  }
  return { ...plan, teaching, assignment, districts: withMember(plan, site, near[0]) };
}

/** The site belongs to the district that its own ground belongs to. */
function withMember(plan: Plan, site: number, unit: number): Plan["districts"] {
  const districtOf = districtOfSite(plan);
  const home = districtOf[plan.assignment[unit * BAND_COUNT]];
  return plan.districts.map((district, number) => ({
    ...district,
    sites:
      number === home
        ? [...new Set([...district.sites, site])].toSorted((a, b) => a - b)
        : district.sites.filter((other) => other !== site),
  }));
}

function withClosed(place: Place, plan: Plan, id: string): Plan {
  const { travel } = place;
  const site = siteNumber(place, id);
  const teaching = plan.teaching.with(site, NO_BANDS);
  const district = plan.districts.find(({ sites }) => sites.includes(site));
  const assignment = plan.assignment.map((to, pair) => {
    if (to !== site) return to;
    const [unit, band] = [Math.floor(pair / BAND_COUNT), pair % BAND_COUNT];
    const teaches = (other: number): boolean => hasBand(teaching[other], BANDS[band].band);
    const own = (district?.sites ?? []).filter(teaches);
    const among = own.length > 0 ? own : teaching.flatMap((_, other) => (teaches(other) ? [other] : []));
    const way = (other: number): number => travel.unitWalk[unit * travel.siteCount + other];
    return among.reduce((best, other) => (way(other) < way(best) ? other : best), among[0] ?? to);
  });
  return { ...plan, teaching, assignment };
}

/**
 * Pupils per class in Danish municipal school units by size: the middle of each size class, grades taken as usual at that size, measured
 * quotient. KORA/VIVE, table of school units, national figures of 2014.
 */
const CLASS_QUOTIENTS: readonly QuotientRow[] = [
  { size: "<100", pupils: 75, grades: 7, quotient: 13.9 },
  { size: "100-199", pupils: 150, grades: 7, quotient: 17.8 },
  { size: "200-299", pupils: 250, grades: 10, quotient: 19.7 },
  { size: "300-399", pupils: 350, grades: 10, quotient: 19.7 },
  { size: "400-599", pupils: 500, grades: 10, quotient: 21.2 },
  { size: "600-799", pupils: 700, grades: 10, quotient: 22.2 },
  { size: "800+", pupils: 900, grades: 10, quotient: 22.9 },
];

interface QuotientRow {
  readonly size: string;
  readonly pupils: number;
  readonly grades: number;
  readonly quotient: number;
}

/** The year of the table: before smaller classes for the youngest. */
const QUOTIENT_YEAR = 2014;

function classQuotient(
  { costs: { jointTeaching } }: Basis,
  { size, pupils, grades, quotient }: QuotientRow,
): KnownCase {
  const byGrade = new Uint32Array(GRADE_COUNT);
  for (let grade = 0; grade < grades; grade++)
    byGrade[grade] = Math.round(((grade + 1) * pupils) / grades) - Math.round((grade * pupils) / grades);
  const classes = siteClasses(byGrade, QUOTIENT_YEAR);
  const at = (share: number): number => pupils / classesAt(classes, share);
  return {
    name: { da: `Elever pr. klasse, skoler med ${size} elever`, en: `Pupils per class, schools of ${size} pupils` },
    said: quotient,
    model: { low: at(jointTeaching.low), mid: at(jointTeaching.mid), high: at(jointTeaching.high) },
    unit: "pupils-per-class",
    source: {
      da: "KORA/VIVE: folkeskoler efter størrelse, landstal 2014",
      en: "KORA/VIVE: municipal schools by size, national figures of 2014",
    },
    reading: {
      da: "Ventede klasser efter § 17, når årgangene svinger, og små skoler læser årgange sammen. De mindste skolers tal er brugt til at vælge, hvor meget.",
      en: "Classes to be expected by section 17 where cohorts vary and small schools teach grades together. The smallest schools' figures were used to choose how far.",
    },
  };
}
