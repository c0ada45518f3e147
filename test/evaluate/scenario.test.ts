import { BAND_COUNT } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type SiteChanges, withSites } from "../../src/evaluate/scenario.ts";
import { openCase } from "../../src/open-case.ts";
import { routeOf } from "../../src/travel/route.ts";
import type { Travel } from "../../src/travel/travel.ts";
import { TINY_FILES, tinyPlane, tinyPosition } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const opened = (files: ReadonlyMap<string, Uint8Array>) => {
  const { value, issues } = openCase(files);
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
};

/** The tiny case with a dangerous road and a path that only feet and bicycles may use, so that every table is its own. */
const tiny = new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, encode(text)] as const));
const [from, to] = [tinyPosition(0, 50), tinyPosition(0, 2000)];
tiny.set(
  "dangerous-roads.csv",
  encode(`name;grades;from_lat;from_lon;to_lat;to_lon\nNord;0-6;${from.lat};${from.lon};${to.lat};${to.lon}\n`),
);
const roads: { features: unknown[] } = JSON.parse(TINY_FILES["roads.geojson"]);
const path = { type: "LineString", coordinates: [tinyPlane(0, 1200), tinyPlane(2500, 0)] };
roads.features.push({ type: "Feature", properties: { kind: "path" }, geometry: path });
const shortCut = { type: "LineString", coordinates: [tinyPlane(0, 1500), tinyPlane(2000, 0)] };
const oneWay = { kind: "road", speed: 50, oneway: "yes" };
roads.features.push({ type: "Feature", properties: oneWay, geometry: shortCut });
tiny.set("roads.geojson", encode(JSON.stringify(roads)));
const holbaek = caseFolder("holbaek");

type Tables = Pick<Travel, (typeof TABLES)[number]>;
const TABLES = ["walk", "unitWalk", "siteCar", "hazard"] as const;

/** The tables in which two differ; large ones are slow to compare number by number. */
const differing = (a: Tables, b: Tables) =>
  TABLES.filter((name) => {
    const [one, other] = [a, b].map((tables) => Buffer.from(tables[name]?.buffer ?? new ArrayBuffer(0)));
    return !one.equals(other);
  });

/** The case as it is, and with a closed site more in sites.csv, at the same place. */
function bothWays(files: ReadonlyMap<string, Uint8Array>, places: readonly { lat: number; lon: number }[]) {
  const { basis, plans } = opened(files);
  const newSites = places.map(({ lat, lon }, i) => ({ id: `ny-${i}`, name: `Ny ${i}`, lat, lon }));
  const capacity = [
    ...basis.municipality.sites.map((site) => site.capacity),
    ...places.map(() => [90, undefined, undefined]),
  ];
  const [header, ...rows] = new TextDecoder().decode(files.get("sites.csv")).trim().split("\n");
  const names = header.split(";");
  const more = newSites.map((site) =>
    names.map((name) => ({ ...site, town: "By", capacity_0_3: 90 })[name as "id"] ?? "").join(";"),
  );
  const table = [header, ...rows, ...more, ""].join("\n");
  const grown = opened(new Map([...files, ["sites.csv", encode(table)]]));
  return { basis, plans, scenario: { capacity, newSites } satisfies SiteChanges, grown };
}

test.each([
  ["tiny", tiny, [tinyPosition(300, 900), tinyPosition(-200, -2700)]],
  ["holbaek", holbaek, [{ lat: 55.7, lon: 11.6 }]],
] as const)("%s: a new site is measured as if the case had had it from the first", (_, files, at) => {
  const { basis, plans, scenario, grown } = bothWays(files, at);
  const grownBasis = withSites(basis, scenario);
  const { travel } = grownBasis;
  if (files === tiny) expect(differing({ ...travel, hazard: new Uint16Array() }, travel)).toEqual(["hazard"]);
  const wide = travel.siteCount;
  const back = travel.siteCar.map((_metres, way) => travel.siteCar[(way % wide) * wide + Math.floor(way / wide)]);
  expect(Buffer.from(back.buffer).equals(Buffer.from(travel.siteCar.buffer))).toBe(files === holbaek);
  expect(differing(travel, grown.basis.travel)).toEqual([]);
  expect(travel.network.onFoot.sites).toEqual(grown.basis.travel.network.onFoot.sites);
  expect(travel.network.byCar.sites).toEqual(grown.basis.travel.network.byCar.sites);
  expect(travel.siteCount).toBe(grown.basis.travel.siteCount);
  const last = travel.siteCount - 1;
  expect(routeOf(travel, 0, last)).toEqual(routeOf(grown.basis.travel, 0, last));

  const assignment = plans[0].assignment.slice();
  for (let pair = 0; pair < assignment.length; pair += 2 * BAND_COUNT) assignment[pair] = last;
  const teaching = grown.plans[0].teaching.map((taught, site) => (site === last ? 1 : taught));
  const [first, ...rest] = plans[0].districts;
  const districts = [{ ...first, sites: [...first.sites, last] }, ...rest];
  const plan = { ...plans[0], teaching, districts, assignment };
  expect([...evaluatePlan(grownBasis, plan).values]).toEqual([...evaluatePlan(grown.basis, plan).values]);
  expect(grownBasis.today).toEqual(grown.basis.today);
});

test("where nothing is changed it is the same basis, and the same changes give the same one again", () => {
  const { basis, scenario } = bothWays(tiny, [tinyPosition(300, 900)]);
  const capacity = basis.municipality.sites.map((site) => [...site.capacity]);
  expect(withSites(basis, { capacity, newSites: [] })).toBe(basis);
  expect(withSites(basis, scenario)).toBe(withSites(basis, { ...scenario, newSites: [...scenario.newSites] }));
  const other = { ...scenario, newSites: scenario.newSites.map((site) => ({ ...site, lat: site.lat + 0.001 })) };
  expect(withSites(basis, other)).not.toBe(withSites(basis, scenario));
});

test.each([
  ["lattice", caseFolder("lattice")],
  ["holbaek", holbaek],
] as const)("%s: a new site where a site stands is as far from everywhere", (_, files) => {
  const { basis } = opened(files);
  const { sites } = basis.municipality;
  const like = 2;
  const { travel } = withSites(basis, {
    capacity: [...sites, sites[like]].map(({ capacity }) => capacity),
    newSites: [{ id: "twin", name: "Twin", lon: sites[like].lon, lat: sites[like].lat }],
  });
  const column = (table: Float32Array, site: number) => table.filter((_value, at) => at % travel.siteCount === site);
  const columns = (site: number): Tables => ({
    walk: column(travel.walk, site),
    unitWalk: column(travel.unitWalk, site),
    siteCar: column(travel.siteCar, site),
  });
  expect(differing(columns(sites.length), columns(like))).toEqual([]);
  const row = (site: number) => travel.siteCar.slice(site * travel.siteCount, (site + 1) * travel.siteCount);
  expect(row(sites.length)).toEqual(row(like));
});

const others = (values: ReadonlyMap<string, number>) =>
  [...values].filter(([key]) => key !== "overflow" && key !== "capacity-use");

test("places that a plan assumes decide who is beyond them, and nothing else", () => {
  const { basis, plans } = opened(caseFolder("lattice"));
  const capacity = basis.municipality.sites.map((site, i) => (i === 0 ? [25, 30, 30] : site.capacity));
  const [before, after] = [basis, withSites(basis, { capacity, newSites: [] })].map(
    (ground) => evaluatePlan(ground, plans[0]).values,
  );
  // Adby has 30 pupils.
  expect([before.get("overflow"), after.get("overflow")]).toEqual([0, 5]);
  expect(others(after)).toEqual(others(before));
});
