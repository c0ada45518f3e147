/**
 * `npm run data:holbaek`: writes the case folder data/holbaek from the tables beside this file and the coastline package,
 * then prints the figures that the case must meet.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import type { Basis } from "../../../src/evaluate/basis.ts";
import { importCase } from "../../../src/import/import-case.ts";
import { openCase } from "../../../src/open-case.ts";
import { computeTravel } from "../../../src/travel/travel.ts";
import { overlap, roadError, sitesInWater } from "./acceptance.ts";
import { type BuiltCase, buildCase, layGround } from "./case.ts";
import { readCoastlines } from "./land.ts";
import { FAR_OFF, gridFit, wayErrors } from "./home-errors.ts";
import { lacking, REAL_GRID, REAL_OUTLINE, REAL_ROADS, realGrid, realRoads } from "./real.ts";
import { readTables, type Tables } from "./tables.ts";

const HERE = join(process.cwd(), "data/holbaek");

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function figures(built: BuiltCase, { siteRoads }: Tables): readonly string[] {
  const bytes = new Map([...built.files].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const { value, issues } = importCase(bytes);
  if (!value) return [`the case cannot be imported: ${issues.map(({ code }) => code).join(", ")}`];
  const { sites, units, demand } = value.municipality;
  const travel = computeTravel(value.municipality);
  const roads = roadError(sites, travel.value, siteRoads);
  const wet = sitesInWater(sites, built.land);
  const noticed = [...issues, ...travel.issues].map(({ code }) => code);
  return [
    `imported: ${units.count} units, ${demand.pupils.reduce((a, b) => a + b, 0)} pupils, ${sites.length} sites; issues: ${noticed.join(", ") || "none"}`,
    `road distance between sites, ${roads.pairs} pairs: median error ${percent(roads.median)} (at most 5 %), worst ${percent(roads.worst)} (at most 15 %; ${roads.worstPair.join(" - ")})`,
    `land under sites: ${wet.length === 0 ? `all ${sites.length}` : `not under ${wet.join(", ")}`}`,
    outlineFigure(built),
    ...homeFigures(bytes),
  ];
}

function outlineFigure({ outline }: BuiltCase): string {
  const [missing] = lacking(REAL_OUTLINE);
  if (missing !== undefined) return `outline against DAGI: not compared, there is no ${missing}`;
  const { features } = JSON.parse(readFileSync(REAL_OUTLINE, "utf8"));
  return `outline against DAGI: intersection over union ${overlap(outline, features[0]).toFixed(3)} (at least 0.92)`;
}

/** What the schematic roads and the made-up homes mean for pupils: their ways to school, who has a right to transport, where they live. */
function homeFigures(bytes: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const [missing] = lacking(REAL_ROADS, REAL_GRID);
  if (missing !== undefined) return [`home to school, homes against the grid: not compared, there is no ${missing}`];
  const [schematic, real] = [bytes, new Map([...bytes, ["roads.geojson", realRoads()] as const])].map(opened);
  const { pupils, median, farOff, tooLong, tooShort } = wayErrors(schematic, real);
  const { cells, correlation, misplaced } = gridFit(schematic, realGrid());
  const rights = [schematic, real].map((on) => evaluatePlan(on, on.baseline).values.get("transport-right"));
  return [
    `home to school on foot or by bicycle against real roads, ${pupils} pupils: median error ${percent(median)}, more than ${100 * FAR_OFF} % off ${percent(farOff)} (too long ${percent(tooLong)}, too short ${percent(tooShort)})`,
    `right to transport today: ${rights.join(" on the schematic roads, ")} on the real ones`,
    `homes against Eurostat's grid of children under 15, ${cells} cells of 1 km: correlation ${correlation.toFixed(2)}, pupils in another cell ${percent(misplaced)}`,
  ];
}

function opened(files: ReadonlyMap<string, Uint8Array>): Basis {
  const { value, issues } = openCase(files);
  if (!value) throw new Error(`the case does not open: ${issues.map(({ code }) => code).join(", ")}`);
  return value.basis;
}

function main(): void {
  const tables = readTables(join(HERE, "source"));
  const built = buildCase(layGround(tables, readCoastlines()));
  for (const [path, text] of built.files) {
    const file = join(HERE, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${path.padEnd(18)}${(Buffer.byteLength(text) / 1000).toFixed(1).padStart(7)} kB`);
  }
  console.log(figures(built, tables).join("\n"));
}

main();
