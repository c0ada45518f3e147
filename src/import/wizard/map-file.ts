import { crsOfName } from "../../geo/coordinate-systems.ts";
import type { RecipePart } from "../../protocol/recipe-file.ts";
import { plainName } from "../columns.ts";
import type { FoundPart } from "./found-part.ts";
import type { startOrigins } from "./origins.ts";
import { roleInfo } from "./roles.ts";

/** The features of one or more parts as one GeoJSON file, a line each, properties under the names that readers know beside their own. Coordinates stand as they are, and the file names their system where it is known. */
export function mapText(path: string, parts: readonly FoundPart[], origins: ReturnType<typeof startOrigins>): string {
  const features: string[] = [];
  for (const { part, recipe, rows, columns } of parts) {
    const others = columns.size === 0 ? part.columns : unnamed(part.columns, recipe, columns);
    for (const row of rows) {
      const feature = part.feature?.(row);
      if (!feature) continue;
      origins.feature(path, { part, row, columns });
      const { id, geometry } = feature;
      const properties = Object.fromEntries([
        ...[...columns].map(([role, column]) => [role, part.cell(row, column)]),
        ...others.map((name) => [name, feature.properties[name]]),
      ]);
      features.push(JSON.stringify({ type: "Feature", ...(id !== undefined && { id }), properties, geometry }));
    }
  }
  const [{ recipe, part }] = parts;
  const crs = (recipe.crs === undefined ? undefined : crsOfName(recipe.crs)) ?? part.crs;
  const named = crs === undefined ? "" : `"crs": ${JSON.stringify({ type: "name", properties: { name: crs } })},\n`;
  return `{"type": "FeatureCollection",\n${named}"features": [\n${features.join(",\n")}\n]}\n`;
}

/** Properties that a reader would not take for one of those that the recipe names: of two that mean the same the named one counts. */
function unnamed(
  all: readonly string[],
  { is }: Pick<RecipePart, "is">,
  columns: ReadonlyMap<string, string>,
): readonly string[] {
  const named = new Set(columns.values());
  const known = new Set([
    ...columns.keys(),
    ...[...columns.keys()].flatMap((role) => roleInfo(is)?.columns?.[role] ?? []),
  ]);
  const words = new Set([...known].map(plainName));
  return all.filter((name) => !named.has(name) && !words.has(plainName(name)));
}
