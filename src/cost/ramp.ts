import type { CostModel } from "./parameters/table.ts";
import { addRanges, NOTHING, type Range } from "./range.ts";
import type { Saving, SavingCategory } from "./saving.ts";

/** One budget year of a plan that takes effect on 1 August of the first. */
export interface BudgetYear {
  readonly year: number;
  /** The yearly categories that count, as far as in effect. */
  readonly saving: Range;
  readonly oneOff: Range;
  /** Saving less one-off costs, from the first year to this. */
  readonly inAll: Range;
}

/** Of the first budget year a change in August covers five months. */
const FIRST_YEAR_SHARE = 5 / 12;

/**
 * What a plan comes to in each budget year: savings grow into their full size (first year five months at the second year's
 * pace, second year a stated share, then all), extra costs are there from the first day, one-off costs fall in the first year.
 */
export function budgetYears(
  { saving, counting }: { readonly saving: Saving; readonly counting: readonly SavingCategory[] },
  costs: CostModel,
  firstYear: number,
  years: number,
): readonly BudgetYear[] {
  const { secondYear } = costs;
  let inAll = NOTHING;
  return Array.from({ length: years }, (_, index) => {
    const length = index === 0 ? FIRST_YEAR_SHARE : 1;
    const reached = index < 2 ? secondYear : { low: 1, mid: 1, high: 1 };
    const grown = counting.map((category) => {
      const { low, mid, high } = saving[category];
      return {
        low: inEffect(low, length, reached.low),
        mid: inEffect(mid, length, reached.mid),
        high: inEffect(high, length, reached.high),
      };
    });
    const oneOff = index === 0 ? saving["one-off"] : NOTHING;
    inAll = addRanges([inAll, ...grown, oneOff]);
    return { year: firstYear + index, saving: addRanges(grown), oneOff, inAll };
  });
}

/** Only savings have to grow. */
const inEffect = (full: number, length: number, reached: number): number => full * length * (full > 0 ? reached : 1);
