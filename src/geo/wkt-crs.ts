import proj4 from "proj4";
import { type Crs, crsOfCode, DEGREES, definitionOf, KNOWN_SYSTEMS } from "./coordinate-systems.ts";

/**
 * The system that well-known text describes, as a shapefile's .prj holds it; `undefined` where it is none that this program knows. Names are
 * written in many ways, so what counts is where places come to lie: on the millimetre where the known one puts them.
 */
export function crsOfWkt(wkt: string): Crs | undefined {
  const text = wkt.trim();
  const projected = /PROJ(?:CS|CRS)\s*\[/i.exec(text);
  if (!projected) return isDegrees(text) ? DEGREES : undefined;
  const code = /\]\s*,\s*(?:AUTHORITY\["EPSG",\s*"(\d+)"\]|ID\["EPSG",\s*(\d+)\])\s*\]\s*$/i.exec(text);
  const stated = code && crsOfCode(Number(code[1] ?? code[2]));
  if (stated) return stated;
  const own = text.slice(projected.index);
  const meridian = Number(
    /"(?:central_meridian|longitude_of_center|longitude of natural origin)"\s*,\s*(-?[\d.]+)/i.exec(own)?.[1] ?? 0,
  );
  const parallel = Number(
    /"(?:latitude_of_origin|latitude_of_center|latitude of natural origin)"\s*,\s*(-?[\d.]+)/i.exec(own)?.[1] ?? 0,
  );
  try {
    const described = placesIn(own, meridian, parallel);
    return KNOWN_SYSTEMS.find((crs) => isSame(described, placesIn(definitionOf(crs) ?? "", meridian, parallel)));
  } catch {
    // What cannot be read is not known.
    return undefined;
  }
}

/** Degrees of a datum that is WGS84 to a metre or two. */
const isDegrees = (text: string): boolean =>
  /^(GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS)\s*\[/i.test(text) &&
  /WGS[_ ]?(19)?84|World Geodetic System 1984|ETRS[_ ]?(19)?89|European[_ ]Terrestrial|NAD[_ ]?(19)?83|North[_ ]American[_ ](Datum[_ ])?1983|GDA[_ ]?(1994|2020|94)/i.test(
    text,
  ) &&
  /UNIT\s*\[\s*"degree/i.test(text);

/** Where some places around a projection's middle come to lie in it. */
function placesIn(definition: string, meridian: number, parallel: number): readonly number[] {
  const { forward } = proj4(definition);
  return [
    [0.3, 1],
    [-1.2, 5],
    [2, 12],
  ].flatMap(([east, north]) => forward([meridian + east, Math.max(-80, Math.min(80, parallel + north))]));
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((each, i) => Math.abs(each - other[i]) < 0.001);
