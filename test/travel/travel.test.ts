import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { hasTransportRight } from "../../src/rules/transport-right.ts";
import { addSites } from "../../src/travel/new-sites.ts";
import { routeOf } from "../../src/travel/route.ts";
import { nearestAccess } from "../../src/travel/snap.ts";
import { computeTravel, type Travel } from "../../src/travel/travel.ts";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";
import { minutesByCar } from "../cases/by-car.ts";
import { realHolbaek } from "../cases/real-holbaek.ts";
import { TINY_FILES, tinyCase, tinyPlane, tinyPosition } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";

const holbaek = importCase(caseFolder("holbaek")).value!;
const travel = computeTravel(holbaek.municipality).value;
const siteNumber = (id: string) => holbaek.municipality.sites.findIndex((site) => site.id === id);

test("distances between sites are the same both ways", () => {
  const { siteCar, siteCount } = travel;
  for (let a = 0; a < siteCount; a++)
    for (let b = 0; b < siteCount; b++) expect(siteCar[a * siteCount + b]).toBe(siteCar[b * siteCount + a]);
});

test("Orø is reached by ferry, and the crossing takes its time", () => {
  const { siteCar, siteCount } = travel;
  const [oroe, absalon] = [siteNumber("oroe"), siteNumber("absalon")];
  expect(siteCar[oroe * siteCount + absalon]).toBeGreaterThan(7_500);
  const near = nearestPoint(oroe);
  const minutes = minutesByCar(travel);
  expect(minutes[near * siteCount + absalon]).toBeGreaterThan(30);
  expect(minutes[near * siteCount + oroe]).toBeLessThan(5);
});

test("Udby lies 5 km from Holbæk across the fjord, but 13 km or more by road", () => {
  const { siteCar, siteCount } = travel;
  expect(siteCar[siteNumber("udby") * siteCount + siteNumber("absalon")]).toBeGreaterThan(12_500);
});

test("a route drawn for a disputed distance is as long as the table says, and ends at the site's road", () => {
  const { sites, demand } = holbaek.municipality;
  for (let point = 0; point < demand.pointCount; point += 397)
    for (const site of [0, 4, 9]) {
      const route = routeOf(travel, point, site)!;
      expect(route.metres, `${point} to ${sites[site].id}`).toBe(travel.walk[point * travel.siteCount + site]);
      const plane = route.line.map((each) => planePoint(DANISH_PLANE, each));
      const drawn = plane.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - plane[i].x, y - plane[i].y), 0);
      // The schematic roads state lengths; what is drawn is never much longer than what is stated.
      expect(drawn).toBeLessThan(1.3 * route.metres + 50);
    }
});

test("every pupil of Holbæk reaches every open site", () => {
  expect(computeTravel(holbaek.municipality).issues).toEqual([]);
  expect(travel.walk.every(Number.isFinite)).toBe(true);
});

test("a unit's distance is the mean over its pupils", () => {
  const { units, demand } = holbaek.municipality;
  expect(units.count).toBeGreaterThan(1000);
  for (let unit = 0; unit < units.count; unit += 101) {
    let [sum, weight] = [0, 0];
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++) {
      const pupils = demand.pupils.slice(point * 10, point * 10 + 10).reduce((total, value) => total + value, 0);
      sum += pupils * travel.walk[point * travel.siteCount];
      weight += pupils;
    }
    if (weight > 0) expect(travel.unitWalk[unit * travel.siteCount]).toBeCloseTo(sum / weight, 1);
  }
});

test("a tiny case's distances are those worked out by hand", () => {
  const { municipality } = importCase(tinyCase()).value!;
  const { siteCar, siteCount } = computeTravel(municipality).value;
  const number = (id: string) => municipality.sites.findIndex((site) => site.id === id);
  // North to south straight through the middle; north to east along the ring.
  expect(siteCar[number("nord") * siteCount + number("syd")]).toBe(5000);
  expect(siteCar[number("nord") * siteCount + number("oest")]).toBe(Math.round(2500 * Math.SQRT2));
});

test("from the address to the road the car drives at 20 km/h, and a metre beyond 200 counts three times", () => {
  const home = tinyPosition(-300, 1000);
  const files = tinyCase({ "pupils.csv": `lat;lon;grade\n${home.lat};${home.lon};0\n` });
  const { municipality } = importCase(files).value!;
  const ways = computeTravel(municipality).value;
  const { walk, siteCount } = ways;
  const nord = municipality.sites.findIndex(({ id }) => id === "nord");
  const { demand } = municipality;
  const point = [...demand.lat.keys()].find((at) => demand.pupils[at * 10] === 1)!;
  // 300 m to the road that runs north, 1,500 m along it at 80 km/h.
  expect(walk[point * siteCount + nord]).toBeCloseTo(2000, -1);
  expect(minutesByCar(ways)[point * siteCount + nord]).toBeCloseTo(0.5 / (20 / 60) + 1.5 / (80 / 60), 1);
});

test("a unit's distance weighs each address by its pupils", () => {
  const table = new TextEncoder().encode("x;y;grade;pupils\n530000;6202000;0;1\n530000;6201800;0;9\n");
  const { municipality } = importCase(new Map(caseFolder("lattice")).set("pupils.csv", table)).value!;
  const { units, demand } = municipality;
  const { walk, unitWalk, siteCount } = computeTravel(municipality).value;
  const unit = Array.from({ length: units.count }, (_, each) => each).find(
    (each) => demand.firstPoint[each + 1] - demand.firstPoint[each] === 2,
  );
  if (unit === undefined) throw new Error("the two addresses do not lie in one unit");
  const first = demand.firstPoint[unit];
  const pupils = [first, first + 1].map((point) => demand.pupils[point * 10]);
  for (let site = 0; site < siteCount; site++)
    expect(unitWalk[unit * siteCount + site]).toBeCloseTo(
      (pupils[0] * walk[first * siteCount + site] + pupils[1] * walk[(first + 1) * siteCount + site]) / 10,
      2,
    );
});

const roadAlong = (coordinates: readonly (readonly number[])[]) => ({
  type: "Feature",
  properties: { kind: "road", speed: 50 },
  geometry: { type: "LineString", coordinates },
});

/** A straight road of 6 km with a school at its west end and a home at `metres` along it; pupils in the lowest grade. */
function straightRoad(metres: number, more: readonly (readonly [number, number])[][] = []) {
  const lines = [
    [
      [0, 0],
      [6000, 0],
    ],
    ...more,
  ].map((line) => roadAlong(line.map(([east, north]) => tinyPlane(east, north))));
  const [school, home] = [tinyPosition(0, 0), tinyPosition(metres, 0)];
  const { value, issues } = importCase(
    tinyCase({
      "sites.csv": `id;name;town;lat;lon;grades;district\nskole;Skole;By;${school.lat};${school.lon};0-9;D\n`,
      "districts.csv": "id;name\nD;Distrikt\n",
      "pupils.csv": `lat;lon;0\n${home.lat};${home.lon};5\n`,
      "roads.geojson": JSON.stringify({
        type: "FeatureCollection",
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25832" } },
        features: lines,
      }),
      "outline.geojson": undefined,
      "plans/two.json": undefined,
    }),
  );
  if (!value) throw new Error(JSON.stringify(issues));
  const { demand } = value.municipality;
  const { walk } = computeTravel(value.municipality).value;
  return walk.filter((_, point) => demand.pupils[point * 10] > 0);
}

test("a metre begun counts: 2,500.4 m is longer than 2,500 m, and 2,500 m is not", () => {
  const ways = [2500.4, 2500, 2499.6].map((metres) => Math.min(...straightRoad(metres)));
  expect(ways).toEqual([2501, 2500, 2500]);
  expect(ways.map((way) => hasTransportRight(GRADES, 0, way))).toEqual([true, false, false]);
});

test("a home uses the best of the roads near it: a nearer road that leads the wrong way round changes nothing", () => {
  const wrongWay = [
    [3000, -100],
    [3000, 60],
    [5990, 60],
    [5990, -100],
  ] as const;
  expect(Math.min(...straightRoad(4000, [[...wrongWay]]))).toBe(Math.min(...straightRoad(4000)));
});

/** Ways that got longer, and how many got shorter; where a new road cuts an old one, the old one's length is added up anew. */
function compareWays(before: Travel, after: Travel, isHome: (point: number) => boolean) {
  const longer: string[] = [];
  let shorter = 0;
  for (const [table, waysOf, unsure] of [
    ["walk", ({ walk }: Travel) => walk, 1],
    ["by car", minutesByCar, 0.02],
  ] as const) {
    const now = waysOf(after);
    waysOf(before).forEach((way, i) => {
      if (!isHome(Math.floor(i / before.siteCount))) return;
      if (now[i] > way + unsure) longer.push(`${table} ${i}: ${way} to ${now[i]}`);
      if (now[i] < way - unsure) shorter++;
    });
  }
  before.siteCar.forEach((way, i) => {
    if (after.siteCar[i] > way + 1) longer.push(`siteCar ${i}: ${way} to ${after.siteCar[i]}`);
  });
  return { longer, shorter };
}

test("no road added makes a way longer, wherever home and school lie, on random roads that join the old ones at one end, both or none", () => {
  const random = seededRandom(3);
  const at = (span: number) => Math.round(span * (random() - 0.5));
  const roads = JSON.parse(TINY_FILES["roads.geojson"]) as { features: unknown[] };
  const schools = Array.from({ length: 4 }, () => tinyPosition(at(6000), at(6000)));
  const measure = (features: readonly unknown[]) => {
    const changed = tinyCase({ "roads.geojson": JSON.stringify({ ...roads, features }) });
    const { municipality } = importCase(changed).value!;
    return addSites(municipality, computeTravel(municipality).value, schools);
  };
  const before = measure(roads.features);
  const junctions = [
    [0, 0],
    [0, 2500],
    [2500, 0],
    [0, -2500],
    [-2500, 0],
    [0, 3500],
    [-3500, 0],
  ];
  const end = () => (random() < 0.6 ? junctions[Math.floor(random() * junctions.length)] : [at(6000), at(6000)]);
  let shorter = 0;
  for (let added = 0; added < 25; added++) {
    const line = [end(), [at(5000), at(5000)], end()].map(([east, north]) => tinyPlane(east, north));
    const found = compareWays(before, measure([...roads.features, roadAlong(line)]), () => true);
    expect(found.longer).toEqual([]);
    shorter += found.shorter;
  }
  expect(shorter).toBeGreaterThan(20);
});

test("no road added to Holbæk's makes a pupil's way longer, and no pupil lives out of reach of the roads", () => {
  const files = caseFolder("holbaek");
  const roads = JSON.parse(new TextDecoder().decode(files.get("roads.geojson"))) as {
    features: { geometry: { coordinates: [number, number][] } }[];
  };
  const { demand } = holbaek.municipality;
  const isHome = (point: number) => demand.pupils.subarray(point * 10, point * 10 + 10).some((pupils) => pupils > 0);
  const homes = [...demand.lat.keys()].filter(isHome);
  expect(Math.max(...homes.map((home) => nearestAccess(travel.network.onFoot.points, home)))).toBeLessThan(1200);
  const random = seededRandom(7);
  const vertices = roads.features.flatMap(({ geometry }) => geometry.coordinates);
  let shorter = 0;
  for (let added = 0; added < 3; added++) {
    const [lon, lat] = vertices[Math.floor(random() * vertices.length)];
    const [east, north] = [0.1 * (random() - 0.5), 0.06 * (random() - 0.5)];
    const road = roadAlong([
      [lon, lat],
      [lon + east, lat],
      [lon + east, lat + north],
    ]);
    const text = JSON.stringify({ ...roads, features: [...roads.features, road] });
    const changed = new Map(files).set("roads.geojson", new TextEncoder().encode(text));
    const found = compareWays(travel, computeTravel(importCase(changed).value!.municipality).value, isHome);
    expect(found.longer).toEqual([]);
    shorter += found.shorter;
  }
  expect(shorter).toBeGreaterThan(20);
});

const real = realHolbaek();
test.skipIf("missing" in real)("on real roads Holbæk-Ugerløse is 16.6 km, not 28", ({ skip }) => {
  if ("missing" in real) return skip(real.missing);
  const { municipality } = importCase(real.files).value!;
  const { siteCar, siteCount } = computeTravel(municipality).value;
  const number = (name: string) => municipality.sites.findIndex((site) => site.name.includes(name));
  expect(siteCar[number("Østre") * siteCount + number("Ugerløse")]).toBeGreaterThan(16_200);
  expect(siteCar[number("Østre") * siteCount + number("Ugerløse")]).toBeLessThan(17_000);
  return undefined;
});

function nearestPoint(site: number): number {
  let best = 0;
  for (let point = 0; point < holbaek.municipality.demand.pointCount; point++)
    if (travel.walk[point * travel.siteCount + site] < travel.walk[best * travel.siteCount + site]) best = point;
  return best;
}
