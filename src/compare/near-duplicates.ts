import { rankCorrelation } from "../kernels/uncertainty/rank-correlation.ts";

/** Two measures that order a list of plans nearly alike (`r` near 1) or nearly the other way round (near -1). */
export interface NearDuplicate<Key extends string = string> {
  readonly a: Key;
  readonly b: Key;
  readonly r: number;
}

/** With fewer plans almost any two measures agree on the order. */
const FEWEST_PLANS = 8;
const NEARLY_THE_SAME = 0.95;

/**
 * Pairs of measures whose rank correlation over a list of plans is beyond 0.95 either way: counting both counts one thing twice.
 * Measures that have one value throughout, or none for some plan, are left out; so is everything in lists of fewer than eight plans.
 * Strongest first.
 */
export function nearDuplicates<Key extends string>(
  values: ReadonlyMap<Key, ArrayLike<number>>,
  limit: number = NEARLY_THE_SAME,
): readonly NearDuplicate<Key>[] {
  const complete = [...values].filter(
    ([, column]) => column.length >= FEWEST_PLANS && Array.from(column).every((value) => Number.isFinite(value)),
  );
  const found = complete.flatMap(([a, ofA], i) =>
    complete.slice(i + 1).flatMap(([b, ofB]) => {
      const r = rankCorrelation(ofA, ofB);
      return r !== undefined && Math.abs(r) > limit ? [{ a, b, r }] : [];
    }),
  );
  return found.toSorted((x, y) => Math.abs(y.r) - Math.abs(x.r));
}
