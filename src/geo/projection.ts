import proj4 from "proj4";
import type { Position } from "../domain/municipality.ts";

/** The two coordinate systems of Danish planning files: degrees (WGS84) and metres (ETRS89 / UTM zone 32N). */
export const CRS_NAMES = ["EPSG:4326", "EPSG:25832"] as const;
export type Crs = (typeof CRS_NAMES)[number];

/** A point in the plane of EPSG:25832: metres east and north. */
interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** ETRS89 and WGS84 are taken as the same datum, as Danish practice does (they differ by less than a metre). */
const utm32 = proj4("+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs");

export function planePoint({ lon, lat }: Position): PlanePoint {
  const [x, y] = utm32.forward([lon, lat]);
  return { x, y };
}

export function degreesPoint({ x, y }: PlanePoint): Position {
  const [lon, lat] = utm32.inverse([x, y]);
  return { lon, lat };
}

/** Degrees `lon[point]`, `lat[point]` to metres in EPSG:25832, `xy[2 * point]` east and `xy[2 * point + 1]` north. */
export function toPlane(lon: ArrayLike<number>, lat: ArrayLike<number>): Float64Array {
  const xy = new Float64Array(2 * lon.length);
  for (let point = 0; point < lon.length; point++) {
    const [x, y] = utm32.forward([lon[point], lat[point]]);
    xy[2 * point] = x;
    xy[2 * point + 1] = y;
  }
  return xy;
}

/** The way back from {@link toPlane}: metres in pairs to degrees WGS84. */
export function toDegrees(xy: ArrayLike<number>): { readonly lon: Float64Array; readonly lat: Float64Array } {
  const count = xy.length / 2;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    const [east, north] = utm32.inverse([xy[2 * point], xy[2 * point + 1]]);
    lon[point] = east;
    lat[point] = north;
  }
  return { lon, lat };
}

/**
 * Degrees to metres by one scale for the whole area: a straight border in degrees stays straight, which no real projection
 * gives. For comparing borders with each other, not for distances over more than some kilometres.
 */
export function straightMetres(origin: Position): (position: readonly number[]) => readonly [number, number] {
  const perLat = 111_320;
  const perLon = perLat * Math.cos((origin.lat * Math.PI) / 180);
  return ([lon, lat]) => [(lon - origin.lon) * perLon, (lat - origin.lat) * perLat];
}
