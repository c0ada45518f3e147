import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metres } from "../../src/domain/quantities.ts";
import { polygonAdjacency } from "../../src/geo/polygon-adjacency.ts";
import { polygonLocator } from "../../src/geo/polygon-locator.ts";
import type { Area } from "../../src/geo/polygon-segments.ts";
import { DANISH_PLANE, degreesPoint, planePoint } from "../../src/geo/projection.ts";

/** Corners in metres, in order; the ring closes itself. */
const drawn = (...corners: [number, number][]): Area => ({ type: "Polygon", coordinates: [[...corners, corners[0]]] });
const asDrawn = ([x, y]: readonly number[]) => [x, y] as const;
const neighbours = (areas: Area[]) => {
  const { start, target } = polygonAdjacency(areas, asDrawn);
  return areas.map((_, i) => Array.from(target.subarray(start[i], start[i + 1])));
};

describe("polygons touch when they share at least a metre of border", () => {
  const base = drawn([0, 0], [100, 0], [100, 100], [0, 100]);
  test.each([
    { name: "the same corners", other: drawn([100, 0], [200, 0], [200, 100], [100, 100]), touch: true },
    {
      name: "corners of its own along the border",
      other: drawn([100, 20], [200, 20], [200, 70], [100, 70], [100, 45]),
      touch: true,
    },
    { name: "a longer border", other: drawn([100, -500], [200, -500], [200, 700], [100, 700]), touch: true },
    { name: "a border drawn 10 cm off", other: drawn([100.1, 0], [200, 0], [200, 100], [100.1, 100]), touch: true },
    { name: "a corner", other: drawn([100, 100], [200, 100], [200, 200], [100, 200]), touch: false },
    { name: "half a metre", other: drawn([100, 99.5], [200, 99.5], [200, 200], [100, 200]), touch: false },
    { name: "one and a half metres", other: drawn([100, 98.5], [200, 98.5], [200, 200], [100, 200]), touch: true },
    { name: "a gap of two metres", other: drawn([102, 0], [200, 0], [200, 100], [102, 100]), touch: false },
    { name: "a corner on the middle of the border", other: drawn([100, 50], [200, 0], [200, 100]), touch: false },
    { name: "a slanted border through a corner", other: drawn([100, 100], [200, 0], [300, 100]), touch: false },
  ])("$name: $touch", ({ other, touch }) => {
    expect(neighbours([base, other])).toEqual(touch ? [[1], [0]] : [[], []]);
    expect(neighbours([other, base])).toEqual(touch ? [[1], [0]] : [[], []]);
  });

  test("a polygon in another's hole touches it, and parts of one polygon count together", () => {
    const hole = [
      [20, 20],
      [20, 40],
      [40, 40],
      [40, 20],
      [20, 20],
    ];
    const ring: Area = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [100, 0],
          [100, 100],
          [0, 100],
          [0, 0],
        ],
        hole,
      ],
    };
    const parts: Area = {
      type: "MultiPolygon",
      coordinates: [
        [hole],
        [
          [
            [100, 0],
            [200, 0],
            [200, 9],
            [100, 9],
            [100, 0],
          ],
        ],
      ],
    };
    expect(neighbours([ring, parts])).toEqual([[1], [0]]);
  });

  test("an area cut into strips touches strip by strip, whatever further corners the borders have", () => {
    const cuts = fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 1, maxLength: 8 });
    const extra = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.array(extra, { minLength: 18, maxLength: 18 }), (widths, corners) => {
        let west = 0;
        const strips = widths.map((width, i) => {
          const east = west + width;
          const up = corners[2 * i].toSorted((a, b) => a - b).map((y): [number, number] => [east, y]);
          const down = corners[2 * i + 1].toSorted((a, b) => b - a).map((y): [number, number] => [west, y]);
          const strip = drawn([west, 0], [east, 0], ...up, [east, 100], [west, 100], ...down);
          west = east;
          return strip;
        });
        expect(neighbours(strips)).toEqual(
          strips.map((_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < strips.length)),
        );
      }),
    );
  });
});

describe("a position is found in the polygon that holds it", () => {
  const corner = planePoint(DANISH_PLANE, { lon: 11.7, lat: 55.7 });
  const at = (east: number, north: number) => degreesPoint(DANISH_PLANE, { x: corner.x + east, y: corner.y + north });
  const box = (east: number, north: number): Area => ({
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ].map(([x, y]) => {
        const { lon, lat } = at(east + 1000 * x, north + 1000 * y);
        return [lon, lat];
      }),
    ],
  });
  const locator = polygonLocator([box(0, 0), box(1000, 0)]);

  test.each([
    { point: at(500, 500), found: 0 },
    { point: at(1500, 500), found: 1 },
    { point: at(2500, 500), found: undefined },
  ])("$found", ({ point, found }) => expect(locator.at(point)).toBe(found));

  test.each([
    { point: at(2300, 500), limit: 400, found: 1 },
    { point: at(2300, 500), limit: 200, found: undefined },
    { point: at(-100, -100), limit: 150, found: 0 },
  ])("nearest within $limit m: $found", ({ point, limit, found }) =>
    expect(locator.near(point, metres(limit))).toBe(found),
  );

  test("the nearest of several is found, in whatever order they come", () => {
    const apart = [box(0, 0), box(3000, 0)];
    expect(polygonLocator(apart).near(at(1200, 500), metres(2000))).toBe(0);
    expect(polygonLocator(apart.toReversed()).near(at(1200, 500), metres(2000))).toBe(1);
  });

  test("no polygons hold nothing", () => {
    expect(polygonLocator([]).at(at(0, 0))).toBeUndefined();
    expect(polygonLocator([]).near(at(0, 0), metres(1))).toBeUndefined();
  });
});
