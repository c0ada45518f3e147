import type { CostModel, CostParameter } from "./parameters.ts";

/** An amount that is not known to the krone: kroner a year; low <= mid <= high. A saving is positive, a cost negative. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export const addRanges = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  mid: ranges.reduce((sum, { mid }) => sum + mid, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});

/** What a plan needs, or today's plan: the numbers that cost money. */
export interface CostDrivers {
  readonly districts: number;
  readonly classes: number;
  readonly transportRights: number;
}

export const SAVING_CATEGORIES = ["leadership", "classes", "transport"] as const;
export type SavingCategory = (typeof SAVING_CATEGORIES)[number];
export type Saving = Readonly<Record<SavingCategory, Range>>;

/**
 * Yearly saving of a plan against the baseline by category. Fewer districts save the merger amount each, more cost the
 * amount of one more school each; classes and travel cards count at their price. Planned savings of leadership and classes
 * are multiplied by the share that comes; extra costs are not, since they come in full.
 */
export function yearlySaving(plan: CostDrivers, baseline: CostDrivers, costs: CostModel): Saving {
  const fewerDistricts = baseline.districts - plan.districts;
  return {
    leadership: planned(
      fewerDistricts,
      fewerDistricts > 0 ? costs.districtMerger : costs.extraSchool,
      costs.realisation,
    ),
    classes: planned(baseline.classes - plan.classes, costs.class, costs.realisation),
    transport: priced(baseline.transportRights - plan.transportRights, costs.travelCard),
  };
}

/** `saved` things at their price: the low end is the least that is saved or the most that it costs. */
function priced(saved: number, price: CostParameter): Range {
  const [least, most] = saved >= 0 ? [price.low, price.high] : [price.high, price.low];
  return { low: saved * least, mid: saved * price.mid, high: saved * most };
}

function planned(saved: number, price: CostParameter, share: CostParameter): Range {
  const full = priced(saved, price);
  return saved > 0 ? { low: full.low * share.low, mid: full.mid * share.mid, high: full.high * share.high } : full;
}
