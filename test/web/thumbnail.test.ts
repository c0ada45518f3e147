import { expect, test } from "vitest";
import { NO_GROUP, outlinesOf } from "../../src/index.ts";
import { painted, unitGrid } from "../../web/map/thumbnail.ts";
import { unitFinder } from "../../web/map/unit-finder.ts";
import { openedCase } from "../cases/opened.ts";
import type { Bounds, UnitTable } from "../../web/worker/messages.ts";

test.each(["lattice", "holbaek"] as const)(
  "a small map of %s has at every point the unit that lies there",
  async (name) => {
    const { units } = openedCase(name).basis.municipality;
    const grown = 0.003;
    const bounds: Bounds = [
      Math.min(...units.lon) - grown,
      Math.min(...units.lat) - grown,
      Math.max(...units.lon) + grown,
      Math.max(...units.lat) + grown,
    ];
    const { width, height, unit } = unitGrid(outlinesOf(units), bounds, 60);
    expect(Math.max(width, height)).toBe(60);
    const table = {
      id: units.id,
      shape:
        units.shape.kind === "h3"
          ? units.shape
          : { kind: "polygons", areas: { features: units.shape.geometry.map((geometry) => ({ geometry })) } },
    } as unknown as UnitTable;
    const finder = await unitFinder(table);
    const [west, south, east, north] = bounds;
    let seen = 0;
    unit.forEach((found, point) => {
      const lon = west + (((point % width) + 0.5) / width) * (east - west);
      const lat = north - ((Math.floor(point / width) + 0.5) / height) * (north - south);
      const there = finder.at(lon, lat);
      // Cells are drawn a little beyond the rim, so that coasts are cut out of them.
      if (there === undefined && units.shape.kind === "h3") return;
      seen++;
      expect(found).toBe(there ?? NO_GROUP);
    });
    expect(seen).toBeGreaterThan(500);
  },
);

test("points have their district's colour, a line where two districts meet, and what covers them over it", () => {
  const grid = {
    width: 3,
    height: 2,
    unit: Int32Array.of(0, 0, 1, NO_GROUP, 0, 1),
    cover: new Uint8ClampedArray(24),
  };
  grid.cover.set([1, 2, 3, 255], 8);
  const rgba = painted(grid, Int32Array.of(0, 1), ["#102030", "#a0b0c0"]);
  const points = Array.from({ length: 6 }, (_, point) => [...rgba.subarray(4 * point, 4 * point + 3)]);
  const [border, land] = [
    [0x33, 0x33, 0x33],
    [0xfa, 0xf8, 0xf3],
  ];
  expect(points).toEqual([[0x10, 0x20, 0x30], border, [1, 2, 3], land, border, [0xa0, 0xb0, 0xc0]]);
});
