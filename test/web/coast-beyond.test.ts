import { expect, test } from "vitest";
import { carriedOn } from "../../web/worker/coast-beyond.ts";

/** Land in the west of a square from 10 to 12 degrees east and 50 to 52 north, with a bay at its northern rim. */
const LAND = {
  type: "Polygon" as const,
  coordinates: [
    [
      [10, 50],
      [11, 50],
      [11, 51],
      [10.5, 52],
      [10, 52],
      [10, 50],
    ],
  ],
};

const boxes = carriedOn([LAND], [10, 50, 12, 52], [9, 49, 13, 53]).map(({ coordinates: [ring] }) => {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)].join(" ");
});

test("land goes on straight where it meets the rim of what is known, corners of land included, and the sea between", () => {
  expect(boxes.toSorted()).toEqual(
    ["9 50 10 52", "10 49 11 50", "10 52 10.5 53", "9 49 10 50", "9 52 10 53"].toSorted(),
  );
});

test("land that stays inside what is known is not carried on", () => {
  const island = {
    type: "Polygon" as const,
    coordinates: [LAND.coordinates[0].map(([x, y]) => [x + 0.2, y / 2 + 25.5])],
  };
  expect(carriedOn([island], [10, 50, 12, 52], [9, 49, 13, 53])).toEqual([]);
});
