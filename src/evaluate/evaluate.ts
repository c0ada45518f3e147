import type { Municipality } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { CostDrivers } from "../cost/saving.ts";
import type { Travel } from "../travel/travel.ts";
import { type Basis, type Ground, makeGround } from "./basis.ts";
import { completenessOf, requireOwnPlan } from "./completeness.ts";
import type { Completeness } from "../domain/completeness.ts";
import { type DistrictTally, tallyDistrict } from "./district-tally.ts";
import { type MeasureKey, measuresIn } from "./measures/table.ts";
import {
  addTallies,
  costDrivers,
  countTallies,
  knownDrivers,
  type PlanCounts,
  type PlanTotals,
} from "./plan-totals.ts";
import { viewPlan } from "./plan-view.ts";

/** A plan with everything that is measured of it. */
export interface Evaluation {
  readonly plan: Plan;
  /** Stands before any figure: those below are of the pupils who have a school. */
  readonly completeness: Completeness;
  readonly totals: PlanTotals;
  /** In the order of the plan's districts. */
  readonly districts: readonly DistrictTally[];
  /** By measure key; a measure with nothing to measure is absent. */
  readonly values: ReadonlyMap<MeasureKey, number>;
}

/** Prepares a case for measuring plans against `baseline`; throws `ForeignPlan` where that is a plan of another case. */
export function makeBasis(municipality: Municipality, travel: Travel, baseline: Plan, costs?: CostModel): Basis {
  requireOwnPlan({ municipality }, baseline);
  const ground = makeGround(municipality, travel, baseline, costs);
  const view = viewPlan(ground, baseline);
  const tallies = baseline.districts.map((district) => tallyDistrict(ground, view, district));
  return { ...ground, today: costDrivers(ground, tallies), completeness: completenessOf(ground, baseline) };
}

/**
 * Measures any plan: a drawn one, a council's, an optimised one, all by the same code, which knows no model and no solver.
 * O(pupils x sites of a district) and a sort of the ways to school. Throws `ForeignPlan` for a plan of another case.
 */
export function evaluatePlan(basis: Basis, plan: Plan): Evaluation {
  return evaluationOf(basis, plan, talliesOf(basis, plan));
}

/** What {@link evaluatePlan} counts, without the money: a third of its time. */
export const countPlan = (ground: Ground, plan: Plan): PlanCounts => countTallies(ground, talliesOf(ground, plan));

/** What the money of a plan follows from, undrawn; `undefined` where no money is known of it. */
export const driversOf = (basis: Basis, plan: Plan): CostDrivers | undefined =>
  knownDrivers(basis, talliesOf(basis, plan));

function talliesOf(ground: Ground, plan: Plan): readonly DistrictTally[] {
  requireOwnPlan(ground, plan);
  const view = viewPlan(ground, plan);
  return plan.districts.map((district) => tallyDistrict(ground, view, district));
}

/** What follows from the tallies of a plan's districts. */
export function evaluationOf(basis: Basis, plan: Plan, districts: readonly DistrictTally[]): Evaluation {
  const totals = addTallies(basis, districts);
  return { plan, completeness: completenessOf(basis, plan), totals, districts, values: measureValues(totals) };
}

function measureValues(totals: PlanTotals): Map<MeasureKey, number> {
  const values = new Map<MeasureKey, number>();
  for (const { key, compute } of measuresIn(totals.grades)) {
    const value = compute(totals);
    if (value !== undefined) values.set(key, value);
  }
  return values;
}

/** What a plan means for one unit in one band. Metres are means over the unit's pupils; absent where there is no way. */
export interface UnitEffect {
  readonly unit: number;
  readonly band: number;
  readonly pupils: number;
  readonly siteBefore?: number;
  readonly siteAfter?: number;
  readonly metresBefore?: number;
  readonly metresAfter?: number;
}

/** Old and new site and distance for every (unit, band) in which pupils live. */
export function unitEffects(basis: Basis, plan: Plan): readonly UnitEffect[] {
  const { unitWalk, siteCount } = basis.travel;
  const side = (site: number, unit: number) => ({
    site: site === NO_SITE ? undefined : site,
    metres: site === NO_SITE ? Infinity : unitWalk[unit * siteCount + site],
  });
  const effects: UnitEffect[] = [];
  basis.unitBand.forEach((pupils, pair) => {
    if (pupils === 0) return;
    const unit = Math.floor(pair / plan.grades.bandCount);
    const before = side(basis.baseline.assignment[pair], unit);
    const after = side(plan.assignment[pair], unit);
    effects.push({
      unit,
      band: pair % plan.grades.bandCount,
      pupils,
      ...(before.site !== undefined && { siteBefore: before.site }),
      ...(after.site !== undefined && { siteAfter: after.site }),
      ...(Number.isFinite(before.metres) && { metresBefore: before.metres }),
      ...(Number.isFinite(after.metres) && { metresAfter: after.metres }),
    });
  });
  return effects;
}
