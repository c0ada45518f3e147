import type { Comparison } from "../compare/comparison.ts";
import type { IfSavingsFail } from "../compare/if-savings-fail.ts";
import type { TurningPoints, TurningRow } from "../compare/turning-points.ts";
import type { PlanPair, UncertainSavings } from "../compare/uncertain-savings.ts";
import { SAVING_LINES } from "../cost/drawn-saving.ts";
import type { Range } from "../cost/range.ts";
import { type Currency, moneyOf } from "../domain/currency.ts";
import { byKey } from "../domain/by-key.ts";
import { COST_CATEGORIES } from "../domain/cost-items.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import { type Counts, toldIn } from "../kernels/disclosure/shown.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import { moneyStep, toStep, unitInSteps } from "./coarse.ts";
import { countsIn } from "./shown-measures.ts";

/** What the closest two plans differ by; of one plan, what it saves. */
const closest = ({ plans, pairs }: UncertainSavings): Spread =>
  [...pairs.map(({ difference }) => difference), ...(pairs.length === 0 ? plans.map(({ total }) => total) : [])].reduce(
    (least, each) => (each.p95 - each.p5 < least.p95 - least.p5 ? each : least),
  );

/** An amount as it may be told. */
type Tell = (amount: number) => number;
const teller =
  (counts: Counts, currency: Currency): Tell =>
  (amount) =>
    unitInSteps(counts, currency, amount);

/** A range of money as it may be told. */
export function moneyRange(counts: Counts, { low, mid, high }: Range, currency: Currency): Range {
  const tell = teller(counts, currency);
  return { low: tell(low), mid: tell(mid), high: tell(high) };
}

/**
 * A plan's money as it may be told: of real pupils every item and what counts of it in steps. Budget years, present values and what is missing
 * of a target follow from these, and tell no more.
 */
export const toldMoney = (counts: Counts, money: PlanMoney, currency: Currency): PlanMoney =>
  counts === "exactly"
    ? money
    : {
        ...money,
        saving: byKey(COST_CATEGORIES, (category) => moneyRange(counts, money.saving[category], currency)),
        counted: moneyRange(counts, money.counted, currency),
      };

/** Draws of money as they may be told. */
const inSpread = (tell: Tell, { mean, p5, p50, p95 }: Spread): Spread => ({
  mean: tell(mean),
  p5: tell(p5),
  p50: tell(p50),
  p95: tell(p95),
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
function chanceStep({ p5, p95 }: Pick<Spread, "p5" | "p95">, currency: Currency): number {
  const step = (IN_THE_MIDDLE * moneyStep(currency) * NINE_TENTHS) / (p95 - p5);
  return CHANCE_STEPS.find((each) => each >= step) ?? CHANCE_STEPS[CHANCE_STEPS.length - 1];
}

/** Nine tenths of the draws of money as they may be told. */
export function toldSpread(
  counts: Counts,
  { p5, p95 }: Pick<Spread, "p5" | "p95">,
  currency: Currency,
): Pick<Range, "low" | "high"> {
  const tell = teller(counts, currency);
  return { low: tell(p5), high: tell(p95) };
}

/** In what share of the draws something is so: of real pupils in steps, and never in all or none unless it is. */
function toldChance(counts: Counts, share: number, spread: Pick<Spread, "p5" | "p95">, currency: Currency): number {
  if (counts === "exactly" || share === 0 || share === 1) return share;
  const step = chanceStep(spread, currency);
  return Math.min(1 - step, Math.max(step, toStep(step, share)));
}

function toldPair(counts: Counts, { difference, wins, ties, losses, ...pair }: PlanPair, currency: Currency): PlanPair {
  const chance = (share: number): number => toldChance(counts, share, difference, currency);
  return {
    ...pair,
    difference: inSpread(teller(counts, currency), difference),
    wins: chance(wins),
    ties: chance(ties),
    losses: chance(losses),
  };
}

/** What a plan comes to where savings do not come, as it may be told: the share that must come follows from what it comes to without and with all. */
export function toldIfFails(counts: Counts, { breakEven, ...exact }: IfSavingsFail, currency: Currency): IfSavingsFail {
  const money = byKey(["counted", "none", "all", "once"] as const, (key) => moneyRange(counts, exact[key], currency));
  if (counts === "exactly") return { ...exact, ...(breakEven !== undefined && { breakEven }) };
  const { counted, none, all } = money;
  return {
    ...exact,
    ...money,
    saves: toldChance(counts, exact.saves, { p5: counted.low, p95: counted.high }, currency),
    ...(none.mid < 0 && all.mid > 0 && { breakEven: -none.mid / (all.mid - none.mid) }),
  };
}

/** How sure the savings of some plans are, as it may be told. */
export function toldSavings(counts: Counts, savings: UncertainSavings, currency: Currency): UncertainSavings {
  const tell = teller(counts, currency);
  return {
    ...savings,
    plans: savings.plans.map((plan) => byKey(SAVING_LINES, (line) => inSpread(tell, plan[line]))),
    saves: savings.saves.map((share, plan) => toldChance(counts, share, savings.plans[plan].total, currency)),
    best: savings.best.map((share) => toldChance(counts, share, closest(savings), currency)),
    pairs: savings.pairs.map((pair) => toldPair(counts, pair, currency)),
  };
}

/** Whether it may be told how much of a difference's variance each parameter carries: of plans that hardly differ that follows every pupil. */
function tellsShares(rows: readonly TurningRow[], currency: Currency): boolean {
  const swing = Math.max(0, ...rows.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow)));
  return chanceStep({ p5: 0, p95: swing }, currency) === CHANCE_STEPS[0];
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
export function toldTurning(counts: Counts, points: TurningPoints, currency: Currency): TurningPoints {
  if (counts === "exactly") return points;
  const [isTold, tell] = [tellsShares(points.rows, currency), teller(counts, currency)];
  return {
    ...points,
    atMiddle: tell(points.atMiddle),
    rows: points.rows.map((exact): TurningRow => {
      const { first, total, breakEven: _, within: __, ...row } = exact;
      const ends = { atLow: tell(row.atLow), atHigh: tell(row.atHigh) };
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
  const currency = moneyOf(basis.municipality.info);
  return {
    ...comparison,
    plans: comparison.plans.map(({ money, ...plan }) => ({ ...plan, money: toldMoney(counts, money, currency) })),
    savings: toldSavings(counts, comparison.savings, currency),
    ...(comparison.moved && {
      moved: { once: toldIn(counts, comparison.moved.once), twice: toldIn(counts, comparison.moved.twice) },
    }),
    turning: comparison.turning.map((points) => toldTurning(counts, points, currency)),
  };
}
