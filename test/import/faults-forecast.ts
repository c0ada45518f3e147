import { quotedList } from "../../src/domain/language.ts";
import type { FORECAST_ISSUES } from "../../src/import/issue-texts-forecast.ts";
import { tinyPosition } from "../cases/tiny.ts";
import { at, table, type Changes, type Fault } from "./fault-tools.ts";

const births = (...rows: readonly string[]): Changes => ({ "births.csv": table(...rows) });
const movers = (...rows: readonly string[]): Changes => ({ "movers.csv": table(...rows) });
const own = (...rows: readonly string[]): Changes => ({ "forecast.csv": table(...rows) });
const assumptions = (...rows: readonly string[]): Changes => ({ "assumptions.csv": table(...rows) });
const housing = (...rows: readonly string[]): Changes => ({
  "housing.csv": table("name;lat;lon;dwellings;first_year;last_year;type", ...rows),
});
const project = (rest: string, { lat, lon } = at): string => `Engen;${lat};${lon};${rest}`;

/** For every issue of what the case says of the years to come, one fault that provokes it. */
export const FORECAST_FAULTS: Readonly<Record<keyof typeof FORECAST_ISSUES, Fault>> = {
  "areas.no-column": {
    changes: births("year;births", "2012;30"),
    issue: { file: "births.csv", line: 1, values: { found: quotedList(["year", "births"]) } },
  },
  "areas.unknown": {
    changes: births("district;year;births", "Nord;2012;30", "Sydby;2012;30"),
    issue: { file: "births.csv", line: 3, column: "district", values: { area: "Sydby" } },
  },
  "areas.several": {
    changes: {
      ...births("area;year;births", "Syd;2012;30"),
      "places.csv": table("name;lat;lon", `syd;${at.lat};${at.lon}`),
    },
    issue: { file: "births.csv", line: 2, column: "area", values: { area: "Syd", kinds: "district, site, place" } },
  },
  "areas.mixed": {
    changes: births("area;year;births", "V;2012;30", "Sydby Skole;2012;30"),
    issue: { file: "births.csv", values: { kinds: "district, site" } },
  },
  "forecast.twice": {
    changes: births("district;year;births", "Nord;2012;30", "N;2012;31"),
    issue: { file: "births.csv", line: 3, values: { first: 2 } },
  },
  "forecast.year": {
    changes: births("district;year;births", "Nord;2012/14;30"),
    issue: { file: "births.csv", line: 2, column: "year", values: { found: "2012/14" } },
  },
  "forecast.no-columns": {
    changes: own("district;year;total", "Nord;2017;30"),
    issue: { file: "forecast.csv", line: 1, values: { found: quotedList(["district", "year", "total"]) } },
  },
  "forecast.past": {
    changes: own("district;year;0;1", "Nord;2015/16;3;4", "Nord;2016/17;3;4"),
    issue: { file: "forecast.csv", values: { year: "2015", count: 1 } },
  },
  "forecast.blank-counts": {
    changes: own("district;year;0;1", "Nord;2016/17;3;"),
    issue: { file: "forecast.csv", values: { count: 1 } },
  },
  "movers.rate": {
    changes: movers("area;rate", "alle;12"),
    issue: { file: "movers.csv", line: 2, column: "rate", values: { found: "12" } },
  },
  "movers.grade": {
    changes: movers("area;grade;rate", "alle;9;0,9"),
    issue: { file: "movers.csv", line: 2, column: "grade", values: { found: 9 } },
  },
  "housing.type": {
    changes: housing(project("20;2017;2018;slot")),
    issue: { file: "housing.csv", line: 2, column: "type" },
  },
  "housing.years": {
    changes: housing(project("20;2018;2017;hus")),
    issue: { file: "housing.csv", line: 2, column: "last_year", values: { first: "2018", last: "2017" } },
  },
  "housing.outside": {
    changes: housing(project("20;2017;2018;hus", tinyPosition(9000, 0))),
    issue: { file: "housing.csv", line: 2, values: { project: "Engen" } },
  },
  "housing.occupied": {
    changes: housing(project("20;2014;2015;hus")),
    issue: { file: "housing.csv", line: 2, values: { project: "Engen", last: "2015" } },
  },
  "assumptions.unknown": {
    changes: assumptions("parameter;value;source", "luck;1;os"),
    issue: { file: "assumptions.csv", line: 2, column: "parameter" },
  },
  "assumptions.bounds": {
    changes: assumptions("parameter;value;source", "publicShare;67;os"),
    issue: { file: "assumptions.csv", line: 2, column: "value", values: { found: "67", least: 0.01, most: 1 } },
  },
  "assumptions.order": {
    changes: assumptions("parameter;lav;værdi;høj;kilde", "public share;0,7;0,6;0,8;os"),
    issue: { file: "assumptions.csv", line: 2, column: "værdi", values: { low: 0.7, value: 0.6, high: 0.8 } },
  },
  "counts.not-a-site": {
    changes: { "counts.csv": table("district;year;pupils;source", "Nord;2024/25;30;register") },
    issue: { file: "counts.csv", line: 2, values: {} },
  },
  "counts.use": {
    changes: { "counts.csv": table("site;year;pupils;source;use", "Sydby Skole;2024/25;30;register;måske") },
    issue: { file: "counts.csv", line: 2, column: "use", values: { found: "måske" } },
  },
};
