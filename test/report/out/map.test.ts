import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import initSqlJs from "sql.js";
import { DOMParser } from "@xmldom/xmldom";
import { afterAll, expect, test } from "vitest";
import { nodeSqlite } from "../../../src/cli/sqlite.ts";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import { geoJsonZip } from "../../../src/report/map/geojson-folder.ts";
import { geoPackage } from "../../../src/report/map/geopackage.ts";
import { plansMap } from "../../../src/report/map/map-file.ts";
import { planLayers } from "../../../src/report/map/plan-layers.ts";
import type { WorkbookOf } from "../../../src/report/workbook.ts";
import { openedCase } from "../../cases/opened.ts";
import { pythonWith, whySkipped } from "../../python.ts";
import { movedPlan, RUN } from "./moved-plan.ts";

const opened = openedCase("holbaek");
const { basis } = opened;
const of: WorkbookOf = { basis, run: RUN, audience: "anyone", language: "en" };
const evaluation = evaluatePlan(basis, movedPlan(opened, '"A & <B>"'));
const map = plansMap([evaluation], of);
const bytes = await geoPackage(map, nodeSqlite);
const { Database } = await initSqlJs();
const database = new Database(bytes);
const rowsOf = (sql: string): readonly Record<string, unknown>[] => {
  const rows: Record<string, unknown>[] = [];
  database.each(
    sql,
    {},
    (row) => rows.push(row),
    () => undefined,
  );
  return rows;
};

const folder = mkdtempSync(join(tmpdir(), "map-"));
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const NAMES = ["units", "zones", "districts_today", "districts", "changes", "schools"];

test("a map has areas, zones, districts of today and of the plan, changes and schools as layers of their own, each with its extent and system", () => {
  const contents = rowsOf("SELECT * FROM gpkg_contents WHERE data_type = 'features'");
  expect(contents.map(({ table_name: name }) => name)).toEqual(NAMES);
  for (const { table_name: name, srs_id: system, min_x: west, max_x: east, min_y: south, max_y: north } of contents) {
    expect(system).toBe(4326);
    for (const [least, most, low, high] of [
      [west, east, 11.3, 11.9],
      [south, north, 55.5, 55.85],
    ]) {
      expect(Number(least)).toBeGreaterThan(Number(low));
      expect(Number(most)).toBeLessThan(Number(high));
      expect(Number(least)).toBeLessThan(Number(most));
    }
    const layer = map.layers.find((each) => each.name === name)!;
    expect(rowsOf(`SELECT count(*) AS n FROM ${String(name)}`)[0]["n"]).toBe(layer.features.length);
  }
  expect(rowsOf("PRAGMA application_id")[0]["application_id"]).toBe(0x47504b47);
});

test("QGIS finds how each layer is drawn: well-formed, by default, with a colour for each value that is there", () => {
  const styles = rowsOf("SELECT * FROM layer_styles WHERE useAsDefault");
  expect(styles.map(({ f_table_name: name }) => name)).toEqual(NAMES);
  for (const { f_table_name: name, styleQML: qml, f_geometry_column: column } of styles) {
    expect(column).toBe("geom");
    const problems: string[] = [];
    const style = new DOMParser({ onError: (_, message) => problems.push(message) }).parseFromString(
      String(qml),
      "text/xml",
    );
    expect(problems).toEqual([]);
    const layer = map.layers.find((each) => each.name === name)!;
    const categories = [...style.getElementsByTagName("category")].map((each) => each.getAttribute("value"));
    const symbols = [...style.getElementsByTagName("symbol")].map((each) => each.getAttribute("name"));
    const { by } = layer.look;
    const values = by === undefined ? [] : layer.features.map(({ properties }) => properties[by] ?? "");
    expect(values.filter((value) => !categories.includes(String(value)))).toEqual([]);
    expect(symbols).toHaveLength(Math.max(1, categories.length));
  }
});

test("no pupil is lost between the layers, and none is told whom the rule for small groups hides", () => {
  const sum = (table: string): unknown => rowsOf(`SELECT sum(pupils) AS n FROM ${table}`)[0]["n"];
  expect(sum("districts")).toBe(basis.pupils);
  expect(sum("districts_today")).toBe(basis.pupils);
  const hidden = rowsOf("SELECT count(*) AS n FROM zones WHERE pupils IS NULL")[0]["n"];
  expect(hidden === 0 ? sum("zones") : basis.pupils).toBe(basis.pupils);
  expect(rowsOf(`SELECT * FROM units WHERE "pupils_0-3" BETWEEN 1 AND 4`)).toEqual([]);
  const whole = planLayers(basis, evaluation.plan, "planner");
  const units = whole[0].features.map(({ properties }) =>
    ["0-3", "4-6", "7-9"].reduce((all, band) => all + Number(properties[`pupils_${band}`] ?? 0), 0),
  );
  expect(units.reduce((a, b) => a + b)).toBe(basis.pupils);
  const moved = whole[4].features.reduce((all, { properties }) => all + Number(properties["pupils"]), 0);
  expect(moved).toBe(evaluation.values.get("changed-site"));
});

test("the map says of itself what it is of and that pupils are made up", () => {
  const about = rowsOf("SELECT * FROM about").map((row) => `${String(row["What"])}: ${String(row["Content"])}`);
  expect(about).toContain('Plan: "A & <B>"');
  expect(about).toContain(`Pupils: ${basis.municipality.info.syntheticNotice!.en}`);
  expect(about).toContain(`Hash of the data (SHA-256): ${RUN.dataHash}`);
});

test("as GeoJSON each layer is a file of its own with the same features, and says the same of itself", () => {
  const files = unzipSync(geoJsonZip(map));
  expect(Object.keys(files)).toEqual(NAMES.map((name) => `${name}.geojson`));
  for (const { name, features } of map.layers) {
    const collection = JSON.parse(new TextDecoder().decode(files[`${name}.geojson`]));
    expect(collection.features).toHaveLength(features.length);
    expect(collection.notes.join()).toContain(basis.municipality.info.syntheticNotice!.en);
  }
});

/** What holds of any case, on a small one. */
const lattice = openedCase("lattice");
const ofSmall: WorkbookOf = { ...of, basis: lattice.basis };
const small = evaluatePlan(lattice.basis, lattice.plans[0]);

test("a layer holds one kind of shape, also where areas came as polygons of one part and of several", () => {
  for (const { shape, features } of planLayers(lattice.basis, lattice.plans[0]))
    expect(features.filter(({ geometry }) => geometry.type !== shape)).toEqual([]);
});

test("several plans in one map have layers of their own, also where they are called the same", async () => {
  const twice = plansMap([small, small], ofSmall);
  expect(new Set(twice.layers.map(({ name }) => name)).size).toBe(2 * NAMES.length);
  const both = new Database(await geoPackage(twice, nodeSqlite));
  expect(both.exec("SELECT count(*) FROM gpkg_contents WHERE data_type = 'features'")[0].values[0][0]).toBe(12);
  both.close();
});

const made = (): ReturnType<typeof plansMap> => plansMap([small], ofSmall);

test("the same plan gives the same bytes", async () => {
  expect(await geoPackage(made(), nodeSqlite)).toEqual(await geoPackage(made(), nodeSqlite));
  expect(geoJsonZip(made())).toEqual(geoJsonZip(made()));
});

const GDAL = `
import sys, json, pyogrio
def layer(name):
    info = pyogrio.read_info(sys.argv[1], layer=name)
    table = pyogrio.raw.read(sys.argv[1], layer=name)
    fields = list(table[0]["fields"])
    sums = {}
    for field, column in zip(fields, table[3]):
        if column.dtype.kind in "if":
            sums[field] = float(sum(value for value in column if value == value))
    return {"name": name, "crs": info["crs"], "type": info["geometry_type"], "features": int(info["features"]), "sums": sums,
            "bounds": None if info["total_bounds"] is None else [float(each) for each in info["total_bounds"]]}
print(json.dumps([layer(str(name)) for name, kind in pyogrio.list_layers(sys.argv[1]) if kind is not None]))
`;

interface GdalLayer {
  readonly name: string;
  readonly crs: string;
  readonly type: string;
  readonly features: number;
  readonly sums: Readonly<Record<string, number>>;
}

const pyogrio = pythonWith("pyogrio");

test.skipIf("none" in pyogrio)(
  `GDAL reads every layer with its system, its kind and the same sums${whySkipped(pyogrio)}`,
  () => {
    if ("none" in pyogrio) return;
    const path = join(folder, "plan.gpkg");
    writeFileSync(path, bytes);
    const layers = pyogrio.run(GDAL, path) as readonly GdalLayer[];
    expect(layers.map(({ name }) => name)).toEqual(NAMES);
    for (const { name, crs, type, features, sums } of layers) {
      const layer = map.layers.find((each) => each.name === name)!;
      expect([crs, type, features]).toEqual(["EPSG:4326", layer.shape, layer.features.length]);
      for (const { name: field, holds } of layer.fields) {
        if (holds !== "whole") continue;
        const sum = layer.features.reduce((all, { properties }) => all + Number(properties[field] ?? 0), 0);
        expect(sums[field] ?? 0, `${name}.${field}`).toBe(sum);
      }
    }
  },
);
