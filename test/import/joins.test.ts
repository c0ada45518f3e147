import { describe, expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";
import { A_ROAD, NO_UNITS, box, collection, feature, pupils, road } from "./fault-tools.ts";

const importedFrom = (changes: Parameters<typeof tinyCase>[0]) => {
  const { value, issues } = importCase(tinyCase(changes));
  if (!value) throw new Error(JSON.stringify(issues));
  return value.municipality;
};

const pupilAt = (east: number): string => {
  const { lat, lon } = tinyPosition(100 + east, 100);
  return `${lat};${lon};3`;
};

describe("addresses", () => {
  test.each([
    { apart: 0, addresses: 1 },
    { apart: 2, addresses: 2 },
    { apart: 8, addresses: 2 },
  ])("$apart metres apart are $addresses", ({ apart, addresses }) => {
    const { demand } = importedFrom(pupils("lat;lon;grade", pupilAt(0), pupilAt(apart)));
    const inhabited = demand.pupils.filter((count) => count > 0);
    expect(inhabited).toHaveLength(addresses);
    expect(inhabited.reduce((sum, each) => sum + each, 0)).toBe(2);
  });
});

describe("a ferry joins the units where it lands, and no others", () => {
  const WEST = feature("Polygon", [box(-4000, -4000, 3000)], { id: "west" });
  const EAST = feature("Polygon", [box(1000, -4000, 3000)], { id: "east" });
  const links = (from: number, to: number) => {
    const ferry = road({ kind: "ferry", minutes: 10 }, [from, -2500], [to, -2500]);
    const { units } = importedFrom({
      ...NO_UNITS,
      "units.geojson": collection(WEST, EAST),
      "roads.geojson": collection(A_ROAD, ferry),
    });
    return units.adjacency.target.length / 2;
  };
  test.each([
    { name: "inside both", from: -1500, to: 1500, joined: 1 },
    { name: "just off both shores", from: -800, to: 800, joined: 1 },
    { name: "a kilometre off one shore", from: 0, to: 1500, joined: 0 },
  ])("$name", ({ from, to, joined }) => expect(links(from, to)).toBe(joined));
});
