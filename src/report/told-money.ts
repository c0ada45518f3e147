import type { Comparison } from "../compare/comparison.ts";
import type { TurningPoints, TurningRow } from "../compare/turning-points.ts";
import type { PlanPair, UncertainSavings } from "../compare/uncertain-savings.ts";
import { SAVING_LINES } from "../cost/drawn-saving.ts";
import type { Range } from "../cost/range.ts";
import { byKey } from "../domain/by-key.ts";
import { COST_CATEGORIES } from "../domain/cost-items.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import type { Counts } from "../kernels/disclosure/shown.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import { toStep, unitInSteps } from "./coarse.ts";
import { countsIn } from "./shown-measures.ts";

const kroner = (counts: Counts, value: number): number => unitInSteps(counts, "kroner", value);

/** A range of kroner as it may be told. */
export const moneyRange = (counts: Counts, { low, mid, high }: Range): Range => ({
  low: kroner(counts, low),
  mid: kroner(counts, mid),
  high: kroner(counts, high),
});

/**
 * A plan's money as it may be told: of real pupils every item and what counts of it in steps. Budget years, present values and what is missing
 * of a target follow from these, and tell no more.
 */
export const toldMoney = (counts: Counts, money: PlanMoney): PlanMoney =>
  counts === "exactly"
    ? money
    : {
        ...money,
        saving: byKey(COST_CATEGORIES, (category) => moneyRange(counts, money.saving[category])),
        counted: moneyRange(counts, money.counted),
      };

/** Draws of kroner as they may be told. */
export const toldSpread = (counts: Counts, { mean, p5, p50, p95 }: Spread): Spread => ({
  mean: kroner(counts, mean),
  p5: kroner(counts, p5),
  p50: kroner(counts, p50),
  p95: kroner(counts, p95),
});

/** In what share of the draws something is so: of real pupils in twentieths, and never in all or none unless it is. */
const CHANCE_STEP = 0.05;
const toldChance = (counts: Counts, share: number): number =>
  counts === "exactly" || share === 0 || share === 1
    ? share
    : Math.min(1 - CHANCE_STEP, Math.max(CHANCE_STEP, toStep(CHANCE_STEP, share)));

const toldPair = (counts: Counts, { difference, wins, ties, losses, ...pair }: PlanPair): PlanPair => ({
  ...pair,
  difference: toldSpread(counts, difference),
  wins: toldChance(counts, wins),
  ties: toldChance(counts, ties),
  losses: toldChance(counts, losses),
});

/** How sure the savings of some plans are, as it may be told. */
export const toldSavings = (counts: Counts, savings: UncertainSavings): UncertainSavings => ({
  ...savings,
  plans: savings.plans.map((plan) => byKey(SAVING_LINES, (line) => toldSpread(counts, plan[line]))),
  saves: savings.saves.map((share) => toldChance(counts, share)),
  best: savings.best.map((share) => toldChance(counts, share)),
  pairs: savings.pairs.map((pair) => toldPair(counts, pair)),
});

/** What turns two plans around, as it may be told: where they change places to a twentieth of what a parameter may be. */
export const toldTurning = (counts: Counts, points: TurningPoints): TurningPoints =>
  counts === "exactly"
    ? points
    : {
        ...points,
        atMiddle: kroner(counts, points.atMiddle),
        rows: points.rows.map(({ first, total, breakEven, ...row }): TurningRow => {
          const { low, high } = row.parameter;
          return {
            ...row,
            atLow: kroner(counts, row.atLow),
            atHigh: kroner(counts, row.atHigh),
            ...(first !== undefined && { first: toldChance(counts, first) }),
            ...(total !== undefined && { total: toldChance(counts, total) }),
            ...(breakEven !== undefined && {
              breakEven: high > low ? toStep(CHANCE_STEP * (high - low), breakEven) : breakEven,
            }),
          };
        }),
      };

/** A comparison's money as it may be told; what it says of pupils is in fives already. */
export function toldComparison(basis: Pick<Basis, "municipality">, comparison: Comparison): Comparison {
  const counts = countsIn(basis);
  if (counts === "exactly") return comparison;
  return {
    ...comparison,
    plans: comparison.plans.map(({ money, ...plan }) => ({ ...plan, money: toldMoney(counts, money) })),
    savings: toldSavings(counts, comparison.savings),
    turning: comparison.turning.map((points) => toldTurning(counts, points)),
  };
}
