import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { nodeSqlite } from "../../../src/cli/sqlite.ts";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import { evaluateYears } from "../../../src/evaluate/years.ts";
import { makeForecaster } from "../../../src/forecast/forecast.ts";
import { FORMATS } from "../../../src/import/formats/readers.ts";
import { readFormats } from "../../../src/import/formats/read-formats.ts";
import { importCase } from "../../../src/import/import-case.ts";
import { tableCsv } from "../../../src/report/csv.ts";
import { forecastTable } from "../../../src/report/forecast-table.ts";
import { geoJsonZip } from "../../../src/report/map/geojson-folder.ts";
import { geoPackage } from "../../../src/report/map/geopackage.ts";
import { plansMap } from "../../../src/report/map/map-file.ts";
import { workbookXlsx } from "../../../src/report/xlsx.ts";
import { openedCase } from "../../cases/opened.ts";
import { caseFolder } from "../../data/case-folder.ts";
import { RUN } from "./moved-plan.ts";

const { basis, plans } = openedCase("lattice");
const map = plansMap([evaluatePlan(basis, plans[0])], { basis, run: RUN, audience: "planner", language: "da" });

/** The lattice with some of its files replaced, as it is read. */
async function readWith(without: string, path: string, bytes: Uint8Array) {
  const files = new Map([...caseFolder("lattice")].filter(([each]) => each !== without));
  // What is written is in degrees, whatever the case's other files are in.
  const { crs: _, ...stated } = JSON.parse(new TextDecoder().decode(files.get("case.json")));
  files.set("case.json", new TextEncoder().encode(JSON.stringify(stated)));
  const { value, issues } = importCase(await readFormats(files.set(path, bytes)));
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  return value!.municipality;
}

const sumOf = (counts: ArrayLike<number>): number => Array.from(counts).reduce((sum, count) => sum + count, 0);

/** Areas of a map that was written become the areas of a case, with all pupils in them. */
async function areasRead(path: string, bytes: Uint8Array) {
  const { units, demand } = await readWith("units.geojson", path, bytes);
  return { areas: units.id, pupils: sumOf(demand.pupils) };
}
const WRITTEN = { areas: basis.municipality.units.id, pupils: sumOf(basis.municipality.demand.pupils) };

test("areas that were written as GeoJSON are read as the areas of a case, and no pupil is lost", async () => {
  expect(await areasRead("units.geojson", unzipSync(geoJsonZip(map))["units.geojson"])).toEqual(WRITTEN);
});

const hasGeoPackage = FORMATS.some(({ endings }) => endings.some((ending: string) => ending === "gpkg"));

test.skipIf(!hasGeoPackage)(
  "areas of a GeoPackage are read as the areas of a case (skipped where no reader of GeoPackages is there)",
  async () => {
    const [units] = map.layers;
    expect(await areasRead("units.gpkg", await geoPackage({ ...map, layers: [units] }, nodeSqlite))).toEqual(WRITTEN);
  },
);

test("a forecast reads the same from the workbook and from CSV in either form", async () => {
  const table = forecastTable(basis, evaluateYears(basis, plans[0], makeForecaster(basis, 3).inScenario("high")), "en");
  const text = (form: "excel" | "rfc4180"): Uint8Array => new TextEncoder().encode(tableCsv(table, "en", form));
  const [excel, rfc, workbook] = await Promise.all([
    readWith("forecast.csv", "forecast.csv", text("excel")),
    readWith("forecast.csv", "forecast.csv", text("rfc4180")),
    readWith("forecast.csv", "forecast.xlsx", await workbookXlsx({ title: "x", head: "", foot: "", tables: [table] })),
  ]);
  expect(excel.forecast?.table.length ?? 0).toBeGreaterThan(0);
  expect(rfc.forecast).toEqual(excel.forecast);
  expect(workbook.forecast).toEqual(excel.forecast);
});
