import type { MapScenery } from "../worker/messages.ts";

/** The name of the town or village nearest to a place; undefined where the case has none. */
export function nearestPlace({ places }: MapScenery, lon: number, lat: number): string | undefined {
  let name: string | undefined;
  let least = Infinity;
  const perLon = Math.cos((lat * Math.PI) / 180);
  for (const { geometry, properties } of places.features) {
    const [east, north] = geometry.coordinates;
    const off = ((east - lon) * perLon) ** 2 + (north - lat) ** 2;
    if (off < least) [name, least] = [properties.name, off];
  }
  return name;
}
