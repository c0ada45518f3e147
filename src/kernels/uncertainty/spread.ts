/** How far the draws of one number spread. `p5`: one draw in twenty is at or below it. */
export interface Spread {
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Where among so many ascending numbers the least stands that so large a share of them is at or below, from 0. */
export const placeOf = (share: number, count: number): number => Math.max(0, Math.ceil(share * count - 1e-9) - 1);

/** The least of the ascending numbers that so large a share of them is at or below. */
export const quantile = (sorted: Float64Array, share: number): number => sorted[placeOf(share, sorted.length)];

/** Throws a `RangeError` for no draws: there is no spread of nothing. */
export function spreadOf(draws: Float64Array): Spread {
  if (draws.length === 0) throw new RangeError("A spread needs at least one draw.");
  const sorted = draws.toSorted();
  const at = (share: number): number => quantile(sorted, share);
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  return { mean, p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

export const differenceOf = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, draw) => value - b[draw]);

/** Shares of the draws in which the difference is above, at and below zero; a hair's breadth (1e-9 of the size) is a tie. */
export function winShares(difference: Float64Array, size: number): { wins: number; ties: number; losses: number } {
  const hair = 1e-9 * Math.max(1, size);
  let [wins, losses] = [0, 0];
  for (const value of difference) {
    if (value > hair) wins++;
    else if (value < -hair) losses++;
  }
  const count = Math.max(1, difference.length);
  return { wins: wins / count, ties: (difference.length - wins - losses) / count, losses: losses / count };
}
