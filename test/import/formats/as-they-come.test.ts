import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { GEODATA, lacking } from "../../../data/holbaek/source/real.ts";
import { quotedList } from "../../../src/domain/language.ts";
import { readFormats } from "../../../src/import/formats/read-formats.ts";
import { importCase } from "../../../src/import/import-case.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase, tinyPosition } from "../../cases/tiny.ts";
import { workbookOf } from "./workbook-bytes.ts";
import { type Changes, collection, feature } from "../fault-tools.ts";

const golden = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, "golden", name)));
const read = async (changes: Changes) => importCase(await readFormats(tinyCase(changes)));
const saying = (files: object): Changes => ({
  "case.json": TINY_FILES["case.json"].replace("{", `{"files": ${JSON.stringify(files)},`),
});

describe("a shapefile", () => {
  const parts = unzipSync(golden("pupils.shp.zip"));

  test("unpacked beside the other files is the same as packed", async () => {
    const { value, issues } = await read({ "pupils.csv": undefined, ...parts });
    expect(issues).toEqual([]);
    expect(value!.notes.pupils.placed).toBe(TINY_PUPILS);
    expect(value!.sources.get("pupils.csv")?.from.toSorted()).toEqual(Object.keys(parts).toSorted());
  });

  test("beside a table for the same thing is one too many", async () => {
    const { issues } = await read(parts);
    expect(issues.map(({ code }) => code)).toContain("format.two-files");
  });

  test("of the same name in another folder of an archive is another layer", async () => {
    const folders = Object.entries(parts).flatMap(([path, bytes]) => [
      [`2024/${path}`, bytes] as const,
      [`2025/${path}`, bytes] as const,
    ]);
    const twice = zipSync(Object.fromEntries(folders));
    const { issues } = await read({ "pupils.csv": undefined, "pupils.shp.zip": twice });
    expect(issues.map(({ code, values }) => [code, values["found"]])).toEqual([
      ["format.which-layer", quotedList(["2024/pupils", "2025/pupils"])],
    ]);
  });

  test("that says neither its letters nor its system is read once case.json does", async () => {
    const files = { outline: { encoding: "utf-8", crs: "EPSG:25832" } };
    const { value, issues } = await read({
      "outline.geojson": undefined,
      "outline.zip": golden("outline-silent.zip"),
      ...saying(files),
    });
    expect(issues).toEqual([]);
    expect(value!.municipality.scenery.outline).toBeDefined();
  });
});

test("case.json's coordinate system for all files holds for one that states none", async () => {
  const caseJson = TINY_FILES["case.json"].replace(
    "{",
    '{"crs": "EPSG:25832", "files": {"outline": {"encoding": "utf-8"}},',
  );
  const { issues } = await read({
    "outline.geojson": undefined,
    "outline.zip": golden("outline-silent.zip"),
    "case.json": caseJson,
  });
  expect(issues.map(({ code }) => code)).not.toContain("format.crs-asked");
});

const schools = (crs: object, place: (east: number, north: number) => number[]): string =>
  JSON.stringify({
    ...JSON.parse(
      collection(
        ...(
          [
            ["nord", "Nordby Skole", "0-9", "N", 0, 2500],
            ["oest", "Østby Skole", "0-6", "S", 2500, 0],
            ["syd", "Sydby Skole", "0-9", "S", 0, -2500],
            ["vest", "Vestby Skole", "0-6", "V", -2500, 0],
          ] as const
        ).map(([id, name, grades, district, east, north]) =>
          feature("Point", place(east, north), { id, name, grades, district, lat: "elsewhere", lon: null }),
        ),
      ),
    ),
    ...crs,
  });

describe("GeoJSON of any kind", () => {
  test("schools as points are a table, placed by the points and not by columns", async () => {
    const text = schools({}, (east, north) => {
      const { lon, lat } = tinyPosition(east, north);
      return [lon, lat, 17];
    });
    const { value, issues } = await read({ "sites.csv": undefined, "sites.geojson": text });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value!.municipality.sites.map(({ lon, lat }) => ({ lon, lat }))).toEqual(
      importCase(tinyCase()).value!.municipality.sites.map(({ lon, lat }) => ({ lon, lat })),
    );
  });

  test("a school without a place is told by its feature and name", async () => {
    const text = schools({}, (east, north) => {
      const { lon, lat } = tinyPosition(east, north);
      return [lon, lat];
    }).replace(/"geometry":\{[^}]*\}/, '"geometry":null');
    const { issues } = await read({ "sites.csv": undefined, "sites.geojson": text });
    const missing = issues.find(({ code }) => code === "value.missing");
    expect(missing).toMatchObject({ file: "sites.geojson", feature: 1, column: "x" });
    expect(missing).not.toHaveProperty("line");
  });

  test("a record of a sequence that is damaged is told by its line", async () => {
    const lines = new TextDecoder().decode(golden("roads.geojsonl")).split("\n");
    const { issues } = await read({
      "roads.geojson": undefined,
      "roads.geojsonl": lines.with(1, lines[1].slice(0, 80)).join("\n"),
    });
    expect(issues.find(({ severity }) => severity === "error")).toMatchObject({
      code: "json.cut-short",
      file: "roads.geojsonl",
      line: 2,
    });
  });

  test("a sequence under the name of a document is one", async () => {
    const { value, issues } = await read({ "roads.geojson": golden("roads.geojsonl") });
    expect(issues).toEqual([]);
    expect(value!.municipality.roads.count).toBe(importCase(tinyCase()).value!.municipality.roads.count);
  });
});

/** A school as the register writes it. */
const registered = ([, name, town, lat, lon, grades, district]: readonly string[], number: number, kind: string) =>
  [number, name, kind, town, Number(lat), Number(lon), `${grades.replace("-", ".-")}. klasse`, district] as const;

test("the register of institutions is read as it is saved from a spreadsheet, without its head rows", async () => {
  const [, ...rowsOfText] = TINY_FILES["sites.csv"]
    .trim()
    .split("\n")
    .map((line) => line.split(";"));
  const header = [
    "INST_NR",
    "INST_NAVN",
    "ENHEDSART",
    "POSTDISTRIKT",
    "GEO_BREDDE_GRAD",
    "GEO_LAENGDE_GRAD",
    "KLASSETRIN",
    "SKOLEDISTRIKT",
  ];
  const rows = [
    header,
    registered(rowsOfText[0], 280_000, "Hovedskole"),
    ...rowsOfText.map((each, i) => registered(each, 280_001 + i, "Afdeling")),
  ];
  const { value, issues } = await read({
    "sites.csv": undefined,
    "sites.xlsx": workbookOf({ name: "Udtræk", rows }),
    "plans/two.json": undefined,
  });
  expect(issues.map(({ code }) => code)).toEqual(["sites.head-only", "sites.no-capacity"]);
  const sites = value!.municipality.sites;
  expect(sites.map(({ id }) => id)).toEqual(["280001", "280002", "280003", "280004"]);
  const original = importCase(tinyCase()).value!.municipality.sites;
  expect(sites.map(({ name, teaches, lon }) => [name, teaches, lon])).toEqual(
    original.map(({ name, teaches, lon }) => [name, teaches, lon]),
  );
});

test("a table whose name is in capitals, or ends otherwise, is read", async () => {
  const { value, issues } = await read({
    "pupils.csv": undefined,
    "Pupils.TSV": TINY_FILES["pupils.csv"].replaceAll(";", "\t"),
  });
  expect(issues).toEqual([]);
  expect(value!.notes.pupils.placed).toBe(TINY_PUPILS);
  expect(value!.notes.files.map(({ file }) => file)).toContain("Pupils.TSV");
});

test("what is found later in a file is told of the file that is there", async () => {
  const { issues } = await read({
    "pupils.csv": undefined,
    "pupils.gpkg": golden("pupils.gpkg"),
    "places.csv": "name;lat;lon\n",
  });
  expect(issues.every(({ file }) => file !== "pupils.csv")).toBe(true);
});

test("a workbook that nobody read is named beside the file that is missing", () => {
  const { issues } = importCase(tinyCase({ "pupils.csv": undefined, "pupils.xlsx": golden("pupils.xlsx") }));
  expect(issues.map(({ code, file }) => [code, file])).toEqual(
    expect.arrayContaining([
      ["file.missing-beside", "pupils.csv"],
      ["file.unused", "pupils.xlsx"],
    ]),
  );
});

/** Files of a real municipality, which are no part of the project. */
const REAL = ["skoler_bbox_2024_25.geojson", "sogne_0316_dagi2014.geojson", "roads_0316_raw.geojson.gz"];
const missing = lacking(...REAL.map((name) => join(GEODATA, name)));

const real = (name: string): Uint8Array => new Uint8Array(readFileSync(join(GEODATA, name)));

describe.skipIf(missing.length > 0)(`real files${missing.length > 0 ? ` (no ${missing.join(", ")})` : ""}`, () => {
  test("schools, parishes and roads of a region are read whole", async () => {
    const files = new Map([
      ["sites.geojson", real("skoler_bbox_2024_25.geojson")],
      ["parishes.geojson", real("sogne_0316_dagi2014.geojson")],
      ["roads.json", gunzipSync(real("roads_0316_raw.geojson.gz"))],
    ]);
    const { sources, repeat } = await readFormats(files);
    const codes: string[] = [];
    repeat((code) => void codes.push(code));
    expect(codes).toEqual([]);
    const counted = [...sources].map(([path, { content }]) => [
      path,
      typeof content === "object" && content.kind === "map" ? content.features.length : content,
    ]);
    expect(counted.slice(0, 2)).toEqual([
      ["sites.csv", 100],
      ["parishes.csv", 27],
    ]);
  });
});
