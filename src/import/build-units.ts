import type { Units } from "../domain/municipality.ts";
import { beyondTouch, withLinks } from "../geo/adjacency.ts";
import { CASE_FILES } from "./case-files.ts";
import type { CaseReading } from "./case-json.ts";
import { crossings } from "./crossings.ts";
import type { MapReadings } from "./read-maps.ts";
import type { TableReadings } from "./read-tables.ts";
import type { Report } from "./report.ts";
import { cellUnits } from "./unit-cells.ts";
import type { EmptyUnits } from "./empty-units.ts";
import { polygonUnits } from "./unit-polygons.ts";

/** The units as far as the files that make them could be read. */
export function emptyUnitsOf(
  read: CaseReading,
  { sites, pupils }: TableReadings,
  { outline, unitAreas }: MapReadings,
  report: Report,
): EmptyUnits | undefined {
  if (unitAreas !== "none")
    return unitAreas && polygonUnits(unitAreas.areas, unitAreas.crs, pupils?.residents ?? [], CASE_FILES.units, report);
  if (!outline) return undefined;
  const open = sites?.rows.flatMap(({ site }) => (site.teaches === 0 ? [] : site)) ?? [];
  const resolution = read.caseFile.units.kind === "h3" ? read.caseFile.units.resolution : 9;
  return cellUnits(outline, resolution, { residents: pupils?.residents ?? [], openSites: open }, CASE_FILES, report);
}

/** Units with the links that ferries and bridges make. */
export function unitsOf(empty: EmptyUnits, roads: NonNullable<MapReadings["roads"]>): Units {
  const { id, lon, lat, shape, adjacency } = empty;
  const { ferries, bridges } = crossings(roads.network, empty);
  const byLand = withLinks(adjacency, bridges);
  const joined = Uint32Array.from(beyondTouch(byLand, ferries));
  const units = { count: id.length, id, lon, lat, shape, adjacency: withLinks(byLand, joined) };
  return joined.length > 0 ? { ...units, ferries: joined } : units;
}
