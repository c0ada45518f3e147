import { BANDS, BAND_OF_GRADE, ALL_GRADES } from "../cases/folkeskole.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lineIntersect, lineString } from "@turf/turf";
import { dsvFormat } from "d3-dsv";
import { beforeAll, describe, expect, test } from "vitest";
import { overlap, roadError, sitesInWater } from "../../data/holbaek/source/acceptance.ts";
import { type BuiltCase, buildCase, layGround } from "../../data/holbaek/source/case.ts";
import { liesOn, readCoastlines } from "../../data/holbaek/source/land.ts";
import { REAL_OUTLINE } from "../../data/holbaek/source/real.ts";
import { layRoads, roadNetwork } from "../../data/holbaek/source/roads.ts";
import { readTables } from "../../data/holbaek/source/tables.ts";
import { NO_BANDS } from "../../src/domain/grades.ts";
import type { Checked } from "../../src/domain/issue.ts";
import type { Municipality } from "../../src/domain/municipality.ts";
import { cellAt, cellsWithin } from "../../src/geo/cells.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { DANISH_PLANE, planePoint, toPlane } from "../../src/geo/projection.ts";
import { type ImportedCase, importCase } from "../../src/import/import-case.ts";
import { caseFileSchema } from "../../src/protocol/case-file.ts";
import { planFileSchema } from "../../src/protocol/plan-file.ts";
import { nearestAccess, snap } from "../../src/travel/snap.ts";
import { computeTravel, type Travel } from "../../src/travel/travel.ts";
import { caseFolder } from "./case-folder.ts";

const FOLDER = join(process.cwd(), "data/holbaek");
const RESOLUTION = 9;
const SHAPE = { kind: "h3", resolution: RESOLUTION } as const;

const tables = readTables(join(FOLDER, "source"));
const text = (path: string) => readFileSync(join(FOLDER, path), "utf8");
const rows = (path: string) => dsvFormat(";").parse(text(path));
const plan = (id: string) => planFileSchema.parse(JSON.parse(text(`plans/${id}.json`)));
const sites = rows("sites.csv");
const open = sites.filter((site) => site["grades"] !== "");

/** Site of each (cell, band) of today's plan, `[band].get(cell)`, and how many entries named the pair twice. */
function readAssignment() {
  const today = plan("2012");
  const siteOf = BANDS.map(() => new Map<string, string>());
  let twice = 0;
  if (today.assignment?.kind !== "zones") throw new Error("2012.json states no zones");
  for (const { site, bands, units } of today.assignment.zones)
    for (const cell of units.flatMap((unit) => cellsWithin(unit, SHAPE)))
      for (const { band } of BANDS.filter(({ key }) => bands.includes(key))) {
        if (siteOf[band].has(cell)) twice++;
        siteOf[band].set(cell, site);
      }
  return { siteOf, twice };
}

let built: BuiltCase;
let imported: Checked<ImportedCase>;
let municipality: Municipality;
let travel: Travel;
beforeAll(() => {
  built = buildCase(layGround(tables, readCoastlines()));
  imported = importCase(caseFolder("holbaek"));
  municipality = imported.value!.municipality;
  travel = computeTravel(municipality).value;
});

test("the case rebuilds to the same bytes", () => {
  const changed = [...built.files].filter(([path, made]) => text(path) !== made).map(([path]) => path);
  expect(changed).toEqual([]);
  expect(readdirSync(join(FOLDER, "plans")).toSorted()).toEqual(["2012.json", "2016.json", "2021.json"]);
});

test("the case imports without an error or a warning, and everybody has a way to school", () => {
  expect(imported.issues).toEqual([]);
  expect(computeTravel(municipality).issues).toEqual([]);
  expect(municipality.units.id).toEqual(built.cells);
});

describe("what the files say", () => {
  test("case.json and the plans fit their schemas and name only open sites, each in one district", () => {
    expect(caseFileSchema.parse(JSON.parse(text("case.json"))).baseline).toBe("2012");
    const ids = open.map((site) => site["id"]);
    expect(plan("2016").districts).toHaveLength(4);
    expect(plan("2021").districts).toHaveLength(11);
    for (const id of ["2016", "2021"])
      expect(
        plan(id)
          .districts?.flatMap((district) => district.sites)
          .toSorted(),
      ).toEqual(ids.toSorted());
  });

  test("18 sites are open in 8 districts and 3 have closed", () => {
    expect(open).toHaveLength(18);
    expect(sites).toHaveLength(21);
    expect(new Set(open.map((site) => site["district"]))).toEqual(
      new Set(rows("districts.csv").map((row) => row["id"])),
    );
  });

  test("the pupils of each site sum to its documented or estimated figure", () => {
    const sums = open.map((site) => ALL_GRADES.reduce((sum, grade) => sum + Number(site[`pupils_${grade}`]), 0));
    expect(sums).toEqual(tables.schools.filter(({ grades }) => grades !== "").map(({ pupils }) => pupils));
    expect(rows("pupils.csv")).toHaveLength(6570);
  });

  test("today's pupils fit into every band of every site", () => {
    for (const site of open)
      for (const { key, first, last } of BANDS) {
        const load = ALL_GRADES.slice(first, last + 1).reduce((sum, grade) => sum + Number(site[`pupils_${grade}`]), 0);
        expect(load, `${site["name"]} ${key}`).toBeLessThanOrEqual(Number(site[`capacity_${key.replace("-", "_")}`]));
      }
  });
});

describe("zones", () => {
  const { siteOf, twice } = readAssignment();

  test("every unit has exactly one site in every band", () => {
    expect(twice).toBe(0);
    for (const { band } of BANDS) expect([...siteOf[band].keys()].toSorted()).toEqual(built.cells);
  });

  test("pupils counted through the zones are those of sites.csv, grade by grade", () => {
    const counts = new Map(open.map((site) => [site["id"], ALL_GRADES.map(() => 0)]));
    for (const { lon, lat, grade } of rows("pupils.csv")) {
      const cell = cellAt({ lon: Number(lon), lat: Number(lat) }, RESOLUTION);
      const site = siteOf[BAND_OF_GRADE[Number(grade)]].get(cell);
      const bySite = counts.get(site ?? "");
      expect(bySite, `pupil at ${lat}, ${lon}`).toBeDefined();
      if (bySite) bySite[Number(grade)]++;
    }
    const registered = open.map(
      (site) => [site["id"], ALL_GRADES.map((grade) => Number(site[`pupils_${grade}`]))] as const,
    );
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(registered));
  });

  test("every zone and every district hangs together, over the ferry too, in every band", () => {
    const { adjacency } = municipality.units;
    const districtOf = new Map(open.map((site) => [site["id"], site["district"]]));
    for (const { band, key } of BANDS)
      for (const nameOf of [(site: string) => site, (site: string) => districtOf.get(site)]) {
        const groups = new Map<string | undefined, number[]>();
        built.cells.forEach((cell, number) => {
          const name = nameOf(siteOf[band].get(cell) ?? "");
          const members = groups.get(name) ?? [];
          members.push(number);
          groups.set(name, members);
        });
        for (const [name, members] of groups) expect(pieces(adjacency, members).count, `${name} ${key}`).toBe(1);
      }
  });

  test("zones are not simply nearest by road: one pupil in twenty or more lives in a unit nearer to another school", () => {
    const numberOf = new Map(municipality.units.id.map((cell, unit) => [cell, unit]));
    const isOpen = municipality.sites.map(({ teaches }) => teaches !== NO_BANDS);
    const young = built.pupils.filter(({ grade }) => grade <= 3);
    const elsewhere = young.filter(({ home: [lon, lat] }) => {
      const cell = cellAt({ lon, lat }, RESOLUTION);
      const unit = numberOf.get(cell)!;
      const ways = municipality.sites.map((_, site) =>
        isOpen[site] ? travel.unitWalk[unit * travel.siteCount + site] : Infinity,
      );
      return municipality.sites[ways.indexOf(Math.min(...ways))].id !== siteOf[0].get(cell);
    });
    expect(elsewhere.length / young.length).toBeGreaterThan(0.05);
  });
});

describe("places", () => {
  test("every pupil lives on land and inside the outline", () => {
    const homes = built.pupils.map(({ home }) => home);
    expect(homes.filter((home) => !liesOn(home, built.land))).toEqual([]);
    expect(homes.filter((home) => !liesOn(home, built.outline))).toEqual([]);
  });

  test("every site stands on land and inside the outline; the fjord and the islets lie outside it", () => {
    expect(sitesInWater(municipality.sites, built.land)).toEqual([]);
    expect(tables.schools.filter(({ lon, lat }) => !liesOn([lon, lat], built.outline))).toEqual([]);
    expect(liesOn([11.72, 55.73], built.outline)).toBe(false);
    expect(built.outline).toHaveLength(2);
  });

  test("the outline covers 0.92 of what it and the real municipality cover together", (context) => {
    if (!existsSync(REAL_OUTLINE)) context.skip(`there is no ${REAL_OUTLINE}`);
    const { features } = JSON.parse(readFileSync(REAL_OUTLINE, "utf8"));
    expect(overlap(built.outline, features[0])).toBeGreaterThanOrEqual(0.92);
  });
});

describe("roads", () => {
  const roads = layRoads(tables.junctions, tables.links);

  test("distances between sites are within 5 % of the real ones in the median and 15 % at worst", () => {
    const { pairs, median, worst } = roadError(municipality.sites, travel, tables.siteRoads);
    expect(pairs).toBe(190);
    expect(median).toBeLessThanOrEqual(0.05);
    expect(worst).toBeLessThanOrEqual(0.15);
  });

  test("no stated length is shorter than its line", () => {
    const { start, xy, length, count } = roadNetwork(roads);
    for (let line = 0; line < count; line++) {
      let drawn = 0;
      for (let vertex = start[line]; vertex + 1 < start[line + 1]; vertex++)
        drawn += Math.hypot(xy[2 * vertex + 2] - xy[2 * vertex], xy[2 * vertex + 3] - xy[2 * vertex + 1]);
      const { from, to } = roads[line].link;
      expect(length[line], `${from} - ${to}`).toBeGreaterThanOrEqual(drawn - 0.5);
    }
  });

  test("roads run on land and ferries land on it", () => {
    const steps = Array.from({ length: 20 }, (_, step) => step / 20);
    const wet = roads.filter(({ link, points }) => {
      const ends = [points[0], points[points.length - 1]];
      const along = points.slice(1).flatMap(([lon, lat], i) => {
        const [west, south] = points[i];
        return steps.map((share) => [west + share * (lon - west), south + share * (lat - south)] as const);
      });
      return !(link.kind === "ferry" ? ends : [...along, ...ends]).every((point) => liesOn(point, built.land));
    });
    expect(wet.map(({ link }) => `${link.from} - ${link.to}`)).toEqual([]);
  });

  test("roads and paths meet at junctions only", () => {
    const lines = roads
      .filter(({ link }) => link.kind === "road" || link.kind === "path")
      .map(({ link, points }) => ({ link, line: lineString(points.map(([lon, lat]) => [lon, lat])) }));
    const ends = new Set(tables.junctions.map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`));
    const stray = lines.flatMap(({ link, line }, i) =>
      lines.slice(0, i).flatMap((other) =>
        lineIntersect(line, other.line)
          .features.map(({ geometry }) => geometry.coordinates)
          .filter(([lon, lat]) => !ends.has(`${lon.toFixed(6)},${lat.toFixed(6)}`))
          .map((at) => `${link.from} - ${link.to} crosses ${other.link.from} - ${other.link.to} at ${at.join(", ")}`),
      ),
    );
    expect(stray).toEqual([]);
  });

  test("every unit can be reached from every site without a motorway", () => {
    expect(travel.unitWalk.every(Number.isFinite)).toBe(true);
  });

  test("no unit lies farther from a road than case.json lets pupils live", () => {
    const { lon, lat } = municipality.units;
    const { onFoot } = travel.network;
    const centres = snap(travel.network.graph, toPlane(DANISH_PLANE, lon, lat), ["road", "path"], Infinity);
    const farthest = Math.max(...municipality.units.id.map((_, unit) => nearestAccess(centres, unit)));
    expect(farthest).toBeLessThan(municipality.info.snapLimit);
    expect(Math.max(...municipality.sites.map((_, site) => nearestAccess(onFoot.sites, site)))).toBeLessThan(20);
  });

  test("Udby lies across the fjord from Holbæk: more than twice as far by road as in a straight line", () => {
    const [udby, absalon] = ["udby", "absalon"].map((id) => municipality.sites.findIndex((site) => site.id === id));
    const [from, to] = [udby, absalon].map((site) => planePoint(DANISH_PLANE, municipality.sites[site]));
    const straight = Math.hypot(from.x - to.x, from.y - to.y);
    expect(travel.siteCar[udby * travel.siteCount + absalon]).toBeGreaterThan(2 * straight);
  });
});
