import type { GeoMultiPolygon } from "../../domain/municipality.ts";
import { NO_GROUP } from "./border-arcs.ts";
import type { Outlines } from "./outlines.ts";
import { partitionOf } from "./partition.ts";
import { unitEdges } from "./unit-edges.ts";

/**
 * The area of each of some units by itself, `[place in units]`, each unit named once: through all its corners, so that areas
 * drawn at different times leave no gap, and with what is drawn of it beyond the rim.
 */
export function unitAreas(outlines: Outlines, units: readonly number[]): readonly GeoMultiPolygon[] {
  const { start, edges } = unitEdges(outlines);
  const group = new Int32Array(outlines.unitCount).fill(NO_GROUP);
  units.forEach((unit, place) => (group[unit] = place));
  const around = new Set(units.flatMap((unit) => [...edges.subarray(start[unit], start[unit + 1])]));
  const pairs = (of: Uint32Array): Uint32Array =>
    Uint32Array.from([...around].flatMap((edge) => [of[2 * edge], of[2 * edge + 1]]));
  const { areas } = partitionOf(
    { ...outlines, lines: "corners", ends: pairs(outlines.ends), sides: pairs(outlines.sides) },
    group,
  );
  return areas.map(({ parts }) => ({ type: "MultiPolygon", coordinates: parts }));
}
