import type { GeoMultiPolygon } from "../../domain/municipality.ts";
import { NO_GROUP } from "./border-arcs.ts";
import type { Outlines } from "./outlines.ts";
import { partitionOf } from "./partition.ts";

/** The area of some units together, with what is drawn of them beyond the rim; undefined for none. */
export function areaOfUnits(outlines: Outlines, units: Iterable<number>): GeoMultiPolygon | undefined {
  const group = new Int32Array(outlines.unitCount).fill(NO_GROUP);
  for (const unit of units) group[unit] = 0;
  if (!group.includes(0)) return undefined;
  const [area] = partitionOf(outlines, group).areas;
  return area && { type: "MultiPolygon", coordinates: area.parts };
}
