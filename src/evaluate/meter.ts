import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "./basis.ts";
import { requireOwnPlan } from "./completeness.ts";
import { type DistrictTally, tallyDistrict } from "./district-tally.ts";
import { type Evaluation, evaluatePlan, evaluationOf } from "./evaluate.ts";
import { type PlanView, viewPlan } from "./plan-view.ts";
import { tallyWays } from "./ways.ts";

/** Measures plans that come after each other, as a hand draws them: exactly what {@link evaluatePlan} says of each. */
export type Meter = (basis: Basis, plan: Plan) => Evaluation;

/**
 * A meter that keeps the tallies of the plan before, and counts again only those of districts in which something is another:
 * a stroke between two of eight districts costs a quarter. What differs is read off the plans themselves, so that an edit, its
 * undoing and a jump to any other plan are all alike. To the bit: all that is added up over districts is whole numbers, or
 * added in the same order.
 */
export function openMeter(): Meter {
  let last: Measured | undefined;
  return (basis, plan) => {
    const evaluation =
      last && isSameGround(last.basis, basis) ? evaluateAfter(last, basis, plan) : evaluatePlan(basis, plan);
    last = { basis, evaluation };
    return evaluation;
  };
}

interface Measured {
  readonly basis: Basis;
  readonly evaluation: Evaluation;
}

/** Whether a tally on one is a tally on the other, but for the places at sites; no tally knows a price. */
function isSameGround(one: Basis, other: Basis): boolean {
  const [a, b] = [one.municipality, other.municipality];
  return (
    GROUND.every((part) => one[part] === other[part]) &&
    a.info === b.info &&
    a.units === b.units &&
    a.demand === b.demand
  );
}

const GROUND = [
  "travel",
  "baseline",
  "accounts",
  "lands",
  "buildings",
  "pointBand",
  "unitGrade",
  "unitBand",
  "landmass",
] as const;

function evaluateAfter(before: Measured, basis: Basis, plan: Plan): Evaluation {
  requireOwnPlan(basis, plan);
  const was = before.evaluation.plan;
  const touched = touchedSites(before, basis, plan);
  const known = new Map(before.evaluation.districts.map((tally) => [tally.district.sites.join(), tally]));
  const kept = plan.districts.map(({ sites }) =>
    sites.some((site) => touched[site] === 1) ? undefined : known.get(sites.join()),
  );
  // What a site anywhere teaches decides which one is nearest, and whose school is closed.
  const ways = plan.teaching.every((taught, site) => taught === was.teaching[site]) ? "kept" : "again";
  const view = lazily(() => viewPlan(basis, plan, ways === "kept" ? { among: pairsOf(plan, kept) } : {}));
  const districts = plan.districts.map((district, i): DistrictTally => {
    const tally = kept[i];
    if (!tally) return tallyDistrict(basis, view(), district);
    if (ways === "again") return { ...tally, ...tallyWays(basis, view(), district), district };
    return tally.district === district ? tally : { ...tally, district };
  });
  return evaluationOf(basis, plan, districts);
}

/** Marks the sites of whose tally something is another: who goes there, who goes on from there, what they teach or hold; `[site]`. */
function touchedSites({ basis: ground, evaluation: { plan: was } }: Measured, basis: Basis, plan: Plan): Uint8Array {
  const touched = new Uint8Array(plan.teaching.length);
  const touch = (site: number): void => {
    if (site !== NO_SITE) touched[site] = 1;
  };
  const [from, to] = [was.assignment, plan.assignment];
  for (let pair = 0; pair < to.length; pair++) {
    if (from[pair] === to[pair]) continue;
    touch(from[pair]);
    touch(to[pair]);
    // Where the unit's younger pupils go feeds another site now.
    if (pair % was.grades.bandCount > 0) touch(to[pair - 1]);
  }
  basis.municipality.sites.forEach(({ capacity }, site) => {
    const before = ground.municipality.sites[site].capacity;
    const isKept = plan.teaching[site] === was.teaching[site];
    if (!isKept || capacity.some((places, band) => places !== before[band])) touch(site);
  });
  return touched;
}

/** The (unit, band) pairs of the districts without a tally. */
function pairsOf({ assignment, districts }: Plan, tallies: readonly (DistrictTally | undefined)[]): Uint32Array {
  const wanted = new Set(districts.flatMap(({ sites }, i) => (tallies[i] ? [] : sites)));
  const pairs = new Uint32Array(assignment.length);
  let count = 0;
  for (let pair = 0; pair < assignment.length; pair++) if (wanted.has(assignment[pair])) pairs[count++] = pair;
  return pairs.subarray(0, count);
}

function lazily(make: () => PlanView): () => PlanView {
  let made: PlanView | undefined;
  return () => (made ??= make());
}
