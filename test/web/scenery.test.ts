import { area, booleanPointInPolygon, polygon } from "@turf/turf";
import { expect, test } from "vitest";
import { sceneryOf } from "../../web/worker/scenery.ts";
import { mapRoads } from "../../web/worker/map-roads.ts";
import { openedCase } from "../cases/opened.ts";

const { municipality } = openedCase("holbaek").basis;
const { around, coast, known, neighbours, outline, water } = sceneryOf(municipality);

test("land and sea go on far beyond the municipality", () => {
  const [west, south, east, north] = known;
  expect([west < 10.5, south < 55.1, east > 12.6, north > 56.3]).toEqual([true, true, true, true]);
  const ground = polygon(around!.sea.coordinates);
  const land = around!.land.coordinates.map((rings) => area(polygon(rings)));
  expect(area(ground)).toBeGreaterThan(land.reduce((sum, each) => sum + each, 0));
});

/** Whether some stretch of a line goes straight along a meridian or a parallel, as a cut does. */
const isCut = (line: readonly (readonly number[])[]): boolean =>
  line.some(([lon, lat], i) => {
    const [lonBefore, latBefore] = line[Math.max(0, i - 1)];
    const isStraight = lon === lonBefore || lat === latBefore;
    return isStraight && Math.hypot(lon - lonBefore, lat - latBefore) > 0.1;
  });

test("a coast is where land and water meet, never where the data end", () => {
  expect(coast.coordinates.length).toBeGreaterThan(10);
  expect(coast.coordinates.filter(isCut)).toEqual([]);
  expect(isCut([...around!.sea.coordinates[0]])).toBe(true);
});

test("each neighbour's name stands on land outside the municipality", () => {
  expect(neighbours.features.map(({ properties: { name } }) => name)).toEqual([
    "Odsherred Kommune",
    "Kalundborg Kommune",
    "Sorø Kommune",
    "Ringsted Kommune",
    "Lejre Kommune",
    "Frederikssund Kommune",
  ]);
  for (const { geometry } of neighbours.features)
    expect([outline!, water!].map((place) => booleanPointInPolygon(geometry, place))).toEqual([false, false]);
});

const linesIn = async (text: Blob): Promise<readonly (readonly [string, number])[]> =>
  JSON.parse(await text.text()).features.map(
    (feature: { properties: { rank: string }; geometry: { coordinates: unknown[] } }) =>
      [feature.properties.rank, feature.geometry.coordinates.length] as const,
  );

test("of a network too dense to be drawn at once the smaller roads come when one looks nearer, and none is lost", async () => {
  const count = 60_001;
  const roads = {
    plane: municipality.roads.plane,
    count,
    start: Uint32Array.from({ length: count + 1 }, (_, line) => 2 * line),
    xy: Float64Array.from({ length: 4 * count }, (_, i) => (i % 2 === 0 ? 650_000 : 6_170_000) + i),
    kind: new Uint8Array(count),
    length: new Float64Array(count).fill(1000),
    // The first at 80 km/h, all others at 40.
    minutes: new Float64Array(count).fill(1.5).fill(0.75, 0, 1),
  };
  const { far, near } = mapRoads(roads);
  expect(await linesIn(far)).toEqual(expect.arrayContaining([["main", 1]]));
  expect(await linesIn(near!)).toEqual([["small", 60_000]]);
  expect(mapRoads(municipality.roads).near).toBeUndefined();
});
