import type { BorderSegments } from "./polygon-segments.ts";

/** Two borders cross where the ends of each lie farther than this on either side of the other, metres. */
const CLEARLY = 0.01;

/** Where borders cross: a polygon its own, and pairs of polygons each other's. */
export interface BorderCrossings {
  /** Number of a polygon -> a place where its border crosses itself, in metres. */
  readonly own: ReadonlyMap<number, readonly [number, number]>;
  /** Pairs of polygons, the lower number first. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Crossings of the borders of so many polygons. */
export function borderCrossings({ ends, owner, index }: BorderSegments, count: number): BorderCrossings {
  const own = new Map<number, readonly [number, number]>();
  const pairs = new Map<number, readonly [number, number]>();
  for (let a = 0; a < owner.length; a++) {
    const one = ends.subarray(4 * a, 4 * a + 4);
    const [west, east] = [Math.min(one[0], one[2]), Math.max(one[0], one[2])];
    const [south, north] = [Math.min(one[1], one[3]), Math.max(one[1], one[3])];
    const known = (b: number): boolean =>
      owner[a] === owner[b] ? own.has(owner[a]) : pairs.has(pairNumber(owner[a], owner[b], count));
    for (const b of index?.search(west, south, east, north, (each) => each > a && !known(each)) ?? []) {
      const other = ends.subarray(4 * b, 4 * b + 4);
      if (!cross(one, other)) continue;
      if (owner[a] === owner[b]) own.set(owner[a], [(west + east) / 2, (south + north) / 2]);
      else pairs.set(pairNumber(owner[a], owner[b], count), inOrder(owner[a], owner[b]));
    }
  }
  return { own, pairs: [...pairs.values()] };
}

export const inOrder = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a]);
export const pairNumber = (a: number, b: number, count: number): number => Math.min(a, b) * count + Math.max(a, b);

const cross = (a: Float64Array, b: Float64Array): boolean => partedBy(a, b) && partedBy(b, a);

/** Whether the ends of segment `b` lie clearly on either side of the line through segment `a`; each is `[x, y, x, y]`. */
function partedBy(a: Float64Array, b: Float64Array): boolean {
  const length = Math.hypot(a[2] - a[0], a[3] - a[1]);
  if (length === 0) return false;
  const [ux, uy] = [(a[2] - a[0]) / length, (a[3] - a[1]) / length];
  const aside = (x: number, y: number): number => (y - a[1]) * ux - (x - a[0]) * uy;
  const [from, to] = [aside(b[0], b[1]), aside(b[2], b[3])];
  return Math.min(from, to) < -CLEARLY && Math.max(from, to) > CLEARLY;
}
