import { EXACTLY } from "../cases/told.ts";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { savingModel } from "../../src/compare/saving-model.ts";
import { COST_PARAMETER_KEYS } from "../../src/cost/parameters/table.ts";
import { WITHOUT_EFFECT } from "../../src/cost/without-effect-text.ts";
import { savingAt, valuesAt } from "../../src/cost/saving.ts";
import { rightCost, stateCost } from "../../src/cost/state-cost.ts";
import { NO_BUS, PERHAPS_BY_BUS, SURELY_BY_BUS } from "../../src/domain/public-buses.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { listCaseFiles } from "../../src/server/case-listing.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { objectiveValue } from "../../src/evaluate/objective-values.ts";
import { schoolsByBus } from "../../src/evaluate/schools-by-bus.ts";
import { busTerms, schoolBuses } from "../../src/evaluate/school-buses.ts";
import { busesText } from "../../src/report/buses-text.ts";
import { costsText } from "../../src/report/costs-text.ts";
import { MOST_UNPACKED } from "../../src/import/gtfs/unpack.ts";
import { importCase } from "../../src/import/import-case.ts";
import { openCase } from "../../src/open-case.ts";
import { addSites } from "../../src/travel/new-sites.ts";
import { moneyFormulas } from "../../src/report/money-sums.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { solver } from "../cases/solver.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";
import { TIMETABLE } from "../cases/timetable.ts";
import { stopsAtSchoolTime } from "../../src/evaluate/stops-at-school-time.ts";
import { type Changes, edited } from "../import/fault-tools.ts";
import { claiming } from "../import/faults-buses.ts";

const opened = (changes: Changes = TIMETABLE) => {
  const { value, issues } = openCase(tinyCase(changes));
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
};

/** Everybody of Nordby Skole goes to Sydby Skole. */
const southOf = ({ baseline }: Basis) => ({
  ...baseline,
  id: "south",
  assignment: baseline.assignment.map((site) => (site === 0 ? 2 : site)),
});

/** From which homes, by number, a bus is a way to each site. */
function reached({ basis }: ReturnType<typeof opened>): Readonly<Record<string, readonly string[]>> {
  const { travel, municipality } = basis;
  const { lon, lat, pointCount, pupils } = municipality.demand;
  const homes = Array.from({ length: pointCount }, (_, point) => point).filter((point) =>
    pupils.subarray(10 * point, 10 * point + 10).some((count) => count > 0),
  );
  const near = (point: number, [east, north]: readonly [number, number]): boolean => {
    const place = tinyPosition(east, north);
    return Math.abs(lon[point] - place.lon) < 1e-4 && Math.abs(lat[point] - place.lat) < 1e-4;
  };
  const names = { farm: [0, 3000], house: [300, 2300], centre: [0, 100], east: [2600, 300] } as const;
  const nameOf = (point: number): string =>
    Object.entries(names).find(([, at]) => near(point, at))?.[0] ?? `home ${point}`;
  return Object.fromEntries(
    municipality.sites.map(({ id }, site) => [
      id,
      homes
        .filter((point) => travel.byBus?.[point * travel.siteCount + site] !== NO_BUS)
        .map(nameOf)
        .toSorted(),
    ]),
  );
}

test("a bus is a way to school from where it calls near home, every school day, on time, and home again", () => {
  const found = opened();
  expect(found.basis.municipality.publicBuses?.week).toBe("2025-05-05");
  expect(found.basis.municipality.publicBuses?.arrival).toContain(7 * 60 + 32.5);
  // From the farm and the middle; not by the short trip from the east, nor by ferry, nor by the holidays' trip.
  expect(reached(found)).toEqual({ nord: [], oest: [], syd: ["centre", "farm", "house"], vest: [] });
});

test.each([
  ["a shorter walk", '"walk": 300', ["centre", "farm"]],
  ["a time after it", '"arriveFrom": "07:46"', []],
  ["a time before it", '"arriveBy": "07:44"', []],
  ["the minute it comes", '"arriveFrom": "07:45", "arriveBy": "07:46"', ["centre", "farm", "house"]],
  ["no bus home any more", '"leaveFrom": "14:11"', []],
  ["no bus home yet", '"leaveBy": "14:09"', []],
  ["the minute it leaves", '"leaveFrom": "14:10", "leaveBy": "14:11"', ["centre", "farm", "house"]],
])("what a case states decides: %s", (_, terms, homes) => {
  const hours = edited("case.json", '"code"', `"publicBuses": { ${terms} },\n  "code"`);
  expect(reached(opened({ ...TIMETABLE, ...hours }))["syd"]).toEqual(homes);
});

test("a trip that may not be boarded at a stop is no way from there, and one that runs on other days on other weekdays adds up", () => {
  const stopTimes = TIMETABLE["gtfs/stop_times.txt"];
  const closed = stopTimes.replace("nordfarm,1,0,1", "nordfarm,1,1,1");
  expect(reached(opened({ ...TIMETABLE, "gtfs/stop_times.txt": closed }))["syd"]).toEqual(["centre"]);
  const friday = {
    "gtfs/trips.txt": `${TIMETABLE["gtfs/trips.txt"]}\nbus,fr,short-too\nbus,school,east`,
    "gtfs/stop_times.txt": `${stopTimes}\nshort-too,07:35:00,,oestfarm,1,,\nshort-too,07:55:00,,sydskole,2,,\neast,14:10:00,,sydskole,1,,\neast,14:30:00,,oestfarm,2,,`,
    "gtfs/calendar_dates.txt": `${TIMETABLE["gtfs/calendar_dates.txt"]}\nfr,20250509,1`,
  };
  expect(reached(opened({ ...TIMETABLE, ...friday }))["syd"]).toContain("east");
});

test.each([
  ["one change of bus", "{}", true],
  ["no change", '{ "changes": 0 }', false],
  ["a shorter wait than the timetable has", '{ "changeMost": 4 }', false],
  ["the wait that it has", '{ "changeMost": 4.5 }', true],
  ["a longer way on foot from bus to bus than there is time for", '{ "changeLeast": 5 }', false],
])("where buses meet half-way a case decides about changing: %s", (_, terms, goes) => {
  const branch = {
    "gtfs/trips.txt": `${TIMETABLE["gtfs/trips.txt"]}\nbus,school,in\nbus,school,back`,
    "gtfs/stop_times.txt": [
      TIMETABLE["gtfs/stop_times.txt"],
      "in,07:15:00,,oestfarm,1,,\nin,07:28:00,07:29:00,middle,2,,",
      "back,14:27:00,14:27:00,middle,1,,\nback,14:40:00,,oestfarm,2,,",
    ].join("\n"),
  };
  const asked = edited("case.json", '"code"', `"publicBuses": ${terms},\n  "code"`);
  expect(reached(opened({ ...TIMETABLE, ...branch, ...asked }))["syd"].includes("east")).toBe(goes);
});

test("times after midnight are times of day, and a timetable with nothing in time says so", () => {
  const night = `${TIMETABLE["gtfs/stop_times.txt"]}\nlate,25:10:00,25:10:00,nordfarm,3,0,0`;
  expect(importCase(tinyCase({ ...TIMETABLE, "gtfs/stop_times.txt": night })).issues).toEqual([]);
  const evening = edited(
    "case.json",
    '"code"',
    '"publicBuses": { "arriveFrom": "17:00", "arriveBy": "18:00" },\n  "code"',
  );
  const { value, issues } = openCase(tinyCase({ ...TIMETABLE, ...evening }));
  expect(issues.map(({ code }) => code)).toContain("no-bus-in-time");
  expect(new Set(value?.basis.travel.byBus)).toEqual(new Set([NO_BUS]));
});

test("of rights that a bus meets a card is paid, of the others the municipality's own bus or a taxi; no right is lost or won", () => {
  const [without, found] = [opened({}), opened()];
  const { basis } = found;
  const plan = southOf(basis);
  const of = (each: typeof basis) => evaluatePlan(each, plan);
  const drivers = of(basis).totals.money!.drivers;
  expect(drivers.transportRights).toBe(of(without.basis).totals.money!.drivers.transportRights);
  expect(of(without.basis).totals.money!.drivers.rightsByBus).toBeUndefined();
  // Of grades 0 to 3, the 8 of the farm, the 4 of the house and the 4 of the centre, who live 2,600 m from Sydby Skole.
  // The house has 500 m and more to a stop, which is in doubt.
  expect(drivers.rightsByBus).toEqual({ surely: 12, perhaps: 4 });
  const at = valuesAt(basis.costs, "mid");
  const own = (1 - at.byTaxi) * at.ownBusPupil + at.byTaxi * at.taxi;
  const others = drivers.transportRights - 16;
  expect(stateCost(drivers, at).transport).toBeCloseTo(12 * at.travelCard + 4 * rightCost(at) + others * own, 6);
  // Whatever share of others is drawn, it moves those in doubt alone.
  const transportAt = (withoutPublicBus: number) => stateCost(drivers, { ...at, withoutPublicBus }).transport;
  expect(transportAt(1) - transportAt(0)).toBeCloseTo(4 * (own - at.travelCard), 6);
  const { transport } = moneyFormulas(drivers, basis.today, basis.costs, EXACTLY, "en");
  expect(transport.join("\n")).toContain("12 more with the right where a public bus runs");
  expect(transport.join("\n")).toContain("4 more with the right where it is in doubt whether a public bus is enough");
  // What a question makes least counts them alike.
  const kroner = (each: typeof basis) => objectiveValue(each, of(each), "kroner");
  const mixed = Math.round(rightCost(at)) * drivers.transportRights;
  const told = Math.round(at.travelCard) * 12 + Math.round(rightCost(at)) * 4 + Math.round(own) * others;
  expect(kroner(basis) - kroner(without.basis)).toBe(told - mixed);
});

test("what moves nothing in a case is no doubt of its plans' money, and the register says why", () => {
  const [without, found] = [opened({}), opened()];
  const doubts = ({ basis }: typeof found) => {
    const { drivers } = evaluatePlan(basis, southOf(basis)).totals.money!;
    return savingModel([drivers], basis.today, basis.costs).parameters.map(({ key }) => key);
  };
  expect(doubts(without)).toContain("withoutPublicBus");
  // Of those in doubt by the timetable the share moves money as well.
  expect(doubts(found)).toEqual(doubts(without));
  for (const { basis } of [without, found]) {
    const { drivers } = evaluatePlan(basis, southOf(basis)).totals.money!;
    const at = valuesAt(basis.costs, "mid");
    for (const key of COST_PARAMETER_KEYS) {
      const { low, high, withoutEffect } = basis.costs[key];
      const [least, most] = [low, high].map((value) => savingAt(drivers, basis.today, { ...at, [key]: value }));
      if (withoutEffect) expect(most, key).toEqual(least);
    }
  }
  // The town has no ferry, with or without a timetable.
  expect(without.basis.costs.ferry.withoutEffect?.en).toBe(WITHOUT_EFFECT.noFerry.en);
  expect(costsText(without.basis, without.plans, "da")).toContain(WITHOUT_EFFECT.noFerry.da);
});

test("a question about kroner is answered with the rights that buses meet at the price of a card", async () => {
  const { basis } = opened();
  const question = {
    kind: "reassign",
    stages: [[{ objective: "kroner", weight: 1 }]],
    rules: [],
    limits: { seed: 1 },
  } as const;
  const outcome = await reassign(basis, basis.baseline, question, solver);
  if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
  expect(outcome.answer.stages[0].value).toBe(objectiveValue(basis, outcome.answer.evaluation, "kroner"));
});

test("the register and the routes say what it rests on, and nothing where there is no timetable", () => {
  const [without, found] = [opened({}), opened()];
  const said = ({ basis, plans }: typeof found) => [
    costsText(basis, plans, "da"),
    busesText(basis, schoolBuses(basis, southOf(basis)), busTerms(basis.costs), "da"),
  ];
  for (const text of said(found))
    expect(text).toMatch(/mandag den 5\. maj 2025.*højst 1\.000 m.*mellem kl\. 7\.15 og 8\.00/);
  expect(said(found)[0]).toContain("publicBuses.walk");
  expect(said(found)[1]).toContain("Med offentlig bus: Sydby Skole fra ");
  expect(said(found)[1]).not.toContain("det siger dataene ikke");
  for (const text of said(without)) expect(text).not.toMatch(/køreplan for|publicBuses/);
  expect(said(without)[1]).toContain("det siger dataene ikke");
  expect(schoolsByBus(without.basis)).toBeUndefined();
  const areas = schoolsByBus(found.basis)!;
  expect(areas.length).toBeGreaterThan(0);
  for (const { sites } of areas) expect(sites).toEqual([2]);
});

test("a school that a proposal builds beside another is reached by the same buses", () => {
  const { basis } = opened();
  const wide = addSites(basis.municipality, basis.travel, [basis.municipality.sites[2]]);
  const column = (site: number) =>
    Array.from(
      { length: basis.municipality.demand.pointCount },
      (_, point) => wide.byBus?.[point * wide.siteCount + site],
    );
  expect(column(wide.siteCount - 1)).toEqual(column(2));
  expect(column(2)).toContain(SURELY_BY_BUS);
});

test("a stop has so many buses at school time, on the weekday that has fewest, as it lets off and takes up", () => {
  const { publicBuses } = opened().basis.municipality;
  const stops = publicBuses ? stopsAtSchoolTime(publicBuses) : [];
  // South and home run on all days, short to the south on four; at the farm south begins and home ends.
  expect(stops.map(({ stop, ...trips }) => ({ stop: publicBuses?.stops[stop].name, ...trips }))).toEqual([
    { stop: "middle", before: 1, after: 1 },
    { stop: "sydskole", before: 1, after: 1 },
  ]);
});

const bytes = (text: string) => new TextEncoder().encode(text);

test.each(["", "rejseplanen-2025/"])(
  "a packed timetable is the same case as the folder, in the archive's folder %j",
  (inside) => {
    const packed = zipSync({
      ...Object.fromEntries(
        Object.entries(TIMETABLE).map(([path, text]) => [path.replace("gtfs/", inside), bytes(text)] as const),
      ),
      [`${inside}old/stops.txt`]: bytes("nothing"),
      [`${inside}agency.txt`]: bytes("nothing"),
    });
    const [folder, archive] = [tinyCase(TIMETABLE), new Map([...tinyCase(), ["gtfs.zip", packed] as const])].map(
      (files) => openCase(files),
    );
    expect(archive.issues).toEqual(folder.issues);
    expect(archive.value?.dataHash).toBe(folder.value?.dataHash);
    expect(archive.value?.basis.travel.byBus).toEqual(folder.value?.basis.travel.byBus);
    expect(archive.value?.basis.travel.byBus).toContain(PERHAPS_BY_BUS);
    expect(archive.value?.basis.travel.byBus).toContain(SURELY_BY_BUS);
  },
);

const packedTimetable = (changes: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...TIMETABLE, ...changes }).map(([path, text]) => [path.replace("gtfs/", ""), bytes(text)]),
    ),
  );

test("what is wrong in a packed timetable is told of the archive and its file, and so is what was read", () => {
  const faulty = { "gtfs/stops.txt": TIMETABLE["gtfs/stops.txt"].replace(/middle,middle,[\d.]+/, "middle,middle,155") };
  const { issues } = importCase(tinyCase({ "gtfs.zip": packedTimetable(faulty) }));
  expect(issues.map(({ code, file, line }) => ({ code, file, line }))).toEqual([
    { code: "gtfs.position", file: "gtfs.zip: stops.txt", line: 3 },
  ]);
  const read = importCase(tinyCase({ "gtfs.zip": packedTimetable() })).value?.notes.files.map(({ file }) => file);
  expect(read).toContain("gtfs.zip: stop_times.txt");
});

const codes = (archive: Uint8Array) => importCase(tinyCase({ "gtfs.zip": archive })).issues.map(({ code }) => code);

test("an archive in which a letter has become another is refused: its sums say so", () => {
  const archive = zipSync({ "stops.txt": bytes(TIMETABLE["gtfs/stops.txt"]) }, { level: 0 });
  archive[new TextDecoder("latin1").decode(archive).indexOf("middle")]++;
  expect(codes(archive)).toEqual(["gtfs.zip"]);
});

test("an archive that would unpack to more than is allowed in one file or in all is refused before it is unpacked", () => {
  const { file, all } = MOST_UNPACKED;
  const names = ["stops.txt", "trips.txt", "stop_times.txt"];
  expect(codes(claiming(file + 1))).toEqual(["gtfs.zip-large"]);
  expect(codes(claiming(Math.floor(all / 3) + 1, names))).toEqual(["gtfs.zip-large"]);
  expect(codes(claiming(file + 1, ["shapes.txt"]))).toEqual(["gtfs.zip-other"]);
});

test("a case folder's timetable is read and handed out with the case, and no other file that lies beside it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-gtfs-"));
  await mkdir(join(folder, "gtfs"));
  for (const path of [...Object.keys(TIMETABLE), "gtfs/agency.txt"])
    await writeFile(join(folder, path), TIMETABLE[path] ?? "");
  const own = Object.keys(TIMETABLE).toSorted();
  expect([...(await readCaseFolder(folder)).keys()]).toEqual(own);
  expect(await listCaseFiles(folder)).toEqual(own);
  await rm(folder, { recursive: true });
});
