import { byKey } from "../domain/by-key.ts";
import { COST_CATEGORIES, type CostCategory } from "./parameter.ts";
import type { CostModel, CostParameterKey, CostValues } from "./parameters/table.ts";
import { COST_PARAMETER_KEYS } from "./parameters/table.ts";
import type { Range } from "./range.ts";

/** What a plan needs, or today's plan: the numbers that cost money. */
export interface CostDrivers {
  readonly districts: number;
  readonly openSites: number;
  /** Classes at sites without a price of their own. */
  readonly classes: number;
  readonly transportRights: number;
  /** Pupils that the buildings of the open sites hold, at sites without accounts of their own. */
  readonly housed: number;
  /** What sites with accounts of their own cost, kroner a year: teaching by their own price of a class, and buildings. */
  readonly own: { readonly classes: number; readonly buildings: number };
  /** What a proposal itself takes for granted that it costs, kroner a year and once; absent where it assumes no cost. */
  readonly assumed?: AssumedSums;
  /** Against the baseline: pupils whose site is another, and those whose site closes. */
  readonly moved: number;
  readonly siteClosed: number;
  /** Of the others, those whose way grows by more than `i * LONGER_STEP` km, `[i]`. */
  readonly longerBy: ArrayLike<number>;
}

export interface AssumedSums {
  readonly yearly: number;
  readonly once: number;
}

/** Kilometres between the entries of {@link CostDrivers.longerBy}, and how many there are. */
export const LONGER_STEP = 0.5;
export const LONGER_STEPS = 21;

export type Saving = Readonly<Record<CostCategory, Range>>;
/** The categories that come every year; one-off costs stand beside them. */
export const SAVING_CATEGORIES = ["leadership", "classes", "buildings", "transport", "private", "assumed"] as const;
export type SavingCategory = (typeof SAVING_CATEGORIES)[number];

/** One category's arithmetic: which parameters it rests on, and what it comes to at one value of each. */
interface CategoryRule {
  readonly rests: readonly CostParameterKey[];
  readonly compute: (plan: CostDrivers, baseline: CostDrivers, at: CostValues) => number;
}

/** Planned savings come only in part; extra costs come in full. */
const planned = (saved: number, share: number): number => (saved > 0 ? saved * share : saved);

export const CATEGORY_RULES: Readonly<Record<CostCategory, CategoryRule>> = {
  leadership: {
    rests: ["districtMerger", "extraSchool", "siteLeader", "realisation"],
    compute: (plan, baseline, at) => {
      const fewer = baseline.districts - plan.districts;
      const merged = fewer * (fewer > 0 ? at.districtMerger : at.extraSchool);
      return (
        planned(merged, at.realisation) + planned((baseline.openSites - plan.openSites) * at.siteLeader, at.realisation)
      );
    },
  },
  classes: {
    rests: ["class", "realisation"],
    compute: (plan, baseline, at) =>
      planned((baseline.classes - plan.classes) * at.class + baseline.own.classes - plan.own.classes, at.realisation),
  },
  buildings: {
    rests: ["areaPerPupil", "buildingOperation", "realisation"],
    compute: (plan, baseline, at) => {
      const area = (baseline.housed - plan.housed) * at.areaPerPupil;
      return planned(area * at.buildingOperation + baseline.own.buildings - plan.own.buildings, at.realisation);
    },
  },
  transport: {
    rests: ["travelCard"],
    compute: (plan, baseline, at) => (baseline.transportRights - plan.transportRights) * at.travelCard,
  },
  private: {
    rests: ["leaveWhenClosed", "leaveWhenFarther", "fartherBy", "privateContribution", "operatingCost", "relief"],
    compute: (plan, _, at) => 0 - leavers(plan, at) * (at.privateContribution - at.relief * at.operatingCost),
  },
  assumed: {
    rests: [],
    compute: (plan, baseline) => (baseline.assumed?.yearly ?? 0) - (plan.assumed?.yearly ?? 0),
  },
  "one-off": {
    rests: ["moving"],
    compute: (plan, _, at) => 0 - plan.moved * at.moving - (plan.assumed?.once ?? 0),
  },
};

/** Pupils expected to choose a private school because of the plan. */
export const leavers = (plan: CostDrivers, at: CostValues): number =>
  plan.siteClosed * at.leaveWhenClosed + longerBy(plan, at.fartherBy) * at.leaveWhenFarther;

/** Pupils whose way grows by more than so many kilometres; between two steps of the table in proportion. */
function longerBy({ longerBy: table }: CostDrivers, kilometres: number): number {
  const at = Math.min(Math.max(kilometres / LONGER_STEP, 0), LONGER_STEPS - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, LONGER_STEPS - 1);
  return table[below] + (at - below) * (table[above] - table[below]);
}

/** What a plan saves against the baseline at one value of every parameter, kroner; one-off costs once, the rest a year. */
export const savingAt = (plan: CostDrivers, baseline: CostDrivers, at: CostValues): Record<CostCategory, number> =>
  byKey(COST_CATEGORIES, (category) => CATEGORY_RULES[category].compute(plan, baseline, at));

/** The parameters all at one end, or all in the middle. */
export const valuesAt = (costs: CostModel, end: "low" | "mid" | "high"): Record<CostParameterKey, number> =>
  byKey(COST_PARAMETER_KEYS, (key) => costs[key][end]);

/**
 * Saving of a plan against the baseline by category: the middle at the middle of every parameter, low and high the least
 * and most over all corners of the ranges that the category rests on. Exact, since a category goes one way in each
 * parameter while the others stand still, so its extremes lie in corners.
 */
export function yearlySaving(plan: CostDrivers, baseline: CostDrivers, costs: CostModel): Saving {
  const at = valuesAt(costs, "mid");
  return byKey(COST_CATEGORIES, (category) => {
    const { rests, compute } = CATEGORY_RULES[category];
    const mid = compute(plan, baseline, at);
    let [low, high] = [mid, mid];
    visitCorners(costs, rests, at, 0, () => {
      const value = compute(plan, baseline, at);
      if (value < low) low = value;
      if (value > high) high = value;
    });
    return { low, mid, high };
  });
}

/** Sets the parameters from number `next` on to either end in turn, and leaves them in the middle. */
function visitCorners(
  costs: CostModel,
  rests: readonly CostParameterKey[],
  at: Record<CostParameterKey, number>,
  next: number,
  visit: () => void,
): void {
  if (next === rests.length) {
    visit();
    return;
  }
  const key = rests[next];
  const { low, mid, high } = costs[key];
  at[key] = low;
  visitCorners(costs, rests, at, next + 1, visit);
  if (high !== low) {
    at[key] = high;
    visitCorners(costs, rests, at, next + 1, visit);
  }
  at[key] = mid;
}

/** The yearly categories that count, added up. */
export const yearlyTotal = (saving: Saving, counting: readonly SavingCategory[]): Range => ({
  low: counting.reduce((sum, category) => sum + saving[category].low, 0),
  mid: counting.reduce((sum, category) => sum + saving[category].mid, 0),
  high: counting.reduce((sum, category) => sum + saving[category].high, 0),
});
