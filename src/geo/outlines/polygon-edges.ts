import { type Area, partsOf } from "../polygon-segments.ts";
import type { Corners } from "./corners.ts";
import type { EdgeTable } from "./edge-table.ts";

/** A corner this near to a side lies on it, degrees: some two decimetres. */
const ON_SIDE = 2e-6;

/** Adds the edges of polygons, with every corner that lies on a side of another one put into that side. */
export function addPolygons(areas: readonly Area[], corners: Corners, table: EdgeTable): void {
  const rings = areas.flatMap((area, unit) =>
    partsOf(area).flatMap((part) =>
      part.map((ring, place) => ({ unit, ring: numbered(ring, corners, place === 0 ? "area" : "hole") })),
    ),
  );
  const fromWest = Uint32Array.from({ length: corners.count }, (_, corner) => corner).toSorted(
    (a, b) => corners.lon(a) - corners.lon(b),
  );
  for (const { unit, ring } of rings) table.addRing(unit, withCornersOn(ring, corners, fromWest));
}

/** Corner numbers of a ring, its inside to the left whichever way the file draws it. */
function numbered(ring: readonly (readonly number[])[], corners: Corners, kind: "area" | "hole"): readonly number[] {
  const numbers = ring.slice(1).map(([lon, lat]) => corners.numberAt(lon, lat));
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + (x - ring[0][0]) * (nextY - ring[0][1]) - (nextX - ring[0][0]) * (y - ring[0][1]);
  }, 0);
  return twice > 0 === (kind === "area") ? numbers : numbers.toReversed();
}

function withCornersOn(ring: readonly number[], corners: Corners, fromWest: Uint32Array): readonly number[] {
  return ring.flatMap((to, i) => [...cornersOn(ring[(i + ring.length - 1) % ring.length], to, corners, fromWest), to]);
}

/** Corners strictly inside a side, from its start to its end. */
function cornersOn(from: number, to: number, { lon, lat }: Corners, fromWest: Uint32Array): readonly number[] {
  const [x, y] = [lon(to) - lon(from), lat(to) - lat(from)];
  const length = Math.hypot(x, y);
  if (length <= 2 * ON_SIDE) return [];
  const west = Math.min(lon(from), lon(to)) - ON_SIDE;
  const east = Math.max(lon(from), lon(to)) + ON_SIDE;
  const found: { readonly along: number; readonly corner: number }[] = [];
  for (let i = firstFrom(west, lon, fromWest); i < fromWest.length && lon(fromWest[i]) <= east; i++) {
    const corner = fromWest[i];
    const [dx, dy] = [lon(corner) - lon(from), lat(corner) - lat(from)];
    const along = (dx * x + dy * y) / length;
    const aside = Math.abs(dx * y - dy * x) / length;
    if (aside <= ON_SIDE && along > ON_SIDE && along < length - ON_SIDE) found.push({ along, corner });
  }
  return found.toSorted((a, b) => a.along - b.along).map(({ corner }) => corner);
}

/** Place of the first corner, of those in order from west to east, that does not lie west of a meridian. */
function firstFrom(west: number, lon: Corners["lon"], fromWest: Uint32Array): number {
  let [low, high] = [0, fromWest.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lon(fromWest[middle]) < west) low = middle + 1;
    else high = middle;
  }
  return low;
}
