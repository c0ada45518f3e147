/** An amount that is not known to the krone; low <= mid <= high. A saving is positive, a cost negative. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export const NOTHING: Range = { low: 0, mid: 0, high: 0 };

export const addRanges = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  mid: ranges.reduce((sum, { mid }) => sum + mid, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});

/** Whether a figure lies within a range, its ends with it. */
export const isWithin = (value: number, { low, high }: Pick<Range, "low" | "high">): boolean =>
  low <= value && value <= high;
