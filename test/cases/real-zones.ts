import { BAND_COUNT } from "./folkeskole.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { booleanPointInPolygon } from "@turf/turf";
import { joinScraps } from "../../data/holbaek/source/zones.ts";
import type { GeoMultiPolygon, GeoPolygon, Municipality } from "../../src/domain/municipality.ts";
import { importCase } from "../../src/import/import-case.ts";
import { computeTravel, type Travel } from "../../src/travel/travel.ts";
import { GEODATA } from "../../data/holbaek/source/real.ts";
import { type RealCase, realHolbaek } from "./real-holbaek.ts";

const PARISHES = join(GEODATA, "sogne_0316_dagi2014.geojson");
const SOURCE = "data/holbaek/source";

/**
 * Holbæk on real roads, outline and children, asked the main question: sites, capacities, districts and plans as in
 * data/holbaek, and today's zones from the real parishes (DAGI), each parish to the schools that the case's parish table
 * names, by the nearest on foot plus the table's handicap. Pupils follow the children of 2021, so a site's zone does not hold
 * exactly as many as its register says.
 */
export function realHolbaekWithZones(): RealCase {
  const found = realHolbaek();
  if ("missing" in found) return found;
  const files = new Map(found.files);
  for (const path of ["sites.csv", "districts.csv", "plans/2016.json", "plans/2021.json"])
    files.set(path, readFileSync(join("data/holbaek", path)));
  const { municipality } = importCase(withoutPlans(files)).value ?? fail("the real case does not import");
  const zoneOf = zonesOf(municipality, computeTravel(municipality).value);
  files.set("plans/2012.json", encode(planOfZones(municipality, zoneOf)));
  const caseFile: unknown = JSON.parse(new TextDecoder().decode(files.get("case.json")));
  files.set("case.json", encode({ ...(caseFile as object), baseline: "2012", snapLimit: 3000 }));
  return { files };
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function fail(message: string): never {
  throw new Error(message);
}

const withoutPlans = (files: ReadonlyMap<string, Uint8Array>) =>
  new Map([...files].filter(([path]) => !path.startsWith("plans/")));

type Area = GeoPolygon | GeoMultiPolygon;

/** Site of each unit in the lower grades: its parish's nearest school. */
function zonesOf({ units, sites }: Municipality, travel: Travel): Uint8Array {
  const { features } = JSON.parse(readFileSync(PARISHES, "utf8")) as {
    features: { properties: { sognekode: string }; geometry: Area }[];
  };
  const schools = new Map(readTable("parishes.csv").map((row) => [row["code"], (row["sites"] ?? "").split(" ")]));
  const siteNumber = new Map(sites.map(({ id }, number) => [id, number]));
  const all = [...new Set([...schools.values()].flat().map((choice) => choice.split("+")[0]))];
  const zoneOf = new Uint8Array(units.count);
  for (let unit = 0; unit < units.count; unit++) {
    const at = [units.lon[unit], units.lat[unit]];
    const parish = features.find(({ geometry }) => booleanPointInPolygon(at, geometry));
    const choices = (parish && schools.get(parish.properties.sognekode)) ?? all;
    let least = Infinity;
    for (const choice of choices) {
      const [id, handicap = "0"] = choice.split("+");
      const site = siteNumber.get(id) ?? fail(`no site ${id}`);
      const metres = travel.unitWalk[unit * travel.siteCount + site] + Number(handicap);
      if (metres < least) [least, zoneOf[unit]] = [metres, site];
    }
  }
  const zones = [...new Set(zoneOf)].toSorted((a, b) => a - b);
  const compact = zoneOf.map((site) => zones.indexOf(site));
  const home = zones.map((site) => nearestUnit(travel, site, units.count));
  joinScraps(compact, home, units.adjacency);
  return compact.map((zone) => zones[zone]);
}

function nearestUnit({ unitWalk, siteCount }: Travel, site: number, units: number): number {
  let best = 0;
  for (let unit = 0; unit < units; unit++)
    if (unitWalk[unit * siteCount + site] < unitWalk[best * siteCount + site]) best = unit;
  return best;
}

/** Zones for every band: where a site stops, its pupils go on to the one that the table of schools names. */
function planOfZones({ units, sites }: Municipality, zoneOf: Uint8Array) {
  const schools = new Map(readTable("schools.csv").map((row) => [row["id"], row]));
  const next = (site: number, column: string): number => {
    const id = schools.get(sites[site].id)?.[column];
    return id ? sites.findIndex((other) => other.id === id) : site;
  };
  const keys = ["0-3", "4-6", "7-9"];
  const zones = Array.from({ length: BAND_COUNT }, (_, band) =>
    sites.map(({ id }, site) => ({
      site: id,
      bands: [keys[band]],
      units: [...zoneOf.keys()]
        .filter((unit) => next(zoneOf[unit], ["none", "feeds_4_6", "feeds_7_9"][band]) === site)
        .map((unit) => units.id[unit]),
    })),
  );
  return {
    format: "skoledistrikt-plan",
    version: 1,
    id: "2012",
    title: "I dag: otte skoledistrikter, 2012-2016",
    assignment: { kind: "zones", zones: zones.flat().filter((zone) => zone.units.length > 0) },
  };
}

function readTable(name: string): Readonly<Record<string, string>>[] {
  const [header, ...rows] = readFileSync(join(SOURCE, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(";"));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ""])));
}
