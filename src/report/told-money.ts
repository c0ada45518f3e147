import type { Comparison } from "../compare/comparison.ts";
import type { IfSavingsFail } from "../compare/if-savings-fail.ts";
import type { TurningPoints, TurningRow } from "../compare/turning-points.ts";
import type { PlanPair, UncertainSavings } from "../compare/uncertain-savings.ts";
import { SAVING_LINES } from "../cost/drawn-saving.ts";
import type { Range } from "../cost/range.ts";
import { byKey } from "../domain/by-key.ts";
import { COST_CATEGORIES } from "../domain/cost-items.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import { type Counts, toldIn } from "../kernels/disclosure/shown.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import { toStep, unitInSteps, unitStep } from "./coarse.ts";
import { countsIn } from "./shown-measures.ts";

/** What the closest two plans differ by; of one plan, what it saves. */
const closest = ({ plans, pairs }: UncertainSavings): Spread =>
  [...pairs.map(({ difference }) => difference), ...(pairs.length === 0 ? plans.map(({ total }) => total) : [])].reduce(
    (least, each) => (each.p95 - each.p5 < least.p95 - least.p5 ? each : least),
  );

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
const inSpread = (counts: Counts, { mean, p5, p50, p95 }: Spread): Spread => ({
  mean: kroner(counts, mean),
  p5: kroner(counts, p5),
  p50: kroner(counts, p50),
  p95: kroner(counts, p95),
});

/** Steps that shares of the draws are told in. */
const CHANCE_STEPS = [0.05, 0.1, 0.25, 0.5] as const;

/** Of what is drawn nine tenths lie between p5 and p95: so many standard deviations apart. */
const NINE_TENTHS = 3.29;
/** Of a normal distribution so much lies within a standard deviation's width of its middle. */
const IN_THE_MIDDLE = 0.4;

/**
 * What five pupils move the share by of the draws in which money that is drawn so is above nothing: what they move the money by, where most draws
 * lie. Where plans of few pupils save little that is much.
 */
function chanceStep({ p5, p95 }: Pick<Spread, "p5" | "p95">): number {
  const step = (IN_THE_MIDDLE * unitStep("kroner") * NINE_TENTHS) / (p95 - p5);
  return CHANCE_STEPS.find((each) => each >= step) ?? CHANCE_STEPS[CHANCE_STEPS.length - 1];
}

/** Nine tenths of the draws of kroner as they may be told. */
export const toldSpread = (counts: Counts, { p5, p95 }: Pick<Spread, "p5" | "p95">): Pick<Range, "low" | "high"> => ({
  low: kroner(counts, p5),
  high: kroner(counts, p95),
});

/** In what share of the draws something is so: of real pupils in steps, and never in all or none unless it is. */
function toldChance(counts: Counts, share: number, spread: Pick<Spread, "p5" | "p95">): number {
  if (counts === "exactly" || share === 0 || share === 1) return share;
  const step = chanceStep(spread);
  return Math.min(1 - step, Math.max(step, toStep(step, share)));
}

const toldPair = (counts: Counts, { difference, wins, ties, losses, ...pair }: PlanPair): PlanPair => ({
  ...pair,
  difference: inSpread(counts, difference),
  wins: toldChance(counts, wins, difference),
  ties: toldChance(counts, ties, difference),
  losses: toldChance(counts, losses, difference),
});

/** What a plan comes to where savings do not come, as it may be told: the share that must come follows from what it comes to without and with all. */
export function toldIfFails(counts: Counts, { breakEven, ...exact }: IfSavingsFail): IfSavingsFail {
  const money = byKey(["counted", "none", "all", "once"] as const, (key) => moneyRange(counts, exact[key]));
  if (counts === "exactly") return { ...exact, ...(breakEven !== undefined && { breakEven }) };
  const { counted, none, all } = money;
  return {
    ...exact,
    ...money,
    saves: toldChance(counts, exact.saves, { p5: counted.low, p95: counted.high }),
    ...(none.mid < 0 && all.mid > 0 && { breakEven: -none.mid / (all.mid - none.mid) }),
  };
}

/** How sure the savings of some plans are, as it may be told. */
export const toldSavings = (counts: Counts, savings: UncertainSavings): UncertainSavings => ({
  ...savings,
  plans: savings.plans.map((plan) => byKey(SAVING_LINES, (line) => inSpread(counts, plan[line]))),
  saves: savings.saves.map((share, plan) => toldChance(counts, share, savings.plans[plan].total)),
  best: savings.best.map((share) => toldChance(counts, share, closest(savings))),
  pairs: savings.pairs.map((pair) => toldPair(counts, pair)),
});

/** Whether it may be told how much of a difference's variance each parameter carries: of plans that hardly differ that follows every pupil. */
function tellsShares(rows: readonly TurningRow[]): boolean {
  const swing = Math.max(0, ...rows.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow)));
  return chanceStep({ p5: 0, p95: swing }) === CHANCE_STEPS[0];
}

/** Where two plans change places, by what they are told to differ at a parameter's two ends, so that it tells no more than these. */
function turnOf(
  { low, high }: TurningRow["parameter"],
  { atLow, atHigh }: Pick<TurningRow, "atLow" | "atHigh">,
): Pick<TurningRow, "breakEven" | "within"> {
  if (atLow * atHigh >= 0) return { within: "nowhere" };
  return { within: "range", breakEven: low + ((high - low) * atLow) / (atLow - atHigh) };
}

/** What turns two plans around, as it may be told. */
export function toldTurning(counts: Counts, points: TurningPoints): TurningPoints {
  if (counts === "exactly") return points;
  const isTold = tellsShares(points.rows);
  return {
    ...points,
    atMiddle: kroner(counts, points.atMiddle),
    rows: points.rows.map((exact): TurningRow => {
      const { first, total, breakEven: _, within: __, ...row } = exact;
      const ends = { atLow: kroner(counts, row.atLow), atHigh: kroner(counts, row.atHigh) };
      return {
        ...row,
        ...ends,
        ...turnOf(row.parameter, ends),
        ...(first !== undefined && isTold && { first: toStep(CHANCE_STEPS[0], first) }),
        ...(total !== undefined && isTold && { total: toStep(CHANCE_STEPS[0], total) }),
      };
    }),
  };
}

/** A comparison as it may be told: its money, and who moves again; what else it says of pupils is in fives already. */
export function toldComparison(basis: Pick<Basis, "municipality">, comparison: Comparison): Comparison {
  const counts = countsIn(basis);
  if (counts === "exactly") return comparison;
  return {
    ...comparison,
    plans: comparison.plans.map(({ money, ...plan }) => ({ ...plan, money: toldMoney(counts, money) })),
    savings: toldSavings(counts, comparison.savings),
    ...(comparison.moved && {
      moved: { once: toldIn(counts, comparison.moved.once), twice: toldIn(counts, comparison.moved.twice) },
    }),
    turning: comparison.turning.map((points) => toldTurning(counts, points)),
  };
}
