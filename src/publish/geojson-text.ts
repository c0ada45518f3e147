import type { Crs } from "../geo/coordinate-systems.ts";

/** A feature of one part or of several, in one line. */
export const featureText = (properties: object, type: "LineString" | "Polygon", parts: readonly unknown[]): string =>
  JSON.stringify({
    type: "Feature",
    properties,
    geometry: parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts },
  });

/** A map of such features, in a coordinate system where it is to say so. */
export function collectionText(crs: Crs | undefined, features: readonly string[]): string {
  const name = crs && { type: "name", properties: { name: `urn:ogc:def:crs:${crs.replace(":", "::")}` } };
  return `{"type":"FeatureCollection",${name ? `"crs":${JSON.stringify(name)},` : ""}"features":[\n${features.join(",\n")}\n]}\n`;
}
