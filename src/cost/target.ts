import { type IndexYear, SAVING_CATEGORIES, type SavingCategory } from "../domain/cost-items.ts";
import type { SavingsTarget } from "../domain/cost-items.ts";
import type { Range } from "./range.ts";
import { type Saving } from "./saving.ts";
import { priceFactor } from "./price-index.ts";
import type { CostModel } from "./parameters/table.ts";

/** How far a plan comes towards the target. */
export interface TargetGauge {
  /** Kroner a year, in the prices of the gauge. */
  readonly amount: number;
  /** What counts towards it, by category in the order of the categories. */
  readonly found: readonly { readonly category: SavingCategory; readonly range: Range }[];
  readonly total: Range;
  /** Kroner a year still missing; 0 when more than enough is found. */
  readonly missing: Range;
}

/**
 * The yearly categories that count as saved, wherever one figure stands for a plan's saving: all of them, but for teaching
 * where the council has said that it is not to be touched.
 */
export const countingCategories = (target: Pick<SavingsTarget, "teaching"> | undefined): readonly SavingCategory[] =>
  SAVING_CATEGORIES.filter((category) => category !== "classes" || target?.teaching !== "untouched");

/** A plan's saving and what counts of it, in the prices of `priceYear`. */
export function gaugeOf(
  target: SavingsTarget,
  { saving, counted: total }: { readonly saving: Saving; readonly counted: Range },
  priceYear: number,
  index?: readonly IndexYear[],
): TargetGauge {
  const amount = target.amount * priceFactor(target.priceYear, priceYear, index);
  const found = countingCategories(target).map((category) => ({ category, range: saving[category] }));
  const missing = (value: number): number => Math.max(0, amount - value);
  return {
    amount,
    found,
    total,
    missing: { low: missing(total.high), mid: missing(total.mid), high: missing(total.low) },
  };
}

/** Teaching money that a plan takes away (plus) or adds (minus), kroner a year, and the teachers' positions it pays. */
export function teachingMoney(
  { classes }: Saving,
  { teacher }: CostModel,
): { readonly kroner: Range; readonly positions: Range } {
  const { low, mid, high } = classes;
  return {
    kroner: classes,
    positions: { low: low / teacher.mid, mid: mid / teacher.mid, high: high / teacher.mid },
  };
}
