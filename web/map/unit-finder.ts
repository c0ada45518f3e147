import type { MultiPolygon, Polygon } from "geojson";
import type { UnitTable } from "../worker/messages.ts";

/** Finds units on the map. */
export interface UnitFinder {
  readonly at: (lon: number, lat: number) => number | undefined;
  readonly area: (unit: number) => Polygon | MultiPolygon | undefined;
}

const finders = new WeakMap<UnitTable, Promise<UnitFinder>>();

/** One finder for a case's units; its code is fetched when first needed. */
export function unitFinder(units: UnitTable): Promise<UnitFinder> {
  const known = finders.get(units);
  if (known) return known;
  const made = import("./unit-at.ts").then(({ finderOf }) => finderOf(units));
  finders.set(units, made);
  return made;
}
