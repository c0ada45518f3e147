import { expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { resolvePlans } from "../../src/travel/plans.ts";
import { DANISH_PLANE, toPlane } from "../../src/geo/projection.ts";
import { stretchOf } from "../../src/travel/hazard.ts";
import { routeOf } from "../../src/travel/route.ts";
import { computeTravel, withDangerousRoads } from "../../src/travel/travel.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The tiny case with a stretch from the middle to 2 km north of it declared dangerous for some grades. */
function withDanger(grades: string) {
  const [from, to] = [tinyPosition(0, 50), tinyPosition(0, 2000)];
  const row = ["Nordvejen", grades, from.lat, from.lon, to.lat, to.lon].join(";");
  const files = new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, encode(text)] as const));
  if (grades !== "") files.set("dangerous-roads.csv", encode(`name;grades;from_lat;from_lon;to_lat;to_lon\n${row}\n`));
  const { value, issues } = importCase(files);
  if (!value) throw new Error(JSON.stringify(issues));
  const travel = computeTravel(value.municipality).value;
  const [today] = resolvePlans(value.municipality, travel, value.plans);
  const basis = makeBasis(value.municipality, travel, today);
  return { travel, basis, municipality: value.municipality, evaluation: evaluatePlan(basis, today) };
}

test("no list of dangerous roads, no hazard anywhere", () => {
  expect(withDanger("").travel.hazard).toBeUndefined();
});

test("the way is dangerous for whoever passes the stretch, and for the grades it is dangerous for alone", () => {
  const { travel, municipality } = withDanger("0-3");
  const siteNumber = (id: string) => municipality.sites.findIndex((site) => site.id === id);
  // The address 100 m north of the middle lies on the road to Nordby; its way there passes, its way south starts on it too.
  const { lat, lon } = tinyPosition(0, 100);
  const point = [...municipality.demand.lat.keys()].find(
    (at) => Math.abs(municipality.demand.lat[at] - lat) < 1e-4 && Math.abs(municipality.demand.lon[at] - lon) < 1e-4,
  )!;
  const hazard = (site: string) => travel.hazard![point * travel.siteCount + siteNumber(site)];
  expect(hazard("nord")).toBe(1);
  // From the far south to Sydby nobody comes near.
  const south = tinyPosition(-200, -2700);
  const far = [...municipality.demand.lat.keys()].find(
    (at) => Math.abs(municipality.demand.lat[at] - south.lat) < 1e-4,
  )!;
  expect(travel.hazard![far * travel.siteCount + siteNumber("syd")]).toBe(0);
  expect(travel.hazard![far * travel.siteCount + siteNumber("nord")]).toBe(1);
});

test("a dangerous road gives its pupils the right at any distance, and takes it from nobody", () => {
  const [safe, dangerous] = [withDanger(""), withDanger("0-9")];
  const rights = ({ evaluation }: typeof safe) => evaluation.values.get("transport-right")!;
  expect(rights(dangerous)).toBeGreaterThan(rights(safe));
  const { travel, basis } = dangerous;
  let exposed = 0;
  basis.pointBand.forEach((pupils, at) => {
    const [point, band] = [Math.floor(at / 3), at % 3];
    const unit = basis.municipality.demand.firstPoint.findIndex((first) => first > point) - 1;
    const site = basis.baseline.assignment[unit * 3 + band];
    const index = point * travel.siteCount + site;
    const limit = [2500, 6000, 7000][band];
    if (travel.walk[index] > limit || (travel.hazard![index] & (1 << band)) !== 0) exposed += pupils;
  });
  expect(rights(dangerous)).toBe(exposed);
});

test("a stretch of several roads is dangerous all along, between its ends as well", () => {
  // From the far north through the middle to the far south: past two junctions, whole roads between them.
  const [from, to] = [tinyPosition(0, 3000), tinyPosition(0, -3000)];
  const row = ["Alt", "0-9", from.lat, from.lon, to.lat, to.lon].join(";");
  const files = new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, encode(text)] as const));
  files.set("dangerous-roads.csv", encode(`name;grades;from_lat;from_lon;to_lat;to_lon\n${row}\n`));
  const { municipality } = importCase(files).value!;
  const travel = computeTravel(municipality).value;
  const number = (id: string) => municipality.sites.findIndex((site) => site.id === id);
  const at = (east: number, north: number) => {
    const { lat, lon } = tinyPosition(east, north);
    const { demand } = municipality;
    return [...demand.lat.keys()].find(
      (point) => Math.abs(demand.lat[point] - lat) < 1e-4 && Math.abs(demand.lon[point] - lon) < 1e-4,
    )!;
  };
  // The address by the middle goes to Nordby or Sydby along the middle roads, which lie between the stretch's ends.
  for (const site of ["nord", "syd"]) expect(travel.hazard![at(0, 100) * travel.siteCount + number(site)]).toBe(7);
  // East and west of the middle nothing is dangerous.
  expect(travel.hazard![at(-2700, 100) * travel.siteCount + number("vest")]).toBe(0);
});

test("the roads that a stretch is shown along are those, and no others, whose use makes a way dangerous", () => {
  const places = [tinyPosition(0, 50), tinyPosition(0, 2000), tinyPosition(2000, 0)];
  for (const along of [places, places.toReversed(), [places[0], places[1]], [places[2], places[0]]]) {
    const { municipality, travel } = withDanger("");
    const { lines, unjoined } = stretchOf(municipality, travel.network, along);
    expect([unjoined, lines.length > 0]).toEqual([0, true]);
    const roads = along.slice(1).map((to, i) => ({ name: "Vej", from: along[i], to, bands: 1 }));
    const { hazard } = withDangerousRoads({ ...municipality, dangerousRoads: roads }, travel);
    const shown = lines.map((line) => line.map(plane));
    let used = 0;
    for (let point = 0; point < municipality.demand.pointCount; point++)
      for (let site = 0; site < travel.siteCount; site++) {
        const route = routeOf(travel, point, site);
        if (!route) continue;
        const way = route.line.map(plane);
        const isDangerous = hazard![point * travel.siteCount + site] > 0;
        const middles = way.slice(1).flatMap(([x, y], i): Point[] => {
          const [fromX, fromY] = way[i];
          return Math.hypot(x - fromX, y - fromY) < 1 ? [] : [[(x + fromX) / 2, (y + fromY) / 2]];
        });
        const isOn = middles.some((at) => shown.some((line) => liesOn(at, line)));
        if (isOn) used++;
        // Whoever's road begins where the stretch ends may count as on it.
        const touches = way.some((at) => shown.some((line) => liesOn(at, line)));
        expect([point, site, isOn && !isDangerous, isDangerous && !touches]).toEqual([point, site, false, false]);
      }
    expect(used).toBeGreaterThan(0);
  }
});

test("places that no road joins make no way dangerous, and are counted", () => {
  const { municipality, travel } = withDanger("");
  const sea = { lon: 3, lat: 50 };
  expect(stretchOf(municipality, travel.network, [tinyPosition(0, 50), sea])).toEqual({ lines: [], unjoined: 1 });
  expect(stretchOf(municipality, travel.network, [sea, tinyPosition(0, 50), tinyPosition(0, 2000)]).unjoined).toBe(1);
  expect(stretchOf(municipality, travel.network, [])).toEqual({ lines: [], unjoined: 0 });
});

type Point = readonly [x: number, y: number];
const plane = ({ lon, lat }: { readonly lon: number; readonly lat: number }): Point => {
  const at = toPlane(DANISH_PLANE, [lon], [lat]);
  return [at[0], at[1]];
};

/** Whether a point lies within a foot of a line. */
function liesOn([x, y]: Point, line: readonly Point[]): boolean {
  return line.slice(1).some(([ex, ey], i) => {
    const [sx, sy] = line[i];
    const long = Math.hypot(ex - sx, ey - sy);
    const share = Math.min(1, Math.max(0, ((x - sx) * (ex - sx) + (y - sy) * (ey - sy)) / long ** 2));
    return Math.hypot(x - sx - share * (ex - sx), y - sy - share * (ey - sy)) < 0.3;
  });
}
