import { describe, expect, test } from "vitest";
import { outlinesOf } from "../../src/index.ts";
import { districtNames, LINE_HEIGHT, nameSize, waysToWrite } from "../../web/map/district-names.ts";

const SIDE = 24;
/** Degrees; in metres as long as it is high at the latitude of the squares. */
const [WIDE, HIGH] = [0.01, 0.01 * Math.cos((55.6 * Math.PI) / 180)];
const [WEST, SOUTH] = [11.5, 55.6];
const count = SIDE * SIDE;
const at = (unit: number) => [unit % SIDE, Math.floor(unit / SIDE)] as const;
const units = {
  count,
  lon: Float64Array.from({ length: count }, (_, unit) => WEST + (at(unit)[0] + 0.5) * WIDE),
  lat: Float64Array.from({ length: count }, (_, unit) => SOUTH + (at(unit)[1] + 0.5) * HIGH),
};
const square = (unit: number) => {
  const [x, y] = at(unit);
  const corner = (right: number, up: number) => [WEST + (x + right) * WIDE, SOUTH + (y + up) * HIGH];
  const coordinates = [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]];
  return { type: "Polygon" as const, coordinates };
};
const outlines = outlinesOf({
  count,
  id: Array.from({ length: count }, (_, unit) => `${unit}`),
  shape: { kind: "polygons", geometry: Array.from({ length: count }, (_, unit) => square(unit)) },
});

/** A broad body with a thin arm, a ring around it that is thick in the south, and a strip in the east. */
const districtOfUnit = Int32Array.from({ length: count }, (_, unit) => {
  const [x, y] = at(unit);
  if (x >= 20) return 2;
  if (x >= 3 && x < 17 && y >= 12 && y < 21) return 0;
  return y === 10 && x < 12 ? 0 : 1;
});
const NAMES = ["Holbæk By Skole", "Kildedamsskolen", "Ørø"];
const SITES = [
  { lon: units.lon[16 * SIDE + 10], lat: units.lat[16 * SIDE + 10] },
  { lon: units.lon[5 * SIDE + 8], lat: units.lat[5 * SIDE + 8] },
];
const placed = districtNames(
  outlines,
  districtOfUnit,
  units as never,
  {
    districts: NAMES.map((name) => ({ name })),
    sites: SITES,
  } as never,
);

const metresPerPixel = (zoom: number, lat: number) => (40_075_017 * Math.cos((lat * Math.PI) / 180)) / 512 / 2 ** zoom;

describe("a district's name", () => {
  test("is there for each district that a unit goes to, in its words", () => {
    expect(placed.map(({ district, text }) => [district, text.replaceAll("\n", " ")])).toEqual(
      NAMES.map((name, district) => [district, name]),
    );
  });

  test.each(placed)("lies inside its own district alone, and off the schools' marks: $text", (name) => {
    const scale = metresPerPixel(name.zoom, name.lat) / 111_195;
    const lines = name.text.split("\n");
    const size = nameSize(name.zoom);
    // Letters are half as wide as high and more.
    const across = 0.25 * size * Math.max(...lines.map(({ length }) => length)) * scale;
    const up = 0.5 * size * LINE_HEIGHT * lines.length * scale;
    const perLon = Math.cos((name.lat * Math.PI) / 180);
    for (const right of [-1, -0.5, 0, 0.5, 1])
      for (const above of [-1, 0, 1]) {
        const x = Math.floor((name.lon + (right * across) / perLon - WEST) / WIDE);
        const y = Math.floor((name.lat + above * up - SOUTH) / HIGH);
        expect(districtOfUnit[y * SIDE + x]).toBe(name.district);
      }
    for (const { lon, lat } of SITES) {
      const off = [Math.abs(lon - name.lon) * perLon - across, Math.abs(lat - name.lat) - up];
      expect(Math.max(...off) / scale).toBeGreaterThan(10);
    }
  });

  test.each(placed)("has a key inside the district on maps too small for it: $text", ({ district, zoom, key }) => {
    expect(key.zoom).toBeLessThan(zoom);
    const scale = metresPerPixel(key.zoom, key.lat) / 111_195;
    const perLon = Math.cos((key.lat * Math.PI) / 180);
    for (const right of [-6, 0, 6])
      for (const above of [-7, 0, 7]) {
        const x = Math.floor((key.lon + (right * scale) / perLon - WEST) / WIDE);
        const y = Math.floor((key.lat + above * scale - SOUTH) / HIGH);
        expect(districtOfUnit[y * SIDE + x]).toBe(district);
      }
  });

  test("comes later where there is less room for it", () => {
    const [, , strip] = placed;
    const long = districtNames(
      outlines,
      districtOfUnit,
      units as never,
      {
        districts: NAMES.map(() => ({ name: "Kildedamsskolens" })),
        sites: SITES,
      } as never,
    );
    expect(long[2].zoom).toBeGreaterThan(strip.zoom + 1);
  });

  test("is written in lines as even as its words go", () => {
    expect(waysToWrite("Holbæk By Skole")).toEqual([
      ["Holbæk By Skole"],
      ["Holbæk", "By Skole"],
      ["Holbæk", "By", "Skole"],
    ]);
    expect(waysToWrite("Nr. Jernløse")).toEqual([["Nr. Jernløse"], ["Nr.", "Jernløse"]]);
    expect(waysToWrite("Orø")).toEqual([["Orø"]]);
  });
});
