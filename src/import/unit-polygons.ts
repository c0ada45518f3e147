import { booleanPointInPolygon, centerOfMass, pointOnFeature } from "@turf/turf";
import type { Position } from "../domain/municipality.ts";
import { polygonAdjacency } from "../geo/polygon-adjacency.ts";
import { polygonLocator } from "../geo/polygon-locator.ts";
import type { Area } from "../geo/polygon-segments.ts";
import { type Crs, straightMetres } from "../geo/projection.ts";
import type { MapArea } from "./map-features.ts";
import type { Report } from "./report.ts";
import type { UnitFrame } from "./unit-frame.ts";

/** Properties that name an area, the first that is there. */
const ID_PROPERTIES = ["id", "code", "kode", "nummer", "sognekode", "name", "navn", "sognenavn"] as const;

/** Own areas as units, in the file's order. */
export function polygonFrame(areas: readonly MapArea[], crs: Crs, file: string, report: Report): UnitFrame {
  const id = readIds(areas, report);
  const geometry = areas.map(({ area }) => area);
  const centres = geometry.map(centreOf);
  const locator = polygonLocator(geometry);
  centres.forEach((centre, unit) => {
    const holder = locator.at(centre);
    if (holder !== undefined && holder !== unit)
      report("units.overlap", { file }, { one: id[unit], other: id[holder] });
  });
  const metresOf = crs === "EPSG:25832" ? ([x, y]: readonly number[]) => [x, y] as const : straightMetres(centres[0]);
  return {
    id,
    lon: Float64Array.from(centres, ({ lon }) => lon),
    lat: Float64Array.from(centres, ({ lat }) => lat),
    shape: { kind: "polygons", geometry },
    adjacency: polygonAdjacency(
      areas.map(({ drawn }) => drawn),
      metresOf,
    ),
    at: locator.at,
    near: (position, limit) => locator.at(position) ?? locator.near(position, limit),
  };
}

function readIds(areas: readonly MapArea[], report: Report): string[] {
  const seen = new Set<string>();
  return areas.map(({ feature }) => {
    const stated = [feature.id, ...ID_PROPERTIES.map((name) => feature.properties[name])].find(
      (each) => typeof each === "string" || typeof each === "number",
    );
    const id = stated === undefined ? "" : String(stated);
    if (id === "") report("units.no-id", feature.at(), {});
    else if (seen.has(id)) report("units.id-twice", feature.at(), { id });
    seen.add(id);
    return id;
  });
}

/** The centre of mass if it lies in the area, else a point on it. */
function centreOf(area: Area): Position {
  const centre = centerOfMass(area);
  const chosen = booleanPointInPolygon(centre, area)
    ? centre
    : pointOnFeature({ type: "Feature", geometry: area, properties: {} });
  const [lon, lat] = chosen.geometry.coordinates;
  return { lon, lat };
}
