import { expectedClasses } from "./expected-classes.ts";

/** Straight lines in place of what is expected are nowhere farther from it than this share of a class for each grade. */
export const CURVE_ERROR = 0.05;
/** Classes of a grade beyond which one more takes as many pupils as the next. */
const STRAIGHT = 8;
const FAR = 200;

/**
 * Classes to be expected in a band of so many pupils at one site, all grades equally large and each taught by itself (see
 * {@link expectedClasses}), as straight lines between points on it: what a model can hold.
 */
export interface ClassCurve {
  /** Whole pupils, ascending from 0, and classes there; beyond the last the last line goes on. */
  readonly pupils: readonly number[];
  readonly classes: readonly number[];
}

/** `caps`: most pupils of a class in each of the grades. As few lines as reach farthest one after the other within {@link CURVE_ERROR}. */
export function classCurve(caps: readonly number[]): ClassCurve {
  const grades = caps.length;
  if (grades === 0) return { pupils: [0], classes: [0] };
  const at = (pupils: number): number => caps.reduce((all, cap) => all + expectedClasses(pupils / grades, cap), 0);
  const near = Math.max(...caps) * grades * STRAIGHT;
  const places = [...Array.from({ length: near + 1 }, (_, pupils) => pupils), FAR * near];
  const values = places.map(at);
  const knots = [0];
  while (knots[knots.length - 1] < places.length - 1)
    knots.push(farthest(places, values, knots[knots.length - 1], CURVE_ERROR * grades));
  return { pupils: knots.map((knot) => places[knot]), classes: knots.map((knot) => values[knot]) };
}

/** The last point that a line from point `from` reaches with none between off it by more than `error`. */
function farthest(places: readonly number[], values: readonly number[], from: number, error: number): number {
  let [flattest, steepest, last] = [-Infinity, Infinity, from + 1];
  for (let to = from + 1; to < places.length && flattest <= steepest; to++) {
    const [wide, high] = [places[to] - places[from], values[to] - values[from]];
    if (high / wide >= flattest && high / wide <= steepest) last = to;
    flattest = Math.max(flattest, (high - error) / wide);
    steepest = Math.min(steepest, (high + error) / wide);
  }
  return last;
}
