import { nearestOf, type Position } from "../../src/index.ts";
import type { MapScenery } from "../worker/messages.ts";

export interface Named extends Position {
  readonly name: string;
  /** 0 where it is not known, or where there is nothing to count. */
  readonly population?: number;
}

const known = new WeakMap<MapScenery["places"], readonly Named[]>();

/** The towns and villages of a case. */
export function placesOf({ places }: Pick<MapScenery, "places">): readonly Named[] {
  const found =
    known.get(places) ??
    places.features.map(({ geometry: { coordinates }, properties: { name, population } }) => ({
      name,
      population,
      lon: coordinates[0],
      lat: coordinates[1],
    }));
  known.set(places, found);
  return found;
}

/** The name of the town or village nearest to a place; undefined where the case has none. */
export function nearestPlace(scenery: MapScenery, lon: number, lat: number): string | undefined {
  const places = placesOf(scenery);
  return places[nearestOf(places, { lon, lat }) ?? -1]?.name;
}
