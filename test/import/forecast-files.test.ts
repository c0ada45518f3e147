import { describe, expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { tinyCase } from "../cases/tiny.ts";
import { at, table } from "./fault-tools.ts";

const read = (changes: Readonly<Record<string, string>>) => {
  const { value, issues } = importCase(tinyCase(changes));
  return { forecast: value?.municipality.forecast, issues, units: value?.municipality.units };
};

test("a case without such files says nothing of the years to come", () => {
  expect(read({})).toMatchObject({ forecast: undefined, issues: [] });
});

const readBirths = (header: string, ...rows: string[]) =>
  read({ "births.csv": table(header, ...rows), "places.csv": table("name;lat;lon", `Syd;${at.lat};${at.lon}`) });
const areasOf = (header: string, ...rows: string[]) => {
  const { forecast, issues } = readBirths(header, ...rows);
  return {
    areas: forecast?.births.map(({ area }) => [area.kind, area.number]),
    codes: issues.map(({ code }) => code),
  };
};

describe("areas", () => {
  test("are not called unknown where the schools themselves could not be read", () => {
    const births = table("skole;år;fødte", "nordskolen;2012;3");
    const codes = (options: Parameters<typeof importCase>[1]) =>
      importCase(tinyCase({ "births.csv": births }), options).issues.map(({ code }) => code);
    expect(codes({})).toContain("areas.unknown");
    expect(new Set(codes({ crs: "EPSG:25832" }))).toEqual(new Set(["coordinates.contradicted"]));
  });

  test("are named by id or name, and the column's name says of which kind", () => {
    expect(areasOf("distrikt;år;fødte", "Syd;2012;3", "n;2012;4").areas).toEqual([
      ["district", 1],
      ["district", 0],
    ]);
    expect(areasOf("skole;år;fødte", "syd;2012;3", "Nordby  skole;2012;4").areas).toEqual([
      ["site", 2],
      ["site", 0],
    ]);
    expect(areasOf("sted;år;fødte", "Syd;2012;3").areas).toEqual([["place", 0]]);
    expect(areasOf("område;år;fødte", "Lilleby;2012;3").areas).toEqual([["all", 0]]);
  });

  test("of a table with districts and sites are its sites", () => {
    expect(areasOf("distrikt;skole;år;fødte", "Syd;oest;2012;3", "Syd;syd;2012;4").areas).toEqual([
      ["site", 1],
      ["site", 2],
    ]);
  });

  test("come with every other problem of the table in one run", () => {
    expect(areasOf("distrikt;år;fødte", "Øst;2012;3", "Syd;12;3", "N;2012;mange", "N;2013;").codes).toEqual([
      "areas.unknown",
      "forecast.year",
      "number.unreadable",
      "value.missing",
    ]);
  });
});

describe("forecast.csv", () => {
  test("is read with a column a grade or a row a grade, with decimals, to the same table", () => {
    const wide = read({
      "forecast.csv": table("distrikt;skoleår;0. klasse;1. klasse", "Nord;2016/17;3,5;-", "Nord;2017;4;5"),
    });
    const long = read({
      "forecast.csv": table("district,year,grade,pupils", "N,2016,0,3.5", "N,2016,1,0", "N,2017,0,4", "N,2017,1.,5"),
    });
    expect(wide.issues).toEqual([]);
    expect(long.issues).toEqual([]);
    expect(wide.forecast?.table).toEqual(long.forecast?.table);
    expect(wide.forecast?.table[0]).toEqual({
      area: { kind: "district", number: 0 },
      schoolYear: 2016,
      grade: 0,
      pupils: 3.5,
    });
  });

  test("leaves grade 10 and past years out, and says so", () => {
    const { forecast, issues } = read({
      "forecast.csv": table("district;year;grade;pupils", "N;2015;0;3", "N;2016;10;7", "N;2016;9;8"),
    });
    expect(forecast?.table.map(({ grade, pupils }) => [grade, pupils])).toEqual([[9, 8]]);
    expect(issues.map(({ code }) => code)).toEqual(["forecast.past", "pupils.grade-ten"]);
  });
});

describe("housing.csv", () => {
  test("is placed by coordinates or by place, row by row", () => {
    const { forecast, issues, units } = read({
      "places.csv": table("name;lat;lon", `Engby;${at.lat};${at.lon}`),
      "housing.csv": table(
        "navn;sted;lat;lon;boliger;fra;til;type",
        `A;;${at.lat};${at.lon};20;2017;2018;Rækkehus`,
        "B;engby;;;30;2017/18;;lejlighed",
      ),
    });
    expect(issues).toEqual([]);
    const [a, b] = forecast?.housing ?? [];
    expect(a).toEqual({ name: "A", unit: b.unit, dwellings: 20, firstYear: 2017, lastYear: 2018, type: "terraced" });
    expect(b).toMatchObject({ dwellings: 30, firstYear: 2017, lastYear: 2017, type: "flat" });
    expect(a.unit).toBeLessThan(units?.count ?? 0);
  });

  test("that has no coordinates needs a place in every row", () => {
    const { issues, forecast } = read({
      "places.csv": table("name;lat;lon", `Engby;${at.lat};${at.lon}`),
      "housing.csv": table("name;place;dwellings;first_year;type", "A;;3;2017;house", "B;Engby;3;2017;house"),
    });
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([["value.missing", 2, "place"]]);
    expect(forecast).toBeUndefined();
  });

  test("that names places needs places.csv", () => {
    const { issues } = read({ "housing.csv": table("name;place;dwellings;first_year;type", "A;Engby;3;2017;house") });
    expect(issues.map(({ code, file }) => [code, file])).toEqual([["file.missing", "places.csv"]]);
  });
});

test("movers.csv and assumptions.csv are read with comma or point", () => {
  const { forecast, issues } = read({
    "movers.csv": table("area;grade;rate", "alle;;0,985", "alle;6;0.970"),
    "assumptions.csv": table(
      "parameter;value;low;high;source;confidence",
      "births trend;-0,005;-0,010;0;Plan 2016;høj",
    ),
  });
  expect(issues).toEqual([]);
  expect(forecast?.movers).toEqual([
    { area: { kind: "all", number: 0 }, rate: 0.985 },
    { area: { kind: "all", number: 0 }, grade: 6, rate: 0.97 },
  ]);
  expect(forecast?.assumptions).toEqual([
    { key: "birthsTrend", value: -0.005, low: -0.01, high: 0, source: "Plan 2016", confidence: "high" },
  ]);
});
