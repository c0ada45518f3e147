import { featureCollection, intersect } from "@turf/turf";
import { type Metres, metres } from "../domain/quantities.ts";
import { type BorderCrossings, inOrder, pairNumber } from "./border-crossings.ts";
import { boxIndex } from "./polygon-locator.ts";
import { type Area, type BorderSegments, partsOf, type ToMetres } from "./polygon-segments.ts";

/** Borders drawn twice differ by a little all along; an overlap wider than this on average is one, metres. */
const LEAST_WIDTH = metres(3);
/** Two polygons of a hundred corners take some hundredths of a second. */
const MOST_MEASURED = 100;
/** A corner this near another polygon's border is on it, metres. */
const ON_BORDER = 1;

/** Two polygons that lie on each other in part or wholly. */
interface Overlap {
  readonly one: number;
  readonly other: number;
  /** In the coordinates of the two. */
  readonly shared: Area;
  readonly squareMetres: number;
}

/** What is known of the overlaps in a layer. */
export interface Overlaps {
  readonly measured: readonly Overlap[];
  /** Pairs beyond those that can be measured in a moment; most overlap too, where the layer is in the file twice. */
  readonly more: number;
}

/**
 * Polygons that overlap by more than two drawings of one border do: looked for where a corner, the middle of a border or a
 * point well inside lies in another polygon, and where borders cross.
 */
export function overlaps(
  areas: readonly Area[],
  borders: BorderSegments,
  crossing: BorderCrossings["pairs"],
  metresOf: ToMetres,
): Overlaps {
  const candidates = new Map<number, readonly [number, number]>();
  const boxes = boxIndex(areas);
  areas.forEach((area, polygon) => {
    for (const position of tellingPoints(area)) {
      const [x, y] = position;
      const isNew = (other: number): boolean =>
        other !== polygon && !candidates.has(pairNumber(polygon, other, areas.length));
      const holders = boxes?.search(x, y, x, y, isNew) ?? [];
      if (holders.length === 0) continue;
      const onBorder = ownersNear(metresOf(position), borders);
      for (const holder of holders)
        if (!onBorder.has(holder) && isInside(x, y, areas[holder]))
          candidates.set(pairNumber(polygon, holder, areas.length), inOrder(polygon, holder));
    }
  });
  for (const pair of crossing) candidates.set(pairNumber(...pair, areas.length), pair);
  const pairs = [...candidates.values()];
  const measured = pairs.slice(0, MOST_MEASURED).flatMap(([one, other]) => {
    const shared = sharedPart(areas[one], areas[other]);
    if (!shared) return [];
    const { border, squareMetres } = sizeOf(shared, metresOf);
    return (2 * squareMetres) / border >= LEAST_WIDTH ? [{ one, other, shared, squareMetres }] : [];
  });
  return {
    measured: measured.toSorted((a, b) => a.one - b.one || a.other - b.other),
    more: Math.max(0, pairs.length - MOST_MEASURED),
  };
}

/** So many points of a border tell enough: with more, borders that overlap cross as well. */
const MOST_POINTS = 64;

/** Corners, middles of straight borders, and a point well inside. */
function tellingPoints(area: Area): readonly (readonly number[])[] {
  const rings = partsOf(area).flat();
  const step = Math.ceil(rings.flat().length / MOST_POINTS);
  const points: (readonly number[])[] = innerPoint(area);
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += step)
      points.push(ring[i], [(ring[i - 1][0] + ring[i][0]) / 2, (ring[i - 1][1] + ring[i][1]) / 2]);
  return points;
}

/** The polygons whose border passes here. */
function ownersNear([x, y]: readonly [number, number], { owner, index }: BorderSegments): ReadonlySet<number> {
  const near = index?.search(x - ON_BORDER, y - ON_BORDER, x + ON_BORDER, y + ON_BORDER) ?? [];
  return new Set(near.map((segment) => owner[segment]));
}

/** Whether a line to the east crosses the border an odd number of times. For points that are not on it. */
function isInside(x: number, y: number, area: Area): boolean {
  let inside = false;
  for (const ring of partsOf(area).flat())
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1], ring[i]];
      if (from[1] > y === to[1] > y) continue;
      if (x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) inside = !inside;
    }
  return inside;
}

const feature = (geometry: Area) => ({ type: "Feature" as const, geometry, properties: {} });

/** What two polygons share; `undefined` where their borders are too tangled to tell. */
function sharedPart(one: Area, other: Area): Area | undefined {
  try {
    return intersect(featureCollection([feature(one), feature(other)]))?.geometry;
  } catch {
    return undefined;
  }
}

/** Length of the border, and the area inside it (shoelace formula; the first ring of a part is its outside). */
function sizeOf(area: Area, metresOf: ToMetres): { readonly border: Metres; readonly squareMetres: number } {
  let [border, squareMetres] = [0, 0];
  for (const part of partsOf(area))
    part.forEach((ring, hole) => {
      const corners = ring.map(metresOf);
      let twice = 0;
      for (let i = 1; i < corners.length; i++) {
        const [[x1, y1], [x2, y2]] = [corners[i - 1], corners[i]];
        border += Math.hypot(x2 - x1, y2 - y1);
        twice += (x1 - corners[0][0]) * (y2 - corners[0][1]) - (x2 - corners[0][0]) * (y1 - corners[0][1]);
      }
      squareMetres += (Math.abs(twice) / 2) * (hole === 0 ? 1 : -1);
    });
  return { border: metres(border), squareMetres };
}

/** A point well inside: the middle of the widest stretch that a line halfway up the first part has inside. */
function innerPoint(area: Area): [number, number][] {
  const rings = partsOf(area)[0] ?? [];
  const heights = rings.flat().map(([, y]) => y);
  // A little off the middle, where corners often lie.
  const least = heights.reduce((low, y) => Math.min(low, y), Infinity);
  const most = heights.reduce((high, y) => Math.max(high, y), -Infinity);
  const lat = least + 0.4871 * (most - least);
  const hits = rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x2, y2], i) => {
        const [x1, y1] = ring[i];
        return y1 > lat === y2 > lat ? [] : x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1);
      }),
    )
    .toSorted((a, b) => a - b);
  let [lon, widest] = [0, 0];
  for (let i = 1; i < hits.length; i += 2)
    if (hits[i] - hits[i - 1] > widest) [lon, widest] = [(hits[i] + hits[i - 1]) / 2, hits[i] - hits[i - 1]];
  return widest > 0 ? [[lon, lat]] : [];
}
