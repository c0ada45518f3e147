import type { MultiPolygon, Polygon, Position } from "geojson";
import type { UnitTable } from "../worker/messages.ts";

/** Finds units on the map. */
export interface UnitFinder {
  readonly at: (lon: number, lat: number) => number | undefined;
  readonly area: (unit: number) => Polygon | MultiPolygon | undefined;
}

const finders = new WeakMap<UnitTable, Promise<UnitFinder>>();

/** One finder for a case's units, made when first needed. */
export function unitFinder(units: UnitTable): Promise<UnitFinder> {
  const known = finders.get(units);
  if (known) return known;
  const made = makeFinder(units);
  finders.set(units, made);
  return made;
}

/** Cells are computed from the place, so no thousand hidden areas are drawn; the code for it is fetched when first needed. */
async function makeFinder(units: UnitTable): Promise<UnitFinder> {
  if (units.shape.kind === "polygons") return polygonFinder(units.shape.areas.features.map(({ geometry }) => geometry));
  const { resolution } = units.shape;
  const { cellToBoundary, latLngToCell } = await import("h3-js");
  const numbers = new Map(units.id.map((id, unit) => [id, unit]));
  return {
    at: (lon, lat) => numbers.get(latLngToCell(lat, lon, resolution)),
    area: (unit) => ({ type: "Polygon", coordinates: [cellToBoundary(units.id[unit], true)] }),
  };
}

function polygonFinder(areas: readonly (Polygon | MultiPolygon)[]): UnitFinder {
  const rings = areas.map((area) => (area.type === "Polygon" ? area.coordinates : area.coordinates.flat()));
  return {
    at: (lon, lat) => {
      const found = rings.findIndex((area) => isInside(area, lon, lat));
      return found < 0 ? undefined : found;
    },
    area: (unit) => areas[unit],
  };
}

/** Even-odd over all rings, so holes are outside. */
function isInside(rings: readonly Position[][], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
      if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  return inside;
}
