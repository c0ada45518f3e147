import { describe, expect, test } from "vitest";
import { ROAD_KINDS } from "../../src/domain/municipality.ts";
import { importCase } from "../../src/import/import-case.ts";
import { realHolbaek } from "../cases/real-holbaek.ts";

const real = realHolbaek();
const reason = "missing" in real ? ` (${real.missing})` : "";

describe.skipIf("missing" in real)(`real Holbæk${reason}`, () => {
  const files = "missing" in real ? new Map<string, Uint8Array>() : real.files;
  const { value, issues } = importCase(files);

  test("has no errors, and says what was assumed", () => {
    expect(value).toBeDefined();
    expect(issues.map(({ code }) => code).toSorted()).toEqual([
      "pupils.outside-outline",
      "roads.components",
      "roads.dropped",
      "roads.speed-assumed",
      "sites.no-capacity",
      "table.columns-unknown",
      "units.pieces",
    ]);
  });

  test("joins the gaps of GeoDanmark's roads: over 600 parts become under 40, all but 10 km of road in one", () => {
    const { componentsAsDrawn, components, lines } = value?.notes.roads ?? {
      componentsAsDrawn: 0,
      components: 0,
      lines: 0,
    };
    expect(componentsAsDrawn).toBeGreaterThan(600);
    expect(components).toBeLessThan(40);
    expect(lines).toBeGreaterThan(7000);
    expect(issues.find(({ code }) => code === "roads.components")?.values["km"]).toBeLessThan(10);
  });

  test("keeps the roads' length: 1,371 km, and the ferry's 7.5", () => {
    const { kind, length } = value?.municipality.roads ?? { kind: new Uint8Array(), length: new Float64Array() };
    const kilometres = (name: string): number =>
      length.reduce((sum, each, line) => sum + (ROAD_KINDS[kind[line]] === name ? each / 1000 : 0), 0);
    expect(kilometres("road")).toBeCloseTo(1371.2, 1);
    expect(kilometres("ferry")).toBeCloseTo(7.5, 6);
  });

  test("has the estimated pupils of 2015 in over 400 of some 6,700 cells, and the districts of 2012", () => {
    const { demand, units, sites, districts } = value?.municipality ?? {};
    expect(demand?.pupils.reduce((sum, each) => sum + each, 0)).toBe(6570);
    expect(units?.count).toBeGreaterThan(6600);
    expect(value?.notes.units.withPupils).toBeGreaterThan(400);
    expect(sites?.filter(({ teaches }) => teaches !== 0)).toHaveLength(18);
    expect(sites).toHaveLength(21);
    expect(districts).toHaveLength(8);
  });
});
