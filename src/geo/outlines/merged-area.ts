import { cellsToMultiPolygon } from "h3-js";
import type { GeoMultiPolygon, Units } from "../../domain/municipality.ts";
import { areaOfUnits } from "./area-of-units.ts";
import { outlinesOf } from "./outlines.ts";

/** What makes one area of any of a case's units, through all corners and not beyond the rim, as other programs measure it. */
export function areaMaker(
  units: Pick<Units, "count" | "id" | "shape">,
): (members: readonly number[]) => GeoMultiPolygon {
  if (units.shape.kind === "h3")
    return (members) => ({
      type: "MultiPolygon",
      coordinates: cellsToMultiPolygon(
        members.map((unit) => units.id[unit]),
        true,
      ),
    });
  const outlines = outlinesOf(units);
  return (members) => areaOfUnits(outlines, members) ?? { type: "MultiPolygon", coordinates: [] };
}
