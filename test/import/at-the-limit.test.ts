import { describe, expect, test } from "vitest";
import { readAmount } from "../../src/import/amounts.ts";
import { readCount, readPlaceCount } from "../../src/import/cells-of-rows.ts";
import { fitOf } from "../../src/import/whereabouts.ts";
import { importCase } from "../../src/import/import-case.ts";
import { openIssueBook } from "../../src/import/report.ts";
import { readTable } from "../../src/import/table.ts";
import { cellUnits } from "../../src/import/unit-cells.ts";
import { cellAt } from "../../src/geo/cells.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";
import { at, pupils, table } from "./fault-tools.ts";

const read = (changes: Parameters<typeof tinyCase>[0]) => {
  const { value, issues } = importCase(tinyCase(changes));
  return { municipality: value?.municipality, codes: issues.map(({ code }) => code), issues };
};
/** What a reader makes of a cell, or the code of what it says against it. */
const orCode = (readCell: (report: ReturnType<typeof openIssueBook>["report"]) => unknown): unknown => {
  const book = openIssueBook();
  const value = readCell(book.report);
  return book.all()[0]?.code ?? value;
};

describe("numbers in cells", () => {
  test.each([
    ["0", 0],
    ["-", 0],
    ["65535", 65_535],
    ["65536", "number.too-large"],
    ["-1", "number.negative"],
    ["1,5", "number.fraction"],
    ["", "blank"],
    ["..", "withheld"],
    ["1.234", "number.ambiguous"],
  ])("%j is the count %j", (text, count) =>
    expect(orCode((report) => readCount(text, undefined, { file: "f" }, report))).toBe(count),
  );

  test.each([
    ["0", 0],
    ["-", undefined],
    ["", undefined],
    ["65536", "number.too-large"],
  ])("%j states %j places", (text, places) =>
    expect(orCode((report) => readPlaceCount(text, { file: "f" }, report))).toBe(places),
  );

  test.each([
    ["0", 0],
    ["-", 0],
    ["0,5", 0.5],
    ["-0,1", "number.negative"],
    ["1000000000000", 1e12],
    ["1000000000001", "number.too-large"],
    ["", "blank"],
    ["..", "blank"],
    ["1.234", "number.ambiguous"],
    ["x", "number.unreadable"],
  ])("%j is the amount %j", (text, amount) =>
    expect(orCode((report) => readAmount(text, undefined, { file: "f" }, report))).toBe(amount),
  );
});

const placed = (...places: readonly (readonly [lat: number, lon: number])[]) =>
  pupils("lat;lon;grade", ...places.map(([lat, lon], i) => `${lat};${lon};${i % 9}`));

describe("Denmark", () => {
  test.each([
    [7, 54, { crs: "EPSG:4326", order: "as given" }],
    [16, 58.5, { crs: "EPSG:4326", order: "as given" }],
    [6.99, 55, undefined],
    [16.01, 55, undefined],
    [11, 53.99, undefined],
    [11, 58.51, undefined],
    [55, 11, { crs: "EPSG:4326", order: "swapped" }],
    [400_000, 6_000_000, { crs: "EPSG:25832", order: "as given" }],
    [920_000, 6_450_000, { crs: "EPSG:25832", order: "as given" }],
    [399_999, 6_200_000, undefined],
    [920_001, 6_200_000, undefined],
    [600_000, 5_999_999, undefined],
    [600_000, 6_450_001, undefined],
    [6_200_000, 600_000, { crs: "EPSG:25832", order: "swapped" }],
    [55, 6_200_000, undefined],
    [55, 55, undefined],
  ])("has the place %d, %d: %j", (x, y, fit) => expect(fitOf(x, y)).toEqual(fit));

  test("a file is in the system that most of its places fit; a lone one that is swapped is a slip", () => {
    const one = [at.lat, at.lon] as const;
    expect(read(placed([at.lon, at.lat])).codes).toEqual(["coordinates.swapped"]);
    expect(read(placed([at.lon, at.lat], [at.lon, at.lat + 0.001])).codes).toContain("coordinates.all-swapped");
    expect(read(placed(one, one, [at.lon, at.lat])).codes).toEqual(["coordinates.swapped"]);
    expect(read(placed([6_172_000, 660_000], one, one)).codes).toEqual(["coordinates.other-system"]);
  });
});

const pasted = (block: readonly string[], times: number): readonly string[] => {
  const book = openIssueBook();
  readTable("t.csv", ["a;b", ...Array.from({ length: times }, () => block).flat()].join("\n"), book.report);
  return book.all().map(({ code, line, values }) => `${code} ${line} ${JSON.stringify(values["count"])}`);
};

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${i};x`);

test.each([
  [`${at.lat};`, ["value.missing", "lon"]],
  [`;${at.lon}`, ["value.missing", "lat"]],
  [`${at.lat};øst`, ["number.unreadable", "lon"]],
  [`-;${at.lon}`, ["number.unreadable", "lat"]],
])("half a place, %s, is said where it lacks: %j", (place, issue) => {
  const { issues } = read(pupils("lat;lon;grade", `${place};3`, `${at.lat};${at.lon};3`));
  expect(issues.map(({ code, column }) => [code, column])).toEqual([issue]);
});

describe("a table of counts pasted several times", () => {
  test.each([2, 3, 5])("is said, from five rows on, %d times", (times) => {
    expect(pasted(numbered(5), times)).toEqual(["table.pasted-twice 7 5"]);
    expect(pasted(numbered(4), times)).toEqual([]);
  });

  test("is said of twice two as of twice", () => expect(pasted(numbered(5), 4)).toEqual(["table.pasted-twice 12 10"]));

  test("is not said of rows that are all alike, but of any that differ", () => {
    expect(pasted(["1;x", "1;x", "1;x", "1;x", "1;x"], 2)).toEqual([]);
    expect(pasted(["1;x", "2;x", "1;x", "1;x", "1;x"], 2)).toEqual(["table.pasted-twice 7 5"]);
    expect(pasted(["1;x", "1;x", "1;x", "1;x", "2;x"], 2)).toEqual(["table.pasted-twice 7 5"]);
  });

  test("is not said where the last row is another", () => {
    expect(pasted([...numbered(5), ...numbered(4), "9;x"], 1)).toEqual([]);
    expect(pasted([...numbered(5), ...numbered(5), "9;x"], 1)).toEqual([]);
  });
});

describe("cells where there is no outline", () => {
  const files = { pupils: "pupils.csv", sites: "sites.csv", outline: "outline.geojson" };
  const cellsAround = (resolution: number, ...places: readonly { lat: number; lon: number }[]) => {
    const book = openIssueBook();
    const residents = places.map((place) => ({ ...place, grade: 0, pupils: 1 }));
    const cells = cellUnits("none", resolution, { residents, openSites: [] }, files, book.report)!;
    return { cells, grown: book.all().map(({ code, values }) => [code, values["rings"]]) };
  };

  test("grow by one ring where all hangs together, else until it does, as far as three kilometres", () => {
    // Cells of resolution 8 lie 920 m apart, those of 7 2,435 m and those of 5 17 km.
    expect(cellsAround(8, tinyPosition(0, 0)).grown).toEqual([["units.grown", 1]]);
    expect(cellsAround(8, tinyPosition(0, 0), tinyPosition(5000, 0)).grown).toEqual([["units.grown", 3]]);
    const far = tinyPosition(20_000, 0);
    expect(cellsAround(8, tinyPosition(0, 0), far).grown).toEqual([["units.grown", 4]]);
    expect(cellsAround(7, tinyPosition(0, 0), far).grown).toEqual([["units.grown", 2]]);
    expect(cellsAround(5, tinyPosition(0, 0), tinyPosition(80_000, 0)).grown).toEqual([["units.grown", 1]]);
  });

  test("a place just outside belongs to the nearest cell within the limit", () => {
    const { cells } = cellsAround(8, tinyPosition(0, 0));
    const inside = tinyPosition(0, 0);
    expect(cells.near(inside, 500 as never)).toBe(cells.at(inside));
    const near = tinyPosition(2000, 0);
    expect(cells.at(near)).toBeUndefined();
    expect(cells.id[cells.near(near, 500 as never)!]).not.toBe(cellAt(inside, 8));
    expect(cells.near(tinyPosition(6000, 0), 500 as never)).toBeUndefined();
    expect(cells.near(tinyPosition(6000, 0), 5000 as never)).toBeDefined();
  });
});

const pointsOf = (apart: number) => {
  const rows = [at, { ...at, lat: at.lat + apart }].map(({ lat, lon }) => `${lat};${lon};3`);
  const { demand } = read(pupils("lat;lon;grade", ...rows)).municipality!;
  return [...demand.pupils].filter((each) => each > 0);
};

const atOne = (last: number) =>
  pupils("lat;lon;grade;pupils", ...[40_000, last].map((count, i) => `${at.lat};${at.lon};${i};${count}`));

describe("addresses", () => {
  test("within a centimetre are one", () => expect([pointsOf(2e-8), pointsOf(1e-6)]).toEqual([[2], [1, 1]]));

  test("hold 65,535 pupils", () => {
    expect(read(atOne(25_535)).codes).toEqual([]);
    expect(read(atOne(25_536)).codes).toEqual(["pupils.point-full"]);
  });
});

const codesOf = (file: string, ...rows: readonly string[]) => read({ [file]: table(...rows) }).codes;

const movers = (grade: string, rate: string) => codesOf("movers.csv", "area;grade;rate", `alle;${grade};${rate}`);

const forecast = (grades: readonly number[]) =>
  codesOf("forecast.csv", `district;year;${grades.join(";")};tal`, `N;2016;${grades.map(() => 3).join(";")};44`);

const housing = (type: string) =>
  read({ "housing.csv": table("name;lat;lon;dwellings;first_year;type", `A;${at.lat};${at.lon};3;2017;${type}`) });

describe("the years to come", () => {
  test("a rate lies between a half and one and a half, and leads no further than grade 9", () => {
    for (const rate of ["0,5", "1.5"]) expect(movers("8", rate), rate).toEqual([]);
    for (const rate of ["0.49", "1,51"]) expect(movers("0", rate), rate).toEqual(["movers.rate"]);
    expect(movers("9", "1")).toEqual(["movers.grade"]);
    expect(movers("10", "1")).toEqual(["movers.grade"]);
    expect(movers("x", "1")).toEqual(["pupils.grade"]);
  });

  test("a forecast of counts says how many rows are past, how many are in grade 10 and how many say nothing", () => {
    const { issues, municipality } = read({
      "forecast.csv": table(
        "district;year;grade;pupils",
        "N;2014;0;3",
        "N;2015;0;3",
        "N;2016;10;7",
        "N;2017;10;5",
        "N;2016;9;",
        "N;2017;9;..",
        "N;2018;9;8",
      ),
    });
    expect(issues.map(({ code, values }) => [code, values["count"]])).toEqual([
      ["forecast.past", 2],
      ["pupils.grade-ten", 12],
      ["forecast.blank-counts", 2],
    ]);
    expect(municipality?.forecast?.table).toHaveLength(1);
  });

  test("a column of numbers beside some of the grades is doubted, beside all of them not", () => {
    const header = Array.from({ length: 10 }, (_, grade) => grade);
    expect(forecast(header)).toEqual(["table.columns-unknown"]);
    expect(forecast(header.slice(1)).toSorted()).toEqual(["pupils.count-unknown", "table.columns-unknown"]);
  });

  test("dwellings outside belong to the nearest unit within 500 m; a type is named by the words it may have", () => {
    expect(housing("HUS").codes).toEqual([]);
    expect(housing("slot").issues[0].values).toEqual({
      found: "slot",
      types: "house, hus, terraced, rækkehus, flat, lejlighed, senior, seniorbolig",
    });
  });
});

test("a list of parishes with none in it is no list", () => {
  expect(read({ "parishes.csv": "id;name;lat;lon\n" }).municipality).not.toHaveProperty("parishes");
  expect(
    read({ "parishes.csv": table("id;name;lat;lon", `1;A;${at.lat};${at.lon}`) }).municipality?.parishes,
  ).toHaveLength(1);
});
