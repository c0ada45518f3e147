import { byKey } from "../domain/by-key.ts";
import { drawnSaving, SAVING_LINES, type SavingLine } from "../cost/drawn-saving.ts";
import { costDraws, DRAWS, type DrawSettings, pupilDraws } from "../cost/uncertainty.ts";
import { differenceOf, type Spread, spreadOf, winShares } from "../kernels/uncertainty/spread.ts";
import type { SavingModel } from "./saving-model.ts";

/** How sure the savings of some plans are, from draws of every parameter. Kroner a year; one-off kroner once. */
export interface UncertainSavings {
  readonly draws: number;
  readonly seed: number;
  /** `[plan]` */
  readonly plans: readonly Readonly<Record<SavingLine, Spread>>[];
  /** Share of the draws in which the plan saves anything at all, `[plan]`. */
  readonly saves: readonly number[];
  /** Share of the draws in which the plan saves most of all, ties shared equally, `[plan]`. */
  readonly best: readonly number[];
  /** Every two plans once, the one that wins more draws first. */
  readonly pairs: readonly PlanPair[];
}

/** Two plans against each other, draw by draw, on the same values of every parameter. */
export interface PlanPair {
  readonly a: number;
  readonly b: number;
  /** What `a` saves beyond `b`. */
  readonly difference: Spread;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/** In fewer draws than this one plan does not save more than another: nobody can tell. */
export const TELLING_SHARE = 0.95;

/** How many draws each of two plans wins, by number. */
export type PairShares = Omit<PlanPair, "difference">;

/** The pair that two plans are, whichever of them is named first. */
export const pairBetween = <Pair extends PairShares>(
  pairs: readonly Pair[],
  plan: number,
  other: number,
): Pair | undefined => pairs.find(({ a, b }) => (a === plan && b === other) || (a === other && b === plan));

/** Share of the draws in which a plan saves less than another; the same two plans are one of the pairs. */
export function savesLess(pairs: readonly PairShares[], plan: number, other: number): number | undefined {
  const pair = pairBetween(pairs, plan, other);
  return pair && (pair.a === plan ? pair.losses : pair.wins);
}

/** Whether a plan saves more than each of the others in so many draws that it can be told, or the very same as some of them. */
export const savesMost = (pairs: readonly PairShares[], plan: number): boolean =>
  pairs
    .filter(({ a, b }) => a === plan || b === plan)
    .every(({ a, wins, losses, ties }) => ties === 1 || (a === plan ? wins : losses) >= TELLING_SHARE);

/** What a plan of a pair saves beyond the other, whichever of them is named first. */
export function savedBeyond({ a, difference }: PlanPair, plan: number): Spread {
  if (plan === a) return difference;
  const { mean, p5, p50, p95 } = difference;
  return { mean: -mean, p5: -p95, p50: -p50, p95: -p5 };
}

/** Draws every parameter and computes every plan on the same draws: common random numbers cancel what the plans share. */
export function uncertainSavings(
  model: SavingModel,
  { draws = DRAWS.draws, seed = DRAWS.seed, onStep }: Partial<DrawSettings> & { readonly onStep?: () => void } = {},
): UncertainSavings {
  const { plans, baselines, costs, pupilNumbers, counting } = model;
  const drawn = costDraws(costs, { draws, seed });
  const numbers = plans.map((_, plan) => plan);
  const outcomes = plans.map((plan, number) => {
    onStep?.();
    return drawnSaving(plan, baselines[number], counting, drawn, pupilDraws(pupilNumbers, plan.movedFrom));
  });
  const totals = outcomes.map(({ total }) => total);
  return {
    draws,
    seed,
    plans: outcomes.map((lines) => byKey(SAVING_LINES, (line) => spreadOf(lines[line]))),
    saves: totals.map((total) => total.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / draws),
    best: bestShares(totals, draws),
    pairs: numbers.flatMap((a) => numbers.slice(a + 1).map((b) => pairOf(totals, a, b))),
  };
}

function pairOf(totals: readonly Float64Array[], a: number, b: number): PlanPair {
  const compare = (first: number, second: number): PlanPair => {
    const difference = differenceOf(totals[first], totals[second]);
    const spread = spreadOf(difference);
    return { a: first, b: second, difference: spread, ...winShares(difference, Math.abs(totals[first][0])) };
  };
  const there = compare(a, b);
  return there.losses > there.wins ? compare(b, a) : there;
}

function bestShares(totals: readonly Float64Array[], draws: number): readonly number[] {
  const shares = totals.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const most = Math.max(...totals.map((total) => total[draw]));
    const winners = totals.flatMap((total, plan) => (total[draw] === most ? [plan] : []));
    for (const plan of winners) shares[plan] += 1 / winners.length / draws;
  }
  return shares;
}
