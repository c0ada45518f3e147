import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type BuiltCase, buildCase } from "../../data/tarnsey/source/case.ts";
import { SCHOOLS } from "../../data/tarnsey/source/facts.ts";
import { alongLine, apart, liesIn } from "../../data/tarnsey/source/plane.ts";
import { hasBand } from "../../src/domain/grades.ts";
import { BANDS } from "../cases/folkeskole.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { touchingBy } from "../../src/geo/touching-by.ts";
import { importCase } from "../../src/import/import-case.ts";
import { openedCase } from "../cases/opened.ts";
import { caseFolder } from "./case-folder.ts";

const FOLDER = join(process.cwd(), "data/tarnsey");
const text = (path: string) => readFileSync(join(FOLDER, path), "utf8");

let built: BuiltCase;
beforeAll(() => {
  built = buildCase();
});

const { basis, plans } = openedCase("tarnsey");
const { municipality, travel, baseline } = basis;

test("the case rebuilds to the same bytes", () => {
  expect([...built.files].filter(([path, made]) => text(path) !== made).map(([path]) => path)).toEqual([]);
  const there = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.\w+$/.test(path) && !path.startsWith("source"),
  );
  expect(there.toSorted()).toEqual([...built.files.keys()].toSorted());
});

test("its files are in three coordinate systems, found or named, and import without an issue", () => {
  const { value, issues } = importCase(caseFolder("tarnsey"));
  expect(issues).toEqual([]);
  const crsOf = new Map(value?.notes.files.map(({ file, crs }) => [file, crs]));
  for (const file of ["sites.csv", "places.csv", "roads.geojson"]) expect(crsOf.get(file)).toBe("EPSG:4326");
  for (const file of ["units.geojson", "land.geojson"]) expect(crsOf.get(file)).toBe("EPSG:2157");
  expect(crsOf.get("pupils.csv")).toBe("EPSG:25829");
});

test("every pupil lives in the unit that was drawn, and goes to the school that the register counts", () => {
  const { demand, units, sites } = municipality;
  expect(demand.pupils.reduce((sum, count) => sum + count, 0)).toBe(built.pupils.length);
  const drawn = built.units.map((_, unit) => built.pupils.filter((pupil) => pupil.unit === unit).length);
  const read = units.id.map((_, unit) => {
    const [first, end] = [demand.firstPoint[unit], demand.firstPoint[unit + 1]];
    return demand.pupils.subarray(first * 10, end * 10).reduce((sum, count) => sum + count, 0);
  });
  expect(read).toEqual(drawn);
  const registered = sites.flatMap((site) => site.registered ?? []).reduce((sum, count) => sum + count, 0);
  expect(registered).toBe(built.pupils.length);
});

describe("the ground", () => {
  test("roads stay on land, but for the causeway; ferries land on it and cross none", () => {
    const land = built.shores.map((shore) => shore.land);
    const all = [...land, ...built.islets];
    const isDry = (at: readonly [number, number]): boolean => land.some((piece) => liesIn(at, piece));
    for (const { kind, line, name } of built.roads) {
      const along = alongLine(line, 40);
      if (kind === "road" && name === undefined) expect(along.filter((at) => !isDry(at))).toEqual([]);
      const quays = [line[0], line[line.length - 1]];
      const out = along.filter((at) => quays.every((quay) => apart(quay, at) > 300));
      if (kind === "ferry")
        expect(
          out.filter((at) => all.some((piece) => liesIn(at, piece))),
          name,
        ).toEqual([]);
    }
    const wet = built.roads.filter(({ kind, line }) => kind === "road" && !alongLine(line, 40).every(isDry));
    expect(wet.map(({ name }) => name)).toEqual(["Brannay Causeway"]);
  });

  test("islets lie off the islands and off each other", () => {
    const land = built.shores.map((shore) => shore.land);
    built.islets.forEach((islet, number) => {
      const others = [...land, ...built.islets.slice(0, number)];
      const corners = islet.geometry.coordinates[0].map(([x, y]) => [x, y] as const);
      const cut = others.filter((other) => corners.some((corner) => liesIn(corner, other)));
      expect(cut.length, `islet ${number}`).toBe(0);
    });
  });

  test("every school area hangs together in every band, and by land alone where no ferry belongs to it", () => {
    for (const { band } of BANDS)
      for (const [site, { teaches, id }] of municipality.sites.entries()) {
        if (!hasBand(teaches, band)) continue;
        const members = municipality.units.id.flatMap((_, unit) =>
          baseline.assignment[unit * BANDS.length + band] === site ? [unit] : [],
        );
        expect(pieces(touchingBy("ferry", municipality), members).count, id).toBe(1);
        if (band === 0)
          expect(pieces(touchingBy("land", municipality), members).count, id).toBe(id === "kettle-bay" ? 2 : 1);
      }
  });

  test("everybody can go to every school, though to four islands by ferry alone", () => {
    expect(travel.walk.every(Number.isFinite)).toBe(true);
    const all = [...municipality.units.id.keys()];
    expect(pieces(touchingBy("ferry", municipality), all).count).toBe(1);
    // Tarnsey and Brannay are one by the causeway; Skelvay, Quenlis, Fennay and Lorsay are four more.
    expect(pieces(touchingBy("land", municipality), all).count).toBe(5);
  });
});

test("today's pupils fit into every band of every school, and some live nearer to another", () => {
  const { sites } = municipality;
  for (const { capacity, registered, id } of sites)
    for (const { band, first, last } of BANDS) {
      const load = (registered ?? []).slice(first, last + 1).reduce((sum, count) => sum + count, 0);
      if (load > 0) expect(load, id).toBeLessThanOrEqual(capacity[band] ?? 0);
    }
  const young = SCHOOLS.map(({ id }) => sites.findIndex((site) => site.id === id));
  const elsewhere = municipality.units.id.filter((_, unit) => {
    const ways = young.map((site) => travel.unitWalk[unit * travel.siteCount + site]);
    return young[ways.indexOf(Math.min(...ways))] !== baseline.assignment[unit * BANDS.length];
  });
  expect(elsewhere.length).toBeGreaterThan(5);
});

test("its plans are of seven and ten districts, and leave nobody without a school", () => {
  expect(plans.map(({ id, districts }) => [id, districts.length])).toEqual([
    ["today", 12],
    ["seven", 7],
    ["ten-schools", 10],
  ]);
});
