import type { JOIN_ISSUES } from "../../src/import/issue-texts-joins.ts";
import { inBoth } from "../../src/domain/language.ts";
import { TINY_FILES } from "../cases/tiny.ts";
import { at, box, type Changes, collection, type Fault, feature, json, pupils, table } from "./fault-tools.ts";

const HOMES = table("id;lat;lon;postcode", `a1;${at.lat};${at.lon};4300`);
const POSTCODE = inBoth((language) => (language === "da" ? "postnummer" : "postcode"));
const homes = (...rows: readonly string[]): Changes => ({ ...pupils(...rows), "homes.csv": HOMES });
const capacity = (...rows: readonly string[]): Changes => ({ "capacity.csv": table(...rows) });
const attendance = (...properties: readonly object[]): Changes => ({
  "attendance.geojson": collection(...properties.map((each) => feature("Polygon", [box(-4000, -4000, 8000)], each))),
});

/** For every issue of files that belong to each other, one fault that provokes it. */
export const JOIN_FAULTS: Readonly<Record<keyof typeof JOIN_ISSUES, Fault>> = {
  "pupils.spread": {
    changes: homes("postcode;grade;pupils", "4300;1;5"),
    issue: { file: "pupils.csv", values: { by: POSTCODE, pupils: 5, places: 1 } },
  },
  "pupils.no-homes": {
    changes: pupils("nyko;grade;pupils", "101;1;5"),
    issue: { file: "pupils.csv", line: 1 },
  },
  "pupils.area-unknown": {
    changes: {
      ...pupils("area;grade;pupils", "a;1;5", "b;1;5"),
      "areas.geojson": collection(feature("Polygon", [box(0, 0, 900)], { id: "a" })),
    },
    issue: { file: "pupils.csv", line: 3, column: "area", values: { area: "b" } },
  },
  "pupils.home-unknown": {
    changes: homes("postcode;grade;pupils", "4300;1;5", "4400;1;5"),
    issue: { file: "pupils.csv", line: 3, column: "postcode", values: { by: POSTCODE, key: "4400" } },
  },
  "key.by-part": {
    changes: homes("postnr;grade;pupils", "4300 Holbæk;1;5"),
    issue: { file: "pupils.csv", line: 2, column: "postnr", values: { found: "4300 Holbæk", key: "4300" } },
  },
  "key.several": {
    changes: {
      ...pupils("area;grade;pupils", "7001 Nord;1;5", "7002 Nord;1;5"),
      "areas.geojson": collection(
        feature("Polygon", [box(0, 0, 900)], { id: "7001" }),
        feature("Polygon", [box(1000, 0, 900)], { id: "7002", name: "Nord" }),
      ),
    },
    issue: { file: "pupils.csv", line: 2, column: "area", values: { found: "7001 Nord" } },
  },
  "capacity.no-columns": {
    changes: capacity("id;antal", "nord;60"),
    issue: { file: "capacity.csv", line: 1 },
  },
  "capacity.bands": {
    changes: capacity("id;grades;capacity", "nord;0-3;60", "nord;4-9;60"),
    issue: { file: "capacity.csv", line: 3, column: "grades", values: { found: "4-9" } },
  },
  "capacity.site-unknown": {
    changes: capacity("id;grades;capacity", "north;0-3;60"),
    issue: { file: "capacity.csv", line: 2, column: "id", values: { site: "north" } },
  },
  "capacity.otherwise": {
    changes: capacity("id;grades;capacity", "nord;0-3;61"),
    issue: { file: "capacity.csv", line: 2, column: "id", values: { site: "Nordby Skole", here: 61, there: 60 } },
  },
  "sites.district-otherwise": {
    changes: {
      "districts.csv": undefined,
      "districts.geojson": collection(
        ...["N", "S", "V"].map((id, i) =>
          feature("Polygon", [box(-4000, i === 0 ? -4000 : 9000 * i, 8000)], { id, name: `${id}-distrikt` }),
        ),
      ),
    },
    issue: { file: "sites.csv", line: 3, column: "district", values: { site: "Østby Skole", drawn: "N", stated: "S" } },
  },
  "attendance.site": {
    changes: attendance({ site: "north" }),
    issue: { file: "attendance.geojson", feature: 1, values: { found: "north" } },
  },
  "attendance.grades": {
    changes: attendance({ site: "vest", grades: "7-9" }),
    issue: { file: "attendance.geojson", feature: 1, values: { site: "Vestby Skole", found: "7-9" } },
  },
  "attendance.overlap": {
    changes: attendance({ site: "nord" }, { site: "syd" }),
    issue: { file: "attendance.geojson" },
  },
  "attendance.both": {
    changes: {
      ...attendance({ site: "nord" }),
      "plans/attendance.json": json({ ...JSON.parse(TINY_FILES["plans/two.json"]), id: "attendance" }),
    },
    issue: { file: "attendance.geojson" },
  },
};
