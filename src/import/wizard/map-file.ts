import { crsOfName } from "../../geo/coordinate-systems.ts";
import type { FoundPart } from "./found-part.ts";
import type { startOrigins } from "./origins.ts";

/** The features of one or more parts as one GeoJSON file, a line each. Coordinates stand as they are, and the file names their system where it is known. */
export function mapText(path: string, parts: readonly FoundPart[], origins: ReturnType<typeof startOrigins>): string {
  const features: string[] = [];
  for (const { part, rows } of parts)
    for (const row of rows) {
      const feature = part.feature?.(row);
      if (!feature) continue;
      origins.feature(path, { part, row, columns: new Map() });
      const { id, properties, geometry } = feature;
      features.push(JSON.stringify({ type: "Feature", ...(id !== undefined && { id }), properties, geometry }));
    }
  const [{ recipe, part }] = parts;
  const crs = (recipe.crs === undefined ? undefined : crsOfName(recipe.crs)) ?? part.crs;
  const named = crs === undefined ? "" : `"crs": ${JSON.stringify({ type: "name", properties: { name: crs } })},\n`;
  return `{"type": "FeatureCollection",\n${named}"features": [\n${features.join(",\n")}\n]}\n`;
}
