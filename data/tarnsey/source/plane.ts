import { booleanPointInPolygon, polygon } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { Dice } from "../../source/random.ts";
import { ORIGIN } from "./facts.ts";
import type { Spot } from "./spots.ts";

/** Metres of the grid, east and north. */
export type Point = readonly [x: number, y: number];

/** What is typed in kilometres, as whole metres of the grid. */
export const gridPoint = ([east, north]: Spot): Point => [
  Math.round(ORIGIN[0] + 1000 * east),
  Math.round(ORIGIN[1] + 1000 * north),
];

/** Metres from one point to another; `Math.hypot` takes ten times as long, and may round otherwise on another machine. */
export const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);

export const ringOf = (points: readonly Point[]): Feature<Polygon> =>
  polygon([[...points, points[0]].map(([x, y]) => [x, y])]);

export const liesIn = ([x, y]: Point, land: Feature<Polygon | MultiPolygon>): boolean =>
  booleanPointInPolygon([x, y], land);

/** How a line winds: in steps no longer than `longest`, each new point pushed aside by up to `rough` of its step and `most` metres. */
export interface Winding {
  readonly longest: number;
  readonly rough: number;
  readonly most: number;
}

/** A line that winds from `a` to `b`: `a` and the points between. */
export function wound(a: Point, b: Point, winding: Winding, dice: Dice): readonly Point[] {
  const { longest, rough, most } = winding;
  const length = apart(a, b);
  if (length <= longest) return [a];
  const aside = Math.min(rough, most / length) * (2 * dice() - 1);
  const along = 0.5 + 0.1 * (2 * dice() - 1);
  const middle: Point = [
    Math.round(a[0] + along * (b[0] - a[0]) - aside * (b[1] - a[1])),
    Math.round(a[1] + along * (b[1] - a[1]) + aside * (b[0] - a[0])),
  ];
  return [...wound(a, middle, winding, dice), ...wound(middle, b, winding, dice)];
}

/** Places along a line, no farther apart than `step`, its ends among them. */
export function alongLine(line: readonly Point[], step: number): readonly Point[] {
  const between = line.slice(1).flatMap((to, i) => {
    const from = line[i];
    const steps = Math.max(1, Math.ceil(apart(from, to) / step));
    return Array.from({ length: steps }, (_, s): Point => [
      from[0] + ((to[0] - from[0]) * s) / steps,
      from[1] + ((to[1] - from[1]) * s) / steps,
    ]);
  });
  return [...between, line[line.length - 1]];
}

export const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, to, i) => sum + apart(line[i], to), 0);
