import { drawnSaving, rangeOf } from "../cost/drawn-saving.ts";
import type { Range } from "../cost/range.ts";
import { type CostDraws, comingAt, costDraws, pupilDraws } from "../cost/uncertainty.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";

/** A plan's money where less comes of what is planned to be saved than expected; kroner a year, against today. */
export interface IfSavingsFail extends Pick<PlanMoney, "counting"> {
  /** As it is expected. */
  readonly counted: Range;
  /** Share of the computations in which the plan saves anything. */
  readonly saves: number;
  /** Where nothing comes of what is planned to be saved on leadership, teaching and buildings; extra costs come in full. */
  readonly none: Range;
  /** Where all of it comes. */
  readonly all: Range;
  /** The share of what is planned that must come for the plan to cost no more than today; absent where no share decides it. */
  readonly breakEven?: number;
  /** Comes once, whatever is saved; below zero where it is spent. */
  readonly once: Range;
}

/** The same draws of every other assumption throughout. `money`: of a plan on this ground. */
export function ifSavingsFail(
  basis: Basis,
  { drivers, counting, counted, saving }: Pick<PlanMoney, "drivers" | "counting" | "counted" | "saving">,
): IfSavingsFail {
  const draws = costDraws(basis.costs, basis.draws);
  const pupils = pupilDraws(pupilNumbersOf(basis), drivers.movedFrom);
  const total = (at: CostDraws): Float64Array => drawnSaving(drivers, basis.today, counting, at, pupils).total;
  const [expected, nothing, everything] = [total(draws), total(comingAt(draws, 0)), total(comingAt(draws, 1))];
  const [none, all] = [rangeOf(nothing), rangeOf(everything)];
  // In the mean the total grows evenly with the share that comes.
  const share = none.mid < 0 && all.mid > 0 ? -none.mid / (all.mid - none.mid) : undefined;
  return {
    counting,
    counted,
    saves: expected.filter((value) => value > 0).length / expected.length,
    none,
    all,
    ...(share !== undefined && { breakEven: share }),
    once: saving["one-off"],
  };
}
