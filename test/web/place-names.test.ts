import { describe, expect, test } from "vitest";
import { type NameSpots, nameSpots } from "../../web/map/place-names.ts";

/** Towns two kilometres apart on a line from west to east, and a village without a school between them. */
const PLACES = { west: 11.5, between: 11.516, east: 11.532 };
const SCHOOLS = [PLACES.west, PLACES.east].map((lon) => ({ lon, lat: 55.7 }));

const spotsAt = (zoom: number): Record<keyof typeof PLACES, NameSpots> => {
  const names = Object.keys(PLACES) as (keyof typeof PLACES)[];
  const spots = nameSpots(
    {
      type: "FeatureCollection",
      features: names.map((name) => ({
        type: "Feature",
        properties: { name, population: 1000 },
        geometry: { type: "Point", coordinates: [PLACES[name], 55.7] },
      })),
    },
    SCHOOLS,
    zoom,
  );
  return Object.fromEntries(names.map((name, i) => [name, spots[i]])) as Record<keyof typeof PLACES, NameSpots>;
};

const anchors = (spots: NameSpots): readonly unknown[] => spots.filter((part) => typeof part === "string");

describe("where a town's name may stand", () => {
  test("on a small map a name stands on the far side of its own school from the next one", () => {
    // 2 km are 12 pixels at zoom 8: the next school's mark touches the own one.
    const { west, east } = spotsAt(8);
    const [ofWest, ofEast] = [anchors(west), anchors(east)];
    expect(ofWest.length).toBeGreaterThan(0);
    expect(ofEast.length).toBeGreaterThan(0);
    // Anchored by its right end it stands to the west of its place.
    expect(ofWest.every((anchor) => String(anchor).includes("right"))).toBe(true);
    expect(ofEast.every((anchor) => String(anchor).includes("left"))).toBe(true);
  });

  test("a village without a school has no name where every spot for it is beside another place's school", () => {
    expect(spotsAt(8).between).toEqual([]);
  });

  test("on a large map every side is free", () => {
    const { west, between, east } = spotsAt(12);
    for (const spots of [west, between, east]) expect(new Set(anchors(spots)).size).toBe(8);
  });
});
