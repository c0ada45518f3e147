/**
 * `npm run data:holbaek`: writes the case folder data/holbaek from the tables beside this file and the coastline package,
 * then prints the figures that the case must meet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { importCase } from "../../../src/import/import-case.ts";
import { computeTravel } from "../../../src/travel/travel.ts";
import { overlap, roadError, sitesInWater } from "./acceptance.ts";
import { type BuiltCase, buildCase } from "./case.ts";
import { readCoastlines } from "./land.ts";
import { readTables, type Tables } from "./tables.ts";

const HERE = join(process.cwd(), "data/holbaek");

/** Real geography, kept outside the repo; only compared with. */
const GEODATA = resolve(process.env["SKOLEDISTRIKT_GEODATA"] ?? join(process.cwd(), "../shared/geodata"));

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
  ];
}

function outlineFigure({ outline }: BuiltCase): string {
  const file = join(GEODATA, "kommune_0316_dagi2014.geojson");
  if (!existsSync(file)) return `outline against DAGI: not compared, there is no ${file}`;
  const { features } = JSON.parse(readFileSync(file, "utf8"));
  return `outline against DAGI: intersection over union ${overlap(outline, features[0]).toFixed(3)} (at least 0.92)`;
}

function main(): void {
  const tables = readTables(join(HERE, "source"));
  const built = buildCase(tables, readCoastlines());
  for (const [path, text] of built.files) {
    const file = join(HERE, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${path.padEnd(18)}${(Buffer.byteLength(text) / 1000).toFixed(1).padStart(7)} kB`);
  }
  console.log(figures(built, tables).join("\n"));
}

main();
