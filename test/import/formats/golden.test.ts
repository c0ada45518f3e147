import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Municipality } from "../../../src/domain/municipality.ts";
import { partsOf } from "../../../src/geo/polygon-segments.ts";
import { readFormats } from "../../../src/import/formats/read-formats.ts";
import { importCase } from "../../../src/import/import-case.ts";
import { importPrepared } from "../../../src/import/wizard/import-prepared.ts";
import { prepareFolder } from "../../../src/import/wizard/prepare.ts";
import { ImportDesk } from "../../../web/import/import-desk.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase } from "../../cases/tiny.ts";
import type { Changes } from "../fault-tools.ts";

/** Files of the tiny case that GDAL, openpyxl and odfpy wrote (`golden/make.py`). */
const golden = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "golden", name)));

const saying = (files: object): Changes => ({
  "case.json": TINY_FILES["case.json"].replace("{", `{"files": ${JSON.stringify(files)},`),
});

const read = async (changes: Changes) => importCase(await readFormats(tinyCase(changes)));

const original = importCase(tinyCase()).value!.municipality;

/** A number that is the same to a metre, in degrees and in metres. */
const near = (value: number): unknown => expect.closeTo(value, Math.abs(value) < 180 ? 4.7 : 0);

/** What a case holds that would not be the same if a value, a row or a place had been read otherwise. */
function contentOf({ sites, districts, demand, roads, scenery }: Municipality) {
  const corners = scenery.outline ? partsOf(scenery.outline).flat(2) : [];
  return {
    sites,
    districts,
    pupils: [...demand.pupils].filter((count) => count > 0).toSorted((one, other) => one - other),
    roads: {
      count: roads.count,
      length: [...roads.length].reduce((sum, each) => sum + each, 0),
      kinds: [...roads.kind].toSorted((one, other) => one - other),
    },
    // Programs begin a ring where they like and turn it as their format wants it.
    corners: corners.slice(1).toSorted(([a, b], [c, d]) => a - c || b - d),
  };
}

/** The same with every number to a metre. */
function nearly(content: unknown): unknown {
  if (typeof content === "number") return Number.isInteger(content) ? content : near(content);
  if (Array.isArray(content)) return content.map(nearly);
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, nearly(value)]));
}

describe("a case reads the same from files of other programs", () => {
  test.each<[string, string, string, object?]>([
    ["sites.csv", "sites.gpkg", "GeoPackage, points in EPSG:25832 by GDAL"],
    ["sites.csv", "sites.xlsx", "a workbook by openpyxl"],
    ["pupils.csv", "pupils.xlsx", "a workbook by openpyxl"],
    ["pupils.csv", "pupils.ods", "a workbook by odfpy"],
    ["pupils.csv", "pupils.gpkg", "GeoPackage, points with counts by GDAL"],
    ["pupils.csv", "pupils.shp.zip", "a shapefile by GDAL"],
    ["pupils.csv", "pupils.fgb", "FlatGeobuf by GDAL"],
    ["pupils.csv", "pupils.kml", "KML by GDAL"],
    ["pupils.csv", "pupils.kmz", "KMZ by GDAL"],
    ["pupils.csv", "pupils.geojsonl", "a feature a line by GDAL"],
    ["roads.geojson", "roads.gpkg", "GeoPackage, lines by GDAL"],
    ["roads.geojson", "roads.gpkg", "GeoPackage, lines in zone 33", { roads: { layer: "zone 33" } }],
    ["roads.geojson", "roads.shp.zip", "a shapefile by GDAL"],
    ["roads.geojson", "roads.fgb", "FlatGeobuf by GDAL"],
    ["roads.geojson", "roads.kml", "KML by GDAL"],
    ["roads.geojson", "roads.geojsonl", "a feature a line by GDAL"],
    ["roads.geojson", "roads.geojsons", "features after separators by GDAL"],
    ["outline.geojson", "outline.zip", "a shapefile by GDAL"],
    ["outline.geojson", "outline.fgb", "FlatGeobuf by GDAL"],
    ["outline.geojson", "outline.kmz", "KMZ by GDAL"],
  ])("%s from %s: %s", async (own, name, _, files) => {
    const { value, issues } = await read({ [own]: undefined, [name]: golden(name), ...(files && saying(files)) });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(contentOf(value!.municipality)).toEqual(nearly(contentOf(original)));
    expect(value!.notes.pupils.placed).toBe(TINY_PUPILS);
    expect(value!.dataHash).not.toBe(importCase(tinyCase()).value!.dataHash);
  });
});

const ownText = (name: keyof typeof TINY_FILES) => new TextEncoder().encode(TINY_FILES[name]);

describe("the same files under names of their own are the same case by way of the window in which files become one", () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ["GeoPackage", { "Skoler.gpkg": "sites.gpkg", "Elever 2025.gpkg": "pupils.gpkg", "Vejnet.gpkg": "roads.gpkg" }],
    ["FlatGeobuf", { "Elever.fgb": "pupils.fgb", "Veje i området.fgb": "roads.fgb", "Kommunen.fgb": "outline.fgb" }],
    ["KML", { "elevudtræk.kml": "pupils.kml", "Vejmidte.kml": "roads.kml", "kommunegrænse.kmz": "outline.kmz" }],
  ])("%s", async (_, given) => {
    const has = (start: string): boolean => Object.values(given).some((name) => name.startsWith(start));
    const files = new Map<string, Uint8Array<ArrayBuffer>>([
      ...Object.entries(given).map(([name, file]) => [name, golden(file)] as const),
      ["Distrikter.csv", ownText("districts.csv")],
      ...(has("sites") ? [] : [["Skoler.csv", ownText("sites.csv")] as const]),
      ...(has("outline") ? [] : [["Kommunen.geojson", ownText("outline.geojson")] as const]),
    ]);
    const desk = new ImportDesk();
    const brought = [...files].map(([path, bytes]) => ({ path, bytes }));
    const { recipe } = await desk.read(brought, { year: 2025, language: "da" });
    const checked = await desk.check(recipe);
    expect(checked.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(checked.step.kind).toBe("open");
    const here = importCase(new Map(checked.made.map(({ path, bytes }) => [path, bytes]))).value!;
    expect(contentOf(here.municipality)).toEqual(nearly(contentOf(original)));
    const folder = await prepareFolder(files, {
      name: "recipe.json",
      bytes: new TextEncoder().encode(JSON.stringify(checked.recipe)),
    });
    expect(importPrepared(folder).value?.dataHash).toBe(here.dataHash);
  });
});
