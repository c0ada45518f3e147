import { plainName } from "./columns.ts";

/** What a map's feature says under the first of some names, as text; names are compared as those of columns are. */
export function propertyNamed(
  properties: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  const own = new Map(Object.entries(properties).map(([name, value]) => [plainName(name), value]));
  for (const name of names) {
    const value = own.get(plainName(name));
    const text = typeof value === "string" || typeof value === "number" ? `${value}`.trim() : "";
    if (text !== "") return text;
  }
  return undefined;
}
