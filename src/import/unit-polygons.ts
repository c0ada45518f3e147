import { booleanPointInPolygon, centerOfMass, pointOnFeature } from "@turf/turf";
import type { Position } from "../domain/municipality.ts";
import { polygonAdjacency } from "../geo/polygon-adjacency.ts";
import { borderCrossings } from "../geo/border-crossings.ts";
import { overlaps } from "../geo/polygon-overlaps.ts";
import { polygonLocator } from "../geo/polygon-locator.ts";
import { type Area, borderSegments } from "../geo/polygon-segments.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { metresIn } from "../geo/projection.ts";
import type { MapArea } from "./map-features.ts";
import type { Residents } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { EmptyUnits } from "./empty-units.ts";
import { readUnitIds } from "./unit-ids.ts";
import { reportOverlaps } from "./unit-overlaps.ts";

/** Own areas as units, in the file's order. */
export function polygonUnits(
  areas: readonly MapArea[],
  crs: Crs,
  residents: readonly Residents[],
  file: string,
  report: Report,
): EmptyUnits {
  const id = readUnitIds(areas, report);
  const geometry = areas.map(({ area }) => area);
  const centres = geometry.map(centreOf);
  const locator = polygonLocator(geometry);
  const drawn = areas.map((each) => each.drawn);
  const metresOf = metresIn(crs, drawn);
  const borders = borderSegments(drawn, metresOf);
  const { own, pairs } = borderCrossings(borders, areas.length);
  for (const unit of own.keys()) report("area.crosses-itself", areas[unit].feature.at(), { area: id[unit] });
  reportOverlaps({ areas, id, crs, file }, overlaps(drawn, borders, pairs, metresOf), residents, report);
  return {
    id,
    lon: Float64Array.from(centres, ({ lon }) => lon),
    lat: Float64Array.from(centres, ({ lat }) => lat),
    shape: { kind: "polygons", geometry },
    adjacency: polygonAdjacency(drawn, metresOf),
    at: locator.at,
    near: (position, limit) => locator.at(position) ?? locator.near(position, limit),
  };
}

/** The centre of mass if it lies in the area, else a point on it. */
export function centreOf(area: Area): Position {
  const centre = centerOfMass(area);
  const chosen = booleanPointInPolygon(centre, area)
    ? centre
    : pointOnFeature({ type: "Feature", geometry: area, properties: {} });
  const [lon, lat] = chosen.geometry.coordinates;
  return { lon, lat };
}
