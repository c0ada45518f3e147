/**
 * Costs in any unit, brought to a size at which a difference of 1 does not count: what solvers need, whose tolerances are
 * absolute, whether a question is asked in millions or in fractions of a krone.
 */

/** Powers of two: scaling by one changes no digit of a number. */
const SPREAD_BITS = 28;
/** Beyond it, a factor would no longer be a number. */
const MOST_BITS = 1000;

/** The factor that brings costs whose sum differs by at most `spread` between any two plans to such a size. */
export function stepScale(spread: number): number {
  return spread > 0 && spread < Infinity ? 2 ** Math.min(MOST_BITS, SPREAD_BITS - Math.ceil(Math.log2(spread))) : 1;
}

/** How far a value may be from the best: (value - bound) / |value|, 0 where the two are the same. */
export function gapOf(value: number, bound: number): number {
  const apart = Math.max(0, value - bound);
  return apart === 0 ? 0 : apart / Math.max(Math.abs(value), apart * 1e-9);
}

/** Gaps up to here are the solvers' tolerance: the value is proven best. */
export const PROVEN = 1e-6;

/** The largest gap of any stage. */
export const gapOfStages = (stages: readonly { readonly value: number; readonly bound: number }[]): number =>
  Math.max(0, ...stages.map(({ value, bound }) => gapOf(value, bound)));
