import { describe, expect, test } from "vitest";
import { DANISH_PLANE } from "../../src/geo/projection.ts";
import type { MapLine } from "../../src/import/map-features.ts";
import { openIssueBook } from "../../src/import/report.ts";
import { kindOf, numberIn, osmDuration, speedOf } from "../../src/import/road-kinds.ts";
import { readRoads, type RoadTold, roadTeller } from "../../src/import/roads.ts";

const at = (property?: string) => ({ file: "roads.geojson", ...(property !== undefined && { column: property }) });

const tell = roadTeller();

/** A line with such properties, of parts of such lengths, metres, one after the other. */
function lineOf(properties: Readonly<Record<string, unknown>>, ...lengths: readonly number[]): MapLine<RoadTold> {
  let along = 0;
  const parts = lengths.map((length) => {
    const [from, to] = [along, (along += length)];
    return Float64Array.of(0.6 * from, 0.8 * from, 0.6 * to, 0.8 * to);
  });
  return { told: tell(properties), at, parts };
}

function read(...lines: readonly MapLine<RoadTold>[]) {
  const book = openIssueBook();
  const { network, dropped } = readRoads("roads.geojson", lines, DANISH_PLANE, book.report, () => undefined);
  return { network, dropped, codes: book.all().map(({ code }) => code), issues: book.all() };
}

const codesOf = (properties: Readonly<Record<string, unknown>>, ...lengths: readonly number[]): readonly string[] =>
  read(lineOf({ kind: "road", speed: 50, ...properties }, ...lengths)).codes;

describe("what a line states is doubted", () => {
  test.each([
    { length: 980, drawn: 1000, codes: [] },
    { length: 979, drawn: 1000, codes: ["roads.length-short"] },
    { length: 4000, drawn: 1000, codes: [] },
    { length: 4001, drawn: 1000, codes: ["roads.length-long"] },
    { length: 600, drawn: 100, codes: [] },
    { length: 601, drawn: 100, codes: ["roads.length-long"] },
  ])("a length of $length m of $drawn m drawn: $codes", ({ length, drawn, codes }) =>
    expect(codesOf({ length }, drawn)).toEqual(codes),
  );

  test.each([
    { speed: 2, codes: [] },
    { speed: 1.9, codes: ["roads.speed-doubtful"] },
    { speed: 150, codes: [] },
    { speed: 151, codes: ["roads.speed-doubtful"] },
  ])("a speed of $speed km/h: $codes", ({ speed, codes }) => expect(codesOf({ speed }, 1000)).toEqual(codes));

  test.each([
    { minutes: 30, codes: [] },
    { minutes: 31, codes: ["roads.speed-doubtful"] },
    { minutes: 0.4, codes: [] },
    { minutes: 0.39, codes: ["roads.speed-doubtful"] },
  ])("a kilometre in $minutes minutes, over its parts together: $codes", ({ minutes, codes }) =>
    expect(codesOf({ kind: "ferry", speed: undefined, minutes }, 300, 700)).toEqual(codes),
  );

  test("as the speed that comes of it", () =>
    expect(read(lineOf({ kind: "ferry", minutes: 1 }, 5000)).issues[0].values).toEqual({ speed: 300 }));
});

describe("what a line does not state", () => {
  test("its speed is the usual of its kind, and is said kind by kind, but for paths", () => {
    const kinds = ["road", "road", "motorway", "path"];
    const { network, issues } = read(...kinds.map((kind, i) => lineOf({ kind }, 1000 + i)));
    [60, 60, 110, 15].forEach((speed, i) => expect(network.minutes[i]).toBeCloseTo((60 * (1 + i / 1000)) / speed, 9));
    expect(issues.map(({ code, values }) => [code, values["kind"], values["count"], values["speed"]])).toEqual([
      ["roads.speed-assumed", "road", 2, 60],
      ["roads.speed-assumed", "motorway", 1, 110],
    ]);
  });

  test("a ferry's time is said ferry by ferry, unless it states its speed or its minutes", () => {
    expect(read(lineOf({ kind: "ferry" }, 5000)).issues).toMatchObject([
      { code: "roads.ferry-time", values: { speed: 15 } },
    ]);
    expect(read(lineOf({ kind: "ferry", speed: 30 }, 5000)).issues).toMatchObject([
      { code: "roads.ferry-time", values: { speed: 30 } },
    ]);
    expect(read(lineOf({ kind: "ferry", duration: "0:20" }, 5000)).codes).toEqual([]);
    expect([...read(lineOf({ kind: "ferry", duration: "0:20", minutes: 10 }, 5000)).network.minutes]).toEqual([10]);
  });

  test("its kind is a road's, and such lines are counted", () => {
    const { issues } = read(
      lineOf({ speed: 50 }, 1000),
      lineOf({ speed: 50, name: "Vejen" }, 2000),
      lineOf({ speed: 120 }, 9),
    );
    expect(issues.filter(({ code }) => code === "roads.kind-assumed").map(({ values }) => values)).toEqual([
      { count: 2 },
    ]);
  });
});

describe("lines that are no roads", () => {
  test("are left out, counted, and named by what they are", () => {
    const { network, issues } = read(
      ...["proposed", "construction", "proposed"].map((highway) => lineOf({ highway }, 100)),
      lineOf({ kind: "road", speed: 50 }, 100),
    );
    expect(network.count).toBe(1);
    expect(issues).toMatchObject([{ code: "roads.left-out", values: { count: 3, kinds: "proposed, construction" } }]);
  });

  test("leave no roads at all, which is said; but a file without lines says so itself", () => {
    expect(read(lineOf({ highway: "proposed" }, 100)).codes.toSorted()).toEqual(["roads.left-out", "roads.none"]);
    expect(read().codes).toEqual([]);
  });
});

describe("which way cars may drive", () => {
  test.each([
    [{ oneway: "yes" }, 1],
    [{ oneway: true }, 1],
    [{ oneway: 1 }, 1],
    [{ oneway: "F" }, 1],
    [{ oneway: "-1" }, -1],
    [{ oneway: "T" }, -1],
    [{ junction: "roundabout" }, 1],
    [{ highway: "motorway", kind: undefined }, 1],
  ])("%o: %i, every part of the line", (properties, way) => {
    const { network, issues } = read(lineOf({ kind: "road", speed: 50, ...properties }, 500, 500));
    expect([...network.oneWay!]).toEqual([way, way]);
    expect(issues.map(({ code, values }) => [code, values["count"]])).toEqual([["roads.one-way", 1]]);
  });

  test.each([
    { oneway: "no", highway: "motorway", kind: undefined },
    { oneway: "B" },
    {},
    { kind: "path", oneway: "yes" },
  ])("%o: both, and nothing is kept of it", (properties) => {
    const { network, codes } = read(lineOf({ kind: "road", speed: 50, ...properties }, 500));
    expect([network.oneWay, codes]).toEqual([undefined, []]);
  });
});

test("a part of no length takes no share of what the line states, and is dropped", () => {
  const { network, dropped, codes } = read(lineOf({ kind: "road", speed: 50, length: 2000 }, 500, 0, 1500));
  expect([...network.length].map(Math.round)).toEqual([500, 1500]);
  expect([dropped, codes]).toEqual([1, ["roads.dropped"]]);
  expect(read(lineOf({ kind: "ferry", minutes: 5 }, 0)).network.count).toBe(0);
});

describe("properties", () => {
  test.each([
    [{ vejklasse: "Færgeforbindelse" }, { kind: "ferry", told: "by a property" }],
    [{ vejklasse: "Stikvej" }, { kind: "road", told: "by a property" }],
    [
      { vejklasse: "", hastighed: 50 },
      { kind: "road", told: "by a property" },
    ],
    [{ vejmidtetype: 1 }, { kind: "road", told: "by a property" }],
    [{ hastighedsgraense: 50 }, { kind: "road", told: "by a property" }],
    [
      { kind: null, highway: "steps" },
      { kind: "path", told: "by a property" },
    ],
    [{ kind: 7 }, { unknown: "7" }],
    [{ highway: "motorway" }, { kind: "motorway", told: "by a property" }],
    [{ highway: "platform" }, { leftOut: "platform" }],
    [{ waterway: "no", osm_id: 3 }, { leftOut: "highway=-" }],
    [
      { waterway: "", name: "x" },
      { kind: "road", told: "by nothing" },
    ],
    [
      { highway: "trunk", motorroad: "yes", foot: "yes" },
      { kind: "motorway", told: "by a property" },
    ],
    [
      { highway: "trunk", foot: "no", bicycle: "no" },
      { kind: "motorway", told: "by a property" },
    ],
    [
      { highway: "trunk", foot: "no", bicycle: "use_sidepath" },
      { kind: "road", told: "by a property" },
    ],
    [
      { highway: "residential", motor_vehicle: "no" },
      { kind: "path", told: "by a property" },
    ],
    [
      { highway: "service", access: "no", bus: "yes", bicycle: "yes" },
      { kind: "path", told: "by a property" },
    ],
    [
      { highway: "service", access: "private" },
      { kind: "road", told: "by a property" },
    ],
    [{ highway: "service", access: "no" }, { leftOut: "service (access=no)" }],
    [
      { highway: "path", access: "no", foot: "yes" },
      { kind: "path", told: "by a property" },
    ],
    [{ natural: 5 }, { kind: "road", told: "by nothing" }],
  ])("%j: %j", (properties, reading) => expect(kindOf(properties, undefined)).toEqual(reading));

  test("from 110 km/h on it is a motorway, where nothing says otherwise", () => {
    expect([109, 110].map((speed) => kindOf({}, speed))).toEqual([
      { kind: "road", told: "by nothing" },
      { kind: "motorway", told: "by its speed" },
    ]);
  });

  test.each([
    [{ maxspeed: "DK:urban" }, { value: 50 }],
    [{ maxspeed: "DK:motorway" }, { value: 130 }],
    [{ maxspeed: "30.5" }, { value: 30.5 }],
    [{ maxspeed: "50 mph" }, { value: 80.4672 }],
    [{ maxspeed: "walk" }, "absent"],
    [{ maxspeed: -1 }, { wrong: "-1", property: "maxspeed" }],
    [{ hastighedsgraense: 60, maxspeed: "50" }, { value: 60 }],
    [{ hastighed: "Infinity" }, { wrong: '"Infinity"', property: "hastighed" }],
    [{ speed: true }, { wrong: "true", property: "speed" }],
  ])("%j: speed %j", (properties, speed) => expect(speedOf(properties)).toEqual(speed));

  test.each([
    ["", "absent"],
    [null, "absent"],
    ["7,5", { value: 7.5 }],
    [0.1, { value: 0.1 }],
    [NaN, { wrong: "null", property: "length" }],
    ["x", { wrong: '"x"', property: "length" }],
  ])("length %j is %j", (length, reading) => expect(numberIn({ length }, "length")).toEqual(reading));

  test.each([
    ["0:30", 30],
    ["01:10:00", 70],
    ["PT1H30M", 90],
    ["PT20M", 20],
  ])("a duration of %j is %d minutes", (duration, minutes) => expect(osmDuration({ duration })).toBe(minutes));

  test.each(["30", "1:5", "PT", "0:00", "0:30:5", 30, "x0:30"])("%j is no duration", (duration) =>
    expect(osmDuration({ duration })).toBeUndefined(),
  );
});
