import { quotedList } from "../domain/language.ts";
import type { MapArea } from "./map-features.ts";
import type { Report } from "./report.ts";

/** Properties that name an area after `id`, the first that is there. */
const ID_PROPERTIES = ["code", "kode", "nummer", "sognekode", "name", "navn", "sognenavn"] as const;

/**
 * The areas' ids: property `id`, else the feature's own id, else another property that names it. Running numbers that map
 * programs write as the features' own ids come last.
 */
export function readUnitIds(areas: readonly MapArea[], report: Report): string[] {
  const own = areas.map(({ feature }) => textOf(feature.id));
  const isRunning = areas.length > 1 && own.every((id, i) => endsIn(id, Number(trailing(own[0])) + i));
  const seen = new Set<string>();
  return areas.map(({ feature }, i) => {
    const properties = new Map(Object.entries(feature.properties).map(([name, value]) => [name.toLowerCase(), value]));
    const named = ID_PROPERTIES.map((name) => textOf(properties.get(name)));
    const order = isRunning ? [...named, own[i]] : [own[i], ...named];
    const id = [textOf(properties.get("id")), ...order].find((each) => each !== undefined) ?? "";
    if (id === "") report("units.no-id", feature.at(), { found: quotedList(Object.keys(feature.properties)) });
    else if (seen.has(id)) report("units.id-twice", feature.at(), { id });
    seen.add(id);
    return id;
  });
}

/** All that an area is called by its properties. */
export function namesOf({ properties }: MapArea["feature"]): readonly string[] {
  const known = new Set<string>(ID_PROPERTIES);
  return Object.entries(properties).flatMap(([name, value]) =>
    known.has(name.toLowerCase()) ? (textOf(value) ?? []) : [],
  );
}

const textOf = (value: unknown): string | undefined => {
  const text = typeof value === "string" || typeof value === "number" ? `${value}`.trim() : "";
  return text === "" ? undefined : text;
};

const trailing = (id: string | undefined): string => /\d+$/.exec(id ?? "")?.[0] ?? "";
const endsIn = (id: string | undefined, number: number): boolean => trailing(id) === `${number}`;
