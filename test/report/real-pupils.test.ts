import { BAND_COUNT } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { measureNamed } from "../../src/evaluate/measures/table.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { BUS_TERMS, busTerms, schoolBuses } from "../../src/evaluate/school-buses.ts";
import { busesGeoJson, busesText } from "../../src/report/buses-text.ts";
import { isShownStop, toldBuses } from "../../src/report/told-buses.ts";
import { junctionsOf } from "../../src/travel/junctions.ts";
import { openedCase } from "../cases/opened.ts";

const { basis: madeUp } = openedCase("holbaek");
const { syntheticNotice: _, ...info } = madeUp.municipality.info;
const real: Basis = { ...madeUp, municipality: { ...madeUp.municipality, info } };

/** A plan read from a file that is today's but for one area with two pupils, who go to another district's school. */
function oneFarm({ baseline, municipality, unitBand }: Basis) {
  const [from, to] = ["tuse", "gislinge"].map((id) => municipality.sites.findIndex((site) => site.id === id));
  const pair = unitBand.findIndex(
    (pupils, at) => at % BAND_COUNT === 0 && pupils === 2 && baseline.assignment[at] === from,
  );
  const assignment = baseline.assignment.slice();
  assignment[pair] = to;
  return { ...baseline, id: "farm", title: "Farm", assignment };
}

test("school buses tell of real pupils, and price them, in nearest fives alone", () => {
  const found = schoolBuses(real, real.baseline);
  const text = busesText(real, found, busTerms(real.costs), "en").split("\n");
  const sites = text.filter((line) => /pupils with the right/.test(line));
  expect(sites).toHaveLength(found.length);
  for (const line of sites) expect(line).toMatch(/: (about \d*[05]|<5|a hidden number of) pupils with/);
  for (const line of text.filter((each) => /^ +bus \d/.test(each)))
    expect(line).toMatch(/(about \d*[05]|<5|hidden) pupils/);
  const card = real.costs.travelCard.mid;
  for (const { cards } of toldBuses(real, found).filter(({ rights }) => rights >= 5))
    expect((cards.mid / card) % 5).toBeCloseTo(0, 6);
  const told = (audience: "anyone" | "planner") =>
    busesGeoJson(real, found, audience).features.map(({ properties }) => properties?.["pupils"]);
  for (const pupils of told("anyone")) expect(String(pupils)).toMatch(/^(<5|~\d*[05])$/);
  expect(told("planner").every((pupils) => typeof pupils === "number")).toBe(true);
  // Of made-up ones counts are told as they are.
  expect(toldBuses(madeUp, found).map(({ rights, byTaxi }) => [rights, byTaxi])).toEqual(
    found.map(({ rights, byTaxi }) => [rights, byTaxi]),
  );
});

const keyOf = ([lon, lat]: readonly number[]): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;

test("a stop that anybody sees is where roads meet, or where five pupils live; no way to another is drawn, and no length tells how far it is", () => {
  const found = schoolBuses(real, real.baseline);
  const all = found.flatMap(({ routes }) => routes.flatMap(({ stops }) => stops));
  const junctions = new Set(junctionsOf(real.travel.network.graph).map(({ lon, lat }) => keyOf([lon, lat])));
  const crowded = new Set(all.filter(({ livingAt }) => livingAt >= 5).map(({ lon, lat }) => keyOf([lon, lat])));
  for (const basis of [real, madeUp]) {
    const { features } = busesGeoJson(basis, found);
    const points = features.flatMap(({ geometry }) => (geometry.type === "Point" ? [keyOf(geometry.coordinates)] : []));
    expect(points.length).toBeGreaterThan(20);
    for (const point of points) expect(junctions.has(point) || crowded.has(point)).toBe(true);
    const hidden = all.filter((stop) => !isShownStop(stop) && stop.place.kind === "home");
    const homes = new Set(hidden.map(({ lon, lat }) => keyOf([lon, lat])));
    expect(homes.size).toBeGreaterThan(0);
    const lines = features.flatMap(({ geometry }) => (geometry.type === "MultiLineString" ? geometry.coordinates : []));
    expect(lines.length).toBeGreaterThan(10);
    const ends = new Set(lines.flatMap((leg) => [leg[0], leg[leg.length - 1]].map(keyOf)));
    expect([...points, ...ends].filter((place) => homes.has(place) && !junctions.has(place))).toEqual([]);
  }
  let hiding = 0;
  for (const { routes, kilometresPerDay, buses, byTaxi } of toldBuses(madeUp, found)) {
    const hides = routes.filter(({ stops }) => !stops.every(isShownStop));
    for (const { kilometres, minutes } of hides) expect([kilometres % 5, minutes % 5]).toEqual([0, 0]);
    if (hides.length === 0) continue;
    hiding++;
    expect(kilometresPerDay % 10).toBe(0);
    // The price tells no more than the kilometres.
    const { schoolBus, schoolBusKilometre, taxi } = madeUp.costs;
    const priced = schoolBus.mid * routes.length + schoolBusKilometre.mid * kilometresPerDay * BUS_TERMS.days;
    expect(buses.mid).toBeCloseTo(priced + taxi.mid * byTaxi, 3);
  }
  expect(hiding).toBeGreaterThan(3);
});

const run = { programVersion: "0.0.0", dataHash: "0", seed: 1, secondsUsed: 0 };

const isOfPupils = (key: string): boolean => {
  const { unit, group } = measureNamed(key)!;
  return unit === "pupils" && group !== "money";
};

/** Every count of pupils in what `evaluate` writes of a plan, but that of all pupils. */
function counted(basis: Basis, plan: Basis["baseline"]): readonly (string | number)[] {
  const { measures, districts, sites } = evaluationFile(basis, evaluatePlan(basis, plan), run);
  return [
    ...measures.flatMap(({ key, value }) => (value !== undefined && isOfPupils(key) ? [value] : [])),
    ...districts.map(({ pupils }) => pupils),
    ...sites.flatMap(({ pupilsByGrade }) => pupilsByGrade),
  ];
}

test("of real pupils no count is told as it is, and a file's plan that differs from today by one farm tells nothing of who lives there", () => {
  const farm = oneFarm(real);
  for (const plan of [real.baseline, farm])
    for (const count of counted(real, plan)) expect(String(count)).toMatch(/^(0|<5|hidden|~\d*[05])$/);
  // Of made-up ones they are, and the two plans' counts differ by the two.
  const [today, then] = [madeUp.baseline, farm].map((plan) => counted(madeUp, plan));
  expect(today.some((count, at) => typeof count === "number" && Number(then[at]) === count - 2)).toBe(true);
});

test("the terminal tells the same: about so many, and no change of theirs", () => {
  const lines = evaluationText(real, evaluatePlan(real, oneFarm(real)), "en").split("\n");
  expect(lines.find((line) => line.includes("Tuse Næs:"))).toMatch(/: about 790 pupils/);
  expect(lines.find((line) => /Pupils in the largest district|largest district/.test(line))).not.toMatch(/[+-]\d+$/);
});
