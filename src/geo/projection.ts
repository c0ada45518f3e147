import proj4 from "proj4";
import type { Plane, Position } from "../domain/municipality.ts";
import { type Crs, definitionOf, mercatorThrough, UTM32_DEFINITION } from "./coordinate-systems.ts";
import { type Area, partsOf } from "./polygon-segments.ts";

/** A point in a plane: metres east and north. */
interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** ETRS89 / UTM zone 32N, in which Danish cases are measured. ETRS89 and WGS84 are taken as the same datum, as Danish practice does (they differ by less than a metre). */
export const DANISH_PLANE: Plane = UTM32_DEFINITION;

/** Degrees either side of the ninth meridian within which UTM zone 32 shows a length with an error under 0.06 %, as far north as Denmark. */
const ZONE_32_REACH = 3.8;

/**
 * The plane to measure a case in that lies around a place: Danish planning's own where it is true enough, elsewhere a transverse Mercator
 * projection through the place itself, so that a length 100 km to either side is still within 0.02 % of the ellipsoid's.
 */
export function planeAround({ lon, lat }: Position): Plane {
  if (Math.abs(lon - 9) <= ZONE_32_REACH && lat > 54 && lat < 58.5) return DANISH_PLANE;
  return mercatorThrough({ lon: Number(lon.toFixed(1)), lat: Math.round(lat) });
}

const converterTo = (definition: string) => proj4(definition);
const converters = new Map<string, ReturnType<typeof converterTo>>();

/** One for each system: what makes it reads its definition. */
function converterOf(definition: string): ReturnType<typeof converterTo> {
  const known = converters.get(definition) ?? converterTo(definition);
  converters.set(definition, known);
  return known;
}

export function planePoint(plane: Plane, { lon, lat }: Position): PlanePoint {
  const [x, y] = converterOf(plane).forward([lon, lat]);
  return { x, y };
}

export function degreesPoint(plane: Plane, { x, y }: PlanePoint): Position {
  const [lon, lat] = converterOf(plane).inverse([x, y]);
  return { lon, lat };
}

/** Degrees `lon[point]`, `lat[point]` to metres in a plane, `xy[2 * point]` east and `xy[2 * point + 1]` north. */
export function toPlane(plane: Plane, lon: ArrayLike<number>, lat: ArrayLike<number>): Float64Array {
  const converter = converterOf(plane);
  const xy = new Float64Array(2 * lon.length);
  for (let point = 0; point < lon.length; point++) {
    const [x, y] = converter.forward([lon[point], lat[point]]);
    xy[2 * point] = x;
    xy[2 * point + 1] = y;
  }
  return xy;
}

/** The way back from {@link toPlane}: pairs in a plane, or in any coordinate system by its definition, to degrees WGS84. */
export function toDegrees(
  plane: Plane,
  xy: ArrayLike<number>,
): { readonly lon: Float64Array; readonly lat: Float64Array } {
  const converter = converterOf(plane);
  const count = xy.length / 2;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    const [east, north] = converter.inverse([xy[2 * point], xy[2 * point + 1]]);
    lon[point] = east;
    lat[point] = north;
  }
  return { lon, lat };
}

/** Every second of some numbers, from the first or the second on. */
export function everyOther(values: ArrayLike<number>, first: 0 | 1): Float64Array {
  const found = new Float64Array(values.length >> 1);
  for (let i = 0; i < found.length; i++) found[i] = values[2 * i + first];
  return found;
}

/** Degrees WGS84 of pairs in a coordinate system, degrees among them. */
export function degreesIn(
  crs: Crs,
  xy: ArrayLike<number>,
): { readonly lon: ArrayLike<number>; readonly lat: ArrayLike<number> } {
  const definition = definitionOf(crs);
  return definition === undefined ? { lon: everyOther(xy, 0), lat: everyOther(xy, 1) } : toDegrees(definition, xy);
}

/** Metres from one parallel to the next degree's, near enough; along a parallel they shrink with the cosine of the latitude. */
export const METRES_PER_DEGREE = 111_320;

/**
 * Degrees to metres by one scale for the whole area: a straight border in degrees stays straight, which no real projection
 * gives. For comparing borders with each other, not for distances over more than some kilometres.
 */
export function straightMetres(origin: Position): (position: readonly number[]) => readonly [number, number] {
  const perLon = METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180);
  return ([lon, lat]) => [(lon - origin.lon) * perLon, (lat - origin.lat) * METRES_PER_DEGREE];
}

/** Metres, near enough to compare borders, of what areas of a coordinate system are drawn in: its own, or of degrees one scale for the whole of them. */
export function metresIn(crs: Crs, drawn: readonly Area[]): (position: readonly number[]) => readonly [number, number] {
  if (definitionOf(crs) !== undefined) return ([x, y]) => [x, y];
  const [lon, lat] = drawn.length > 0 ? partsOf(drawn[0])[0][0][0] : [0, 0];
  return straightMetres({ lon, lat });
}
