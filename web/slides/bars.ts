/** A number, and the range that it lies in where it is not known exactly. */
interface Barred {
  /** NaN: not to be told, and without a bar. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** Where a bar and its range begin and end, percent of the width from the left. */
interface Bar {
  readonly from: number;
  readonly to: number;
  readonly range?: { readonly from: number; readonly to: number };
}

/** Bars of one scale that begins at nothing, or has it in it where numbers lie on both sides; all in sight. */
export function barsOf(numbers: readonly Barred[]): {
  readonly zero: number;
  readonly bars: readonly (Bar | undefined)[];
} {
  const ends = numbers.flatMap(({ value, low = value, high = value }) =>
    Number.isNaN(value) ? [] : [value, low, high],
  );
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const at = (value: number): number => (most > least ? (100 * (value - least)) / (most - least) : 0);
  return {
    zero: at(0),
    bars: numbers.map(({ value, low, high }) =>
      Number.isNaN(value)
        ? undefined
        : {
            from: at(Math.min(0, value)),
            to: at(Math.max(0, value)),
            ...(low !== undefined && high !== undefined && { range: { from: at(low), to: at(high) } }),
          },
    ),
  };
}
