import type { SavingCategory } from "../domain/cost-items.ts";
import type { CostModel } from "./parameters/table.ts";
import { addRanges, NOTHING, type Range } from "./range.ts";
import type { ReferenceKey } from "./references.ts";
import type { Saving } from "./saving.ts";

/** One budget year of a plan that takes effect on 1 August of the first. */
export interface BudgetYear {
  readonly year: number;
  /** The yearly categories that count, as far as in effect. */
  readonly saving: Range;
  readonly oneOff: Range;
  /** Saving less one-off costs, from the first year to this. */
  readonly inAll: Range;
}

/** A plan's money as {@link budgetYears} needs it: by category, and what counts of it. */
interface YearlyMoney {
  readonly saving: Saving;
  readonly counting: readonly SavingCategory[];
  readonly counted: Range;
}

/** Of the first budget year a change in August covers five months. */
const FIRST_YEAR_SHARE = 5 / 12;

/**
 * What a plan comes to in each budget year: savings grow into their full size (first year five months at the second year's
 * pace, second year a stated share, then all: what counts of the plan), extra costs are there from the first day, one-off costs
 * fall in the first year.
 */
export function budgetYears(
  money: YearlyMoney,
  { secondYear }: CostModel,
  firstYear: number,
  years: number,
): readonly BudgetYear[] {
  let inAll = NOTHING;
  return Array.from({ length: years }, (_, index) => {
    const length = index === 0 ? FIRST_YEAR_SHARE : 1;
    const saving = index < 2 ? grown(money, secondYear, length) : money.counted;
    const oneOff = index === 0 ? money.saving["one-off"] : NOTHING;
    inAll = addRanges([inAll, saving, oneOff]);
    return { year: firstYear + index, saving, oneOff, inAll };
  });
}

/** Only savings have to grow: in the middle each category by itself, at the ends what they come to together. */
function grown({ saving, counting, counted }: YearlyMoney, reached: Range, length: number): Range {
  const at = (full: number, share: number): number => length * full * (full > 0 ? share : 1);
  return {
    low: at(counted.low, reached.low),
    mid: counting.reduce((sum, category) => sum + at(saving[category].mid, reached.mid), 0),
    high: at(counted.high, reached.high),
  };
}

/** How many budget years a plan's money is followed, and at which rate later kroner count less. */
export interface Horizon {
  readonly years: number;
  /** Share a year, real, for the amounts are all in the prices of one year; absent where a krone of any year counts the same. */
  readonly rate?: number;
}

/** As long as a ministry's own rate stays the same; nobody plans schools for longer. */
export const MOST_YEARS = 35;
export const HIGHEST_RATE = 0.2;

/** What the state's own appraisals use; nothing obliges a municipality to use it. */
export const STATE_RATE: { readonly rate: number; readonly reference: ReferenceKey } = {
  rate: 0.035,
  reference: "discountRate",
};

/**
 * What budget years come to, one-off costs with them, seen from the first: sum_t (saving_t + one-off_t) / (1 + rate)^t with t = 0 for
 * the first. A rate of 0 is their plain sum.
 */
export function presentValue(years: readonly BudgetYear[], rate: number): Range {
  return years.reduce(({ low, mid, high }, { saving, oneOff }, t) => {
    const worth = (1 + rate) ** -t;
    return {
      low: low + worth * (saving.low + oneOff.low),
      mid: mid + worth * (saving.mid + oneOff.mid),
      high: high + worth * (saving.high + oneOff.high),
    };
  }, NOTHING);
}
