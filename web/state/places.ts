import type { MapScenery } from "../worker/messages.ts";

export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

export interface Named extends Spot {
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

/** Number of the nearest; undefined where there are none. */
export function nearestOf(centres: readonly Spot[], lon: number, lat: number): number | undefined {
  let nearest: number | undefined;
  let least = Infinity;
  const perLon = Math.cos((lat * Math.PI) / 180);
  centres.forEach((centre, number) => {
    const off = ((centre.lon - lon) * perLon) ** 2 + (centre.lat - lat) ** 2;
    if (off < least) [nearest, least] = [number, off];
  });
  return nearest;
}

/** The name of the town or village nearest to a place; undefined where the case has none. */
export function nearestPlace(scenery: MapScenery, lon: number, lat: number): string | undefined {
  const places = placesOf(scenery);
  return places[nearestOf(places, lon, lat) ?? -1]?.name;
}
