import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  GEODATA,
  lacking,
  REAL_GRID,
  REAL_OUTLINE,
  REAL_ROADS,
  realGrid,
  realRoads,
} from "../../data/holbaek/source/real.ts";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";

/** The facts lie beside the real data. */
const FACTS = join(GEODATA, "..", "facts");

const SCHOOLS = join(FACTS, "schools.csv");
const PLACES = join(FACTS, "places.csv");

/** A case folder, or why there is none. */
export type RealCase = { readonly files: Map<string, Uint8Array> } | { readonly missing: string };

/**
 * Holbæk in the school year 2015/16 from real data, as a case folder in memory:
 * - roads: GeoDanmark's lines as they come, in degrees, with their gaps; and the ferry Holbæk-Orø, which they lack, between
 *   their vertices nearest the two harbours (30 minutes, 7.5 km);
 * - demand: at the centre of each cell of Eurostat's 1 km grid (census 2021) pupils in proportion to its children under 15
 *   and the share of the cell that lies in the municipality. Children are taken to be spread evenly over ages 0-14, of
 *   which grades 0-9 take ten; the total is scaled to the sum of the estimated pupils of 2015 at the open sites, since a
 *   third of all pupils go to private schools. Whole pupils for each cell by largest remainder; grades go round, so that
 *   all have as many;
 * - sites and districts of 2012-16 from the table of facts: 18 open sites, and the three closed in 2015. Gislinge taught 0-6
 *   then (it sent 7-9 to Svinninge until 2019). Capacities are unknown and stay so. Coordinates in EPSG:25832.
 */
export function realHolbaek(): RealCase {
  const missing = lacking(REAL_ROADS, REAL_GRID, REAL_OUTLINE, SCHOOLS, PLACES);
  if (missing.length > 0) return { missing: `real Holbæk data not found: ${missing.join(", ")}` };
  const schools = readTable(SCHOOLS);
  const open = schools.filter((school) => school["grades"] !== "");
  const total = open.reduce((sum, school) => sum + Number(school["pupils_2015_estimate"]), 0);
  const texts: Record<string, string> = {
    "case.json": JSON.stringify(CASE),
    "sites.csv": sitesTable(schools),
    "districts.csv": ["id;name", ...districtsOf(schools).map((name) => `${name};${name}`)].join("\n"),
    "pupils.csv": pupilsTable(total),
    "places.csv": readFileSync(PLACES, "utf8"),
  };
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  files.set("roads.geojson", realRoads());
  files.set("outline.geojson", readFileSync(REAL_OUTLINE));
  return { files };
}

const CASE = {
  format: "skoledistrikt-case",
  version: 1,
  name: "Holbæk",
  code: "0316",
  schoolYear: "2015/16",
  priceYear: 2015,
  units: { kind: "h3", resolution: 9 },
  sources: [
    { what: "roads", from: "GeoDanmark" },
    { what: "children", from: "Eurostat, census 2021, 1 km grid" },
  ],
};

/** The case's own folder with GeoDanmark's roads in place of the schematic ones: the same pupils at the same homes. */
export function holbaekOnRealRoads(folder: ReadonlyMap<string, Uint8Array>): RealCase {
  const missing = lacking(REAL_ROADS);
  if (missing.length > 0) return { missing: `real roads of Holbæk not found: ${missing.join(", ")}` };
  return { files: new Map([...folder, ["roads.geojson", realRoads()]]) };
}

type TextRow = Readonly<Record<string, string>>;

function readTable(path: string): TextRow[] {
  const [header, ...rows] = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(";"));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

const districtsOf = (schools: readonly TextRow[]): string[] =>
  [...new Set(schools.map((school) => school["district_2012_2016"]))].toSorted();

function sitesTable(schools: readonly TextRow[]): string {
  const rows = schools.map((school) => {
    const name = school["site"];
    const { x, y } = planePoint(DANISH_PLANE, { lon: Number(school["lon"]), lat: Number(school["lat"]) });
    const grades = name === "Gislinge Skole" ? "0-6" : school["grades"];
    const id = school["institutionsnummer"] || name;
    return [id, name, school["town"], x.toFixed(1), y.toFixed(1), grades, school["district_2012_2016"]].join(";");
  });
  return ["id;name;town;x;y;grades;district", ...rows].join("\n");
}

function pupilsTable(total: number): string {
  const cells = realGrid()
    .map(({ properties }) => properties)
    .filter((cell) => cell.age_lt15 * cell.frac_holbaek > 0);
  const pupils = shareOut(
    total,
    cells.map((cell) => cell.age_lt15 * cell.frac_holbaek),
  );
  let next = 0;
  const rows = cells.map((cell, i) => {
    const byGrade = Array<number>(10).fill(0);
    for (let pupil = 0; pupil < pupils[i]; pupil++) byGrade[next++ % 10]++;
    return [cell.cy, cell.cx, ...byGrade].join(";");
  });
  return ["lat;lon;0;1;2;3;4;5;6;7;8;9", ...rows].join("\n");
}

/** Whole numbers in proportion to the shares that sum to the total: largest remainder, ties to the first. */
function shareOut(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => (share * total) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, each) => all + each, 0);
  const order = exact.map((each, i) => ({ i, rest: each - whole[i] })).toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) whole[i]++;
  return whole;
}
