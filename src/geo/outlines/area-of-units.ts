import type { GeoMultiPolygon } from "../../domain/municipality.ts";
import { NO_UNIT } from "./edge-table.ts";
import type { Outlines } from "./outlines.ts";
import { partitionOf } from "./partition.ts";
import { unitEdges } from "./unit-edges.ts";

/**
 * The area of some units together, with what is drawn of them beyond the rim; undefined for none. Looks at their own edges alone: a hand
 * that moves asks for a few dozen units of thousands.
 */
export function areaOfUnits(outlines: Outlines, units: Iterable<number>): GeoMultiPolygon | undefined {
  const [area] = partitionOf(asOneUnit(outlines, new Set(units)), Int32Array.of(0)).areas;
  return area && { type: "MultiPolygon", coordinates: area.parts };
}

/** The edges with a member on one side alone, in their order, and their corners, as those of one unit. */
function asOneUnit(outlines: Outlines, members: ReadonlySet<number>): Outlines {
  const { start, edges } = unitEdges(outlines);
  const around: number[] = [];
  for (const unit of members)
    for (let i = start[unit]; i < start[unit + 1]; i++) {
      const [left, right] = [outlines.sides[2 * edges[i]], outlines.sides[2 * edges[i] + 1]];
      if (!members.has(left === unit ? right : left)) around.push(edges[i]);
    }
  const places = new Map<number, number>();
  const corners: number[] = [];
  const placeOf = (corner: number): number => {
    const place = places.get(corner) ?? places.size;
    if (place === places.size) {
      places.set(corner, place);
      corners.push(outlines.corners[2 * corner], outlines.corners[2 * corner + 1]);
    }
    return place;
  };
  const sides: number[] = [];
  const ends = around
    .toSorted((a, b) => a - b)
    .flatMap((edge) => {
      sides.push(...(members.has(outlines.sides[2 * edge]) ? [0, NO_UNIT] : [NO_UNIT, 0]));
      return [placeOf(outlines.ends[2 * edge]), placeOf(outlines.ends[2 * edge + 1])];
    });
  return {
    ...outlines,
    unitCount: 1,
    corners: Float64Array.from(corners),
    ends: Uint32Array.from(ends),
    sides: Uint32Array.from(sides),
  };
}
