import type { Adjacency } from "../domain/municipality.ts";
import { adjacencyOfPairs } from "./adjacency.ts";
import { type Area, borderSegments, type ToMetres } from "./polygon-segments.ts";

/** Polygons that share less border than this touch at a corner only, metres. */
const LEAST_SHARED = 1;
/** A border drawn twice differs by rounding; lines farther apart than this are two borders, metres. */
const APART = 0.2;
/** Two lines steeper to each other than this (sine of the angle) cross, they do not run along each other. */
const STEEPEST = 0.25;

/**
 * Which polygons share an edge (rook): at least one metre of border, whether or not their corners along it agree.
 * `metresOf` must keep the borders straight (see {@link borderSegments}).
 */
export function polygonAdjacency(areas: readonly Area[], metresOf: ToMetres): Adjacency {
  const { ends, owner, index } = borderSegments(areas, metresOf);
  const shared = new Map<number, number>();
  for (let a = 0; a < owner.length; a++) {
    const box = ends.subarray(4 * a, 4 * a + 4);
    const others = index?.search(
      Math.min(box[0], box[2]) - APART,
      Math.min(box[1], box[3]) - APART,
      Math.max(box[0], box[2]) + APART,
      Math.max(box[1], box[3]) + APART,
      (b) => owner[b] > owner[a],
    );
    for (const b of others ?? []) {
      const length = lengthAlong(box, ends.subarray(4 * b, 4 * b + 4));
      const pair = owner[a] * areas.length + owner[b];
      if (length > 0) shared.set(pair, (shared.get(pair) ?? 0) + length);
    }
  }
  const touching = [...shared].filter(([, length]) => length >= LEAST_SHARED).map(([pair]) => pair);
  return adjacencyOfPairs(
    areas.length,
    touching.flatMap((pair) => [Math.floor(pair / areas.length), pair % areas.length]),
  );
}

/** Metres over which segment `b` runs along segment `a`, at most {@link APART} from it. Segments are `[x, y, x, y]`. */
function lengthAlong(a: Float64Array, b: Float64Array): number {
  const length = Math.hypot(a[2] - a[0], a[3] - a[1]);
  if (length === 0) return 0;
  const [ux, uy] = [(a[2] - a[0]) / length, (a[3] - a[1]) / length];
  const along = (x: number, y: number): number => (x - a[0]) * ux + (y - a[1]) * uy;
  const aside = (x: number, y: number): number => (y - a[1]) * ux - (x - a[0]) * uy;
  let [from, to] = [along(b[0], b[1]), along(b[2], b[3])];
  let [left, right] = [aside(b[0], b[1]), aside(b[2], b[3])];
  if (from > to) [from, to, left, right] = [to, from, right, left];
  if (Math.abs(right - left) > STEEPEST * (to - from)) return 0;
  const slope = (right - left) / (to - from);
  let [low, high] = [Math.max(0, from), Math.min(length, to)];
  if (slope === 0) return Math.abs(left) <= APART ? Math.max(0, high - low) : 0;
  const crossings = [from + (-APART - left) / slope, from + (APART - left) / slope];
  low = Math.max(low, Math.min(...crossings));
  high = Math.min(high, Math.max(...crossings));
  return Math.max(0, high - low);
}
