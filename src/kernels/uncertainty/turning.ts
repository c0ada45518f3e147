import type { UncertainParameter } from "./draws.ts";

/** What one parameter does to a number while all others stay at their middle. */
export interface OneAtATime {
  readonly parameter: number;
  readonly atLow: number;
  readonly atHigh: number;
  /** Where the number changes sign; absent where it does not between `low` and `high`, nor as far beyond as was looked. */
  readonly breakEven?: number;
  /** Whether the break-even lies within the parameter's own range. */
  readonly within: "range" | "beyond" | "nowhere";
}

/** How far beyond its range a parameter is followed, in widths of the range; never through zero or its own limit. */
export const BEYOND = 4;
/** Steps in which sign changes are looked for, so that a number that turns twice shows its first turn. */
const STEPS = 16;

/**
 * One parameter at a time from low to high, the others at `mid`, largest swing first. `evaluate` gives the number of interest,
 * such as what plan A saves beyond plan B; where it changes sign, the two change places. O(parameters * 60) evaluations.
 */
export function oneAtATime(
  parameters: readonly UncertainParameter[],
  evaluate: (values: Float64Array) => number,
): readonly OneAtATime[] {
  const middle = Float64Array.from(parameters, ({ mid }) => mid);
  const rows = parameters.map((parameter, i): OneAtATime => {
    const at = (value: number): number => evaluate(middle.with(i, value));
    const { low, mid, high } = parameter;
    const ends = { parameter: i, atLow: at(low), atHigh: at(high) };
    const width = BEYOND * (high - low);
    const least = low >= 0 ? Math.max(0, low - width) : low - width;
    const most = Math.min(parameter.most ?? Infinity, high + width);
    const turn = nearestTurn(at, mid, { low, high }, { low: least, high: most });
    return turn ? { ...ends, breakEven: turn.value, within: turn.within } : { ...ends, within: "nowhere" };
  });
  return rows.toSorted((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
}

type Ends = Pick<UncertainParameter, "low" | "high">;

/** The sign change nearest to `from`: in a number's own range first, which is searched more finely for itself, else as far as it is followed. */
export function nearestTurn(
  at: (value: number) => number,
  from: number,
  range: Ends,
  followed: Ends,
): { readonly value: number; readonly within: "range" | "beyond" } | undefined {
  const inside = nearestRoot(at, from, range.low, range.high);
  if (inside !== undefined) return { value: inside, within: "range" };
  const outside = nearestRoot(at, from, followed.low, followed.high);
  return outside === undefined ? undefined : { value: outside, within: "beyond" };
}

/** The sign change nearest to `from` in [low, high]; a number that is zero throughout has none. About 40 evaluations, 100 at most. */
function nearestRoot(at: (value: number) => number, from: number, low: number, high: number): number | undefined {
  const found = [low, high].flatMap((end) => {
    let [left, atLeft] = [from, at(from)];
    for (let step = 1; step <= STEPS; step++) {
      const right = from + ((end - from) * step) / STEPS;
      const atRight = at(right);
      if (atLeft * atRight < 0) return [rootBetween(at, [left, atLeft], [right, atRight])];
      if (atRight === 0 && atLeft !== 0) return [right];
      [left, atLeft] = [right, atRight];
    }
    return [];
  });
  return found.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0];
}

/**
 * The root between two points of opposite sign, by the Illinois variant of false position (Dowell and Jarratt 1971): exact after
 * one step where the number is linear, and never outside the bracket.
 */
export function rootBetween(
  at: (value: number) => number,
  first: readonly [x: number, y: number],
  second: readonly [x: number, y: number],
): number {
  let [[left, atLeft], [right, atRight]] = [first, second];
  const scale = Math.max(Math.abs(left), Math.abs(right), 1e-300);
  for (let step = 0; step < 100; step++) {
    const middle = (left * atRight - right * atLeft) / (atRight - atLeft);
    const value = at(middle);
    if (value === 0 || Math.abs(right - left) <= 1e-14 * scale) return middle;
    if (value * atRight < 0) [left, atLeft] = [right, atRight];
    else atLeft /= 2;
    [right, atRight] = [middle, value];
  }
  return right;
}
