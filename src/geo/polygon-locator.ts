import { booleanPointInPolygon } from "@turf/turf";
import Flatbush from "flatbush";
import type { Position } from "../domain/municipality.ts";
import type { Metres } from "../domain/quantities.ts";
import { straightMetres } from "./projection.ts";
import { type Area, borderSegments, partsOf } from "./polygon-segments.ts";

/** Says which polygon a position lies in. */
interface PolygonLocator {
  /** Number of the polygon that holds the position; the first of several. */
  readonly at: (position: Position) => number | undefined;
  /** Numbers of all polygons that hold the position, ascending; on a border is not in it. */
  readonly allAt: (position: Position) => readonly number[];
  /** Number of the polygon whose border is nearest, if it is within the limit. */
  readonly near: (position: Position, limit: Metres) => number | undefined;
}

/** Polygons in degrees WGS84. */
export function polygonLocator(areas: readonly Area[]): PolygonLocator {
  const boxes = boxIndex(areas);
  const first = areas.length > 0 ? partsOf(areas[0])[0][0][0] : [0, 0];
  const metresOf = straightMetres({ lon: first[0], lat: first[1] });
  const { ends, owner, index } = borderSegments(areas, metresOf);
  const near = ({ lon, lat }: Position): readonly number[] =>
    boxes?.search(lon, lat, lon, lat).toSorted((a, b) => a - b) ?? [];
  return {
    at: (position) =>
      near(position).find((polygon) => booleanPointInPolygon([position.lon, position.lat], areas[polygon])),
    allAt: (position) =>
      near(position).filter((polygon) =>
        booleanPointInPolygon([position.lon, position.lat], areas[polygon], { ignoreBoundary: true }),
      ),
    near: ({ lon, lat }, limit) => {
      const [x, y] = metresOf([lon, lat]);
      let nearest: number | undefined;
      let least: number = limit;
      for (const segment of index?.neighbors(x, y, Infinity, limit) ?? []) {
        const distance = distanceToSegment(x, y, ends.subarray(4 * segment, 4 * segment + 4));
        if (distance > least) continue;
        least = distance;
        nearest = owner[segment];
      }
      return nearest;
    },
  };
}

/** Boxes around the polygons, in their own coordinates. */
export function boxIndex(areas: readonly Area[]): Flatbush | undefined {
  if (areas.length === 0) return undefined;
  const index = new Flatbush(areas.length);
  for (const area of areas) {
    const positions = partsOf(area).flat(2);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon, lat] of positions) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return index;
}

/** Metres from a point to the segment `[x, y, x, y]`. */
function distanceToSegment(x: number, y: number, [x1, y1, x2, y2]: Float64Array): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
