import { describe, expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { looksMisnamed } from "../../src/import/case-files.ts";
import { wordsAround } from "../../src/import/text.ts";
import { tinyCase, tinyPlane, tinyPosition } from "../cases/tiny.ts";
import {
  GOOD_SITES,
  NO_UNITS,
  at,
  box,
  collection,
  edited,
  feature,
  pupils,
  site,
  sites,
  table,
} from "./fault-tools.ts";

const read = (changes: Parameters<typeof tinyCase>[0]) => {
  const { value, issues } = importCase(tinyCase(changes));
  return { municipality: value?.municipality, issues, codes: issues.map(({ code }) => code) };
};
const here = `${at.lat};${at.lon}`;

const linesOf = (count: number) => {
  const lost = Array.from({ length: count }, () => ";;3;2");
  const { issues } = read(
    pupils("lat;lon;grade;pupils", ...lost.map((row, i) => row.replace("3", `${i % 9}`)), `${here};3;2`),
  );
  return issues.find(({ code }) => code === "pupils.no-position")?.values;
};

describe("rows without a place", () => {
  test("are named to the tenth, and counted beyond", () => {
    expect(linesOf(10)).toEqual({ rows: 10, count: 20, lines: "2, 3, 4, 5, 6, 7, 8, 9, 10, 11" });
    expect(linesOf(11)).toEqual({ rows: 11, count: 22, lines: "2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …" });
  });
});

const isDoubted = (...values: readonly (string | number)[]) =>
  read(pupils("lat;lon;grade;tal", ...values.map((value, i) => `${here};${i};${value}`))).codes.includes(
    "pupils.count-unknown",
  );

describe("an unknown column of numbers beside one pupil a row", () => {
  test.each([
    [[5, 6, 8], true],
    [[5, 6, 7], false],
    [[5, 6], true],
    [[999, 2000], true],
    [[1000, 2000], false],
    [[0, 0, 0], false],
    [[0, "", 7], true],
    [[1, 1, 1], false],
    [["-", "..", 3], true],
    [[1.5, 3, 9], false],
    [["x", 3, 9], false],
    [["03", "09"], false],
  ])("%j may be counts: %j", (values, doubted) => expect(isDoubted(...values)).toBe(doubted));
});

const yearOf = (text: string) => {
  const { municipality, codes } = read({ "births.csv": table("area;year;births", `alle;${text};3`) });
  return codes[0] ?? municipality?.forecast?.births[0].year;
};

const codesIn = (year: string) => read(edited("case.json", "2015/16", year)).codes;

describe("years", () => {
  test.each([
    ["2017", 2017],
    ["2017/18", 2017],
    ["2017 - 2018", 2017],
    ["1999–2000", 1999],
    ["1999/00", 1999],
    ["2017/19", "forecast.year"],
    ["2017/17", "forecast.year"],
    ["1899", "forecast.year"],
    ["17/18", "forecast.year"],
  ])("%s is %s", (text, year) => expect(yearOf(text)).toBe(year));

  test("a school year ends the year after it starts, also at the turn of a century", () => {
    expect(codesIn("2099/00")).toEqual([]);
    for (const year of ["2015/15", "2015/17", "2015/14"]) expect(codesIn(year), year).toEqual(["case.school-year"]);
  });
});

const danger = (...rows: readonly string[]) => read({ "dangerous-roads.csv": table(...rows) });

describe("dangerous-roads.csv", () => {
  const header = "id;name;grades;from_lat;from_lon;to_lat;to_lon";
  const to = tinyPosition(0, 2000);
  const row = (id: string, name: string, grades: string, end = `${to.lat};${to.lon}`) =>
    [id, name, grades, here, end].join(";");

  test("is a stretch a row, from one place to another, for some grades", () => {
    const { municipality, codes } = danger(header, row("1", "Nordvejen", "0-3"), row("2", "Nordvejen", "0-3, 7-9"));
    expect(codes).toEqual([]);
    expect(municipality?.dangerousRoads).toEqual(
      [0b001, 0b101].map((bands) => ({ name: "Nordvejen", from: at, to, bands })),
    );
  });

  test.each([
    ["an id twice", [header, row("1", "A", "0-3"), row("1", "B", "0-3")], ["value.twice"]],
    [
      "a row again",
      [header.replace("id;", ""), row("", "A", "0-3").slice(1), row("", "A", "0-3").slice(1)],
      ["table.row-again"],
    ],
    ["no name", [header, row("1", "", "0-3")], ["value.missing"]],
    ["no grades", [header, row("1", "A", "")], ["value.missing"]],
    ["part of a band", [header, row("1", "A", "0-2")], ["sites.grades"]],
    ["an end abroad", [header, row("1", "A", "0-3", "0;0")], ["coordinates.outside"]],
    [
      "one end only",
      [header.replace(";to_lat;to_lon", ""), row("1", "A", "0-3", "").slice(0, -1)],
      ["coordinates.no-columns"],
    ],
  ])("with %s says so", (_, rows, codes) => {
    const found = danger(...rows);
    expect(found.codes).toEqual(codes);
    expect(found.municipality?.dangerousRoads?.length ?? 0).toBeLessThan(rows.length);
  });
});

describe("own areas", () => {
  test("a lone one has its own id, running number or not; one bent around its middle has its place in it", () => {
    const ring = [
      [-4000, -4000],
      [4000, -4000],
      [4000, 4000],
      [3900, 4000],
      [3900, -3900],
      [-3900, -3900],
      [-3900, 4000],
      [-4000, 4000],
      [-4000, -4000],
    ].map(([east, north]) => tinyPlane(east, north));
    const bent = { ...feature("Polygon", [ring], { navn: "Bugten" }), id: 5 };
    const home = tinyPosition(-3950, 0);
    const { municipality } = read({
      ...NO_UNITS,
      "units.geojson": collection(bent),
      ...pupils("lat;lon;grade", `${home.lat};${home.lon};3`),
      "plans/two.json": undefined,
    });
    expect(municipality?.units.id).toEqual(["5"]);
    const { lon, lat } = { lon: municipality!.units.lon[0], lat: municipality!.units.lat[0] };
    const middle = tinyPosition(0, 0);
    expect(Math.hypot(lon - middle.lon, lat - middle.lat)).toBeGreaterThan(0.03);
  });

  test("pupils just off the shore live in the nearest", () => {
    const { municipality, issues } = read({
      ...NO_UNITS,
      "units.geojson": collection(
        feature("Polygon", [box(-4000, -4000, 8000)], { id: "main" }),
        feature("Polygon", [box(4900, 0, 1000)], { id: "isle" }),
      ),
      ...pupils(
        "lat;lon;grade",
        ...[4400, 4500].map((east) => Object.values(tinyPosition(east, 500)).toReversed().join(";") + ";3"),
      ),
    });
    expect(issues).toMatchObject([
      { code: "pupils.near-units", values: { pupils: 2, limit: 500 } },
      { code: "units.pieces" },
    ]);
    const { firstPoint, pupils: counts } = municipality!.demand;
    const inUnit = (unit: number) =>
      counts.subarray(10 * firstPoint[unit], 10 * firstPoint[unit + 1]).reduce((a, b) => a + b, 0);
    expect([inUnit(0), inUnit(1)]).toEqual([1, 1]);
  });
});

const codesWith = (...rows: readonly string[]) => read({ ...sites(...rows), "plans/two.json": undefined }).codes;

describe("a fourth school", () => {
  const FAR = "x;Xskole;55.9;11.9";
  test.each([
    [site("x", ";;;;;;"), []],
    [site("x", "0-3;;1;;;;"), ["sites.no-district"]],
    [site("x", "0-3;W;1;;;;"), ["sites.district-unknown"]],
    [site("x", ";W;;;;;"), ["sites.district-unknown"]],
    [`${FAR};;N;;;;;`, []],
    [`${FAR};0-3;N;1;;;;`, ["sites.outside-outline"]],
    [site("x", "0-3;N;;;;;"), ["sites.no-capacity"]],
    [site("x", ";N;;;;;"), []],
    [site("x", "0-3;N;1;;;5;"), ["sites.registered-partly"]],
    [site("x", "0-3;N;1;;;x;"), ["number.unreadable"]],
  ])("%s: %j", (row, codes) => {
    const found = read({ ...sites(...GOOD_SITES, row), "plans/two.json": undefined }).codes;
    expect(found.filter((code) => code !== "units.pieces")).toEqual(codes);
  });

  test("open beside closed ones keeps its district open", () => {
    const [n, s, v] = GOOD_SITES;
    expect(codesWith(n, s, v.replace(";0-9;", ";;"), site("x", "0-3;V;1;;;;"))).toEqual([]);
    expect(codesWith(n, s, v.replace(";0-9;", ";;"), site("x", ";V;;;;;"))).toEqual(["districts.none-open"]);
  });
});

test.each([
  ["skoler.xlsx", true],
  ["pupils (1).csv", true],
  ["pupils.xlsx", false],
  ["Pupils.CSV", false],
  ["plans/new.txt", true],
  ["pupils.csv", false],
  ["plans/2016.json", false],
  ["README.md", false],
  ["old/pupils.csv", false],
  ["notes.doc", false],
])("%s looks as if it were meant to be read: %s", (path, looks) => expect(looksMisnamed(path)).toBe(looks));

test("words in a message are what stands between two delimiters, forty letters each way at most", () => {
  expect(wordsAround("a;Nørre Skole;b", 4)).toBe("Nørre Skole");
  expect(wordsAround("Nørre\nSkole", 1)).toBe("Nørre");
  expect(wordsAround(`${"x".repeat(60)}ø${"y".repeat(60)}`, 60)).toBe(`${"x".repeat(40)}ø${"y".repeat(39)}`);
});
