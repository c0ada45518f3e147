import Flatbush from "flatbush";
import type { GeoMultiPolygon, GeoPolygon } from "../domain/municipality.ts";

export type Area = GeoPolygon | GeoMultiPolygon;

/** Borders of many polygons as straight segments with a spatial index. */
export interface BorderSegments {
  /** Ends in metres, `[4 * segment]`: x and y of the one end, x and y of the other. */
  readonly ends: Float64Array;
  /** Polygon a segment belongs to, `[segment]`. */
  readonly owner: Uint32Array;
  /** Boxes of the segments, in the same metres and order. */
  readonly index: Flatbush | undefined;
}

export const partsOf = (area: Area): readonly number[][][][] =>
  area.type === "Polygon" ? [area.coordinates] : [...area.coordinates];

/** A position of the polygons in metres, in a plane where their borders stay straight. */
export type ToMetres = (position: readonly number[]) => readonly [number, number];

export function borderSegments(areas: readonly Area[], metresOf: ToMetres): BorderSegments {
  const ends: number[] = [];
  const owner: number[] = [];
  areas.forEach((area, polygon) => {
    for (const ring of partsOf(area).flat()) {
      const corners = ring.map(metresOf);
      for (let i = 1; i < corners.length; i++) {
        ends.push(...corners[i - 1], ...corners[i]);
        owner.push(polygon);
      }
    }
  });
  return { ends: Float64Array.from(ends), owner: Uint32Array.from(owner), index: indexOf(ends) };
}

function indexOf(ends: readonly number[]): Flatbush | undefined {
  if (ends.length === 0) return undefined;
  const index = new Flatbush(ends.length / 4);
  for (let i = 0; i < ends.length; i += 4)
    index.add(
      Math.min(ends[i], ends[i + 2]),
      Math.min(ends[i + 1], ends[i + 3]),
      Math.max(ends[i], ends[i + 2]),
      Math.max(ends[i + 1], ends[i + 3]),
    );
  index.finish();
  return index;
}
