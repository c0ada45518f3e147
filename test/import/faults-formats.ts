import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { quotedList } from "../../src/domain/language.ts";
import type { FORMAT_ISSUES } from "../../src/import/issue-texts-formats.ts";
import { osmBytes } from "../cases/osm-bytes.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";
import { type CellOf, type SheetOf, sheetOfText, workbookOf } from "./formats/workbook-bytes.ts";
import { type Changes, collection, type Fault, feature } from "./fault-tools.ts";

const DISTRICTS: readonly (readonly CellOf[])[] = [
  ["id", "name"],
  ["N", "Nord"],
  ["S", "Syd"],
  ["V", "Vest"],
];
/** The tiny case with its districts as a workbook instead. */
const districts = (...sheets: readonly SheetOf[]): Changes => ({
  "districts.csv": undefined,
  "districts.xlsx": workbookOf(...sheets),
});
const withCell = (row: number, column: number, cell: CellOf): readonly (readonly CellOf[])[] =>
  DISTRICTS.map((cells, i) => (i === row ? cells.toSpliced(column, 1, cell) : cells));
const sheet = { name: "Ark1", rows: DISTRICTS };
const pupilSheet = sheetOfText("Elever", TINY_FILES["pupils.csv"]);
const pupils = (rows: readonly (readonly CellOf[])[], more = {}): Changes => ({
  "pupils.csv": undefined,
  "pupils.xlsx": workbookOf({ name: "Elever", rows, ...more }),
});

const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "formats/golden", name)));

/** The tiny case with its outline in another file, of which case.json says something. */
const instead = (name: string, bytes: Uint8Array, says?: object): Changes => ({
  "outline.geojson": undefined,
  [name]: bytes,
  ...(says && {
    "case.json": TINY_FILES["case.json"].replace("{", `{"files": {"outline": ${JSON.stringify(says)}},`),
  }),
});

/** A golden archive with one of its files edited, or without it. */
function repacked(name: string, inside: string, edit: (text: string) => string | undefined): Uint8Array {
  const files = unzipSync(golden(name));
  const edited = edit(strFromU8(files[inside], true));
  delete files[inside];
  return zipSync({ ...files, ...(edited !== undefined && { [inside]: strToU8(edited, true) }) });
}

/** An archive whose directory says that its first file unpacks to so many bytes. */
function statingSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const first = view.getUint32(copy.length - 22 + 16, true);
  view.setUint32(first + 24, size, true);
  return copy;
}

/** Bytes with every occurrence of some replaced by as many others. */
function replacedBytes(bytes: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  let found = 0;
  for (let at = 0; at < copy.length; at++)
    if (from.every((byte, i) => copy[at + i] === byte)) {
      copy.set(to, at);
      found++;
    }
  if (found === 0) throw new Error("nothing to replace");
  return copy;
}

/** For every issue of files in other formats, one fault that provokes it. */
export const FORMAT_FAULTS: Readonly<Record<keyof typeof FORMAT_ISSUES, Fault>> = {
  "format.broken": {
    changes: { "districts.csv": undefined, "districts.xlsx": workbookOf(sheet).subarray(0, 900) },
    issue: { file: "districts.xlsx", values: { format: "Excel (.xlsx)" } },
  },
  "format.old-excel": {
    changes: { "districts.csv": undefined, "districts.xls": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2) },
    issue: { file: "districts.xls" },
  },
  "format.otherwise-named": {
    changes: { "districts.csv": workbookOf(sheet) },
    issue: { file: "districts.csv", values: { named: ".csv", found: "Excel (.xlsx)" } },
  },
  "format.two-files": {
    changes: { "districts.xlsx": workbookOf(sheet) },
    issue: { file: "districts.csv", values: { files: "districts.csv, districts.xlsx" } },
  },
  "format.no-layer": {
    changes: { "outline.geojson": undefined, "outline.gpkg": golden("roads.gpkg") },
    issue: { file: "outline.gpkg" },
  },
  "format.which-layer": {
    changes: districts({ ...sheet, name: "2015" }, { ...sheet, name: "2016" }),
    issue: { file: "districts.xlsx", values: { role: "districts", found: quotedList(["2015", "2016"]) } },
  },
  "format.layer-unknown": {
    changes: {
      ...districts(sheet),
      "case.json": TINY_FILES["case.json"].replace("{", '{"files": {"districts": {"layer": "Ark 7"}},'),
    },
    issue: {
      file: "districts.xlsx",
      values: { role: "districts", wanted: "Ark 7", found: quotedList(["Ark1"]) },
    },
  },
  "format.layer-chosen": {
    changes: districts({ name: "Noter", rows: [["Ret til ændringer"]] }, { ...sheet, name: "Distrikter" }),
    issue: {
      file: "districts.xlsx: Distrikter",
      values: { role: "districts", chosen: "Distrikter", others: quotedList(["Noter"]) },
    },
  },
  "format.not-points": {
    changes: {
      "districts.csv": undefined,
      "districts.geojson": collection(
        feature("Point", [660_000, 6_172_000], { id: "N", name: "Nord" }),
        feature("LineString", [[660_000, 6_172_000]], { id: "S", name: "Syd" }),
      ),
    },
    issue: { file: "districts.geojson", feature: 2, values: { found: "LineString" } },
  },
  "format.too-large": {
    changes: instead("outline.kmz", statingSize(golden("outline.kmz"), 600 * 2 ** 20)),
    issue: { file: "outline.kmz", values: { name: "doc.kml", most: 512 } },
  },
  "format.encoding-asked": {
    changes: instead("outline.zip", golden("outline-silent.zip")),
    issue: { file: "outline.zip", values: { role: "outline" } },
  },
  "format.encoding-unknown": {
    changes: instead("outline.zip", golden("outline.zip"), { encoding: "klingon" }),
    issue: { file: "outline.zip", values: { role: "outline", found: "klingon" } },
  },
  "format.encoding-wrong": {
    changes: instead("outline.zip", golden("outline.zip"), { encoding: "UTF-8" }),
    issue: { file: "outline.zip", values: { role: "outline", encoding: "UTF-8", found: "Lilleby på Ærø" } },
  },
  "format.crs-asked": {
    changes: instead("outline.zip", golden("outline-silent.zip"), { encoding: "UTF-8" }),
    issue: { file: "outline.zip", values: { role: "outline" } },
  },
  "format.crs-unknown": {
    changes: instead(
      "outline.zip",
      repacked("outline.zip", "outline.prj", (text) => text.replace(/32N|9\.0/g, "7")),
    ),
    issue: { file: "outline.zip", values: { role: "outline", found: "ETRS_1989_UTM_Zone_7" } },
  },
  "format.part-missing": {
    changes: instead(
      "outline.zip",
      repacked("outline.zip", "outline.dbf", () => undefined),
    ),
    issue: { file: "outline.zip", values: { missing: ".dbf" } },
  },
  "format.packed-twice": {
    changes: instead("outline.zip", zipSync({ "kort/outline.zip": golden("outline.zip") })),
    issue: { file: "outline.zip", values: { found: quotedList(["kort/outline.zip"]) } },
  },
  "format.count-differs": {
    changes: instead(
      "outline.zip",
      repacked("outline.zip", "outline.shx", (text) => `${text}\0\0\0\0\0\0\0\0`),
    ),
    issue: { file: "outline.zip", values: { stated: 2, read: 1 } },
  },
  "format.deleted": {
    // The byte before a row is a star where it is deleted.
    changes: {
      "pupils.csv": undefined,
      "pupils.zip": repacked("pupils.shp.zip", "pupils.dbf", (text) => text.replace(/\r /, "\r*")),
    },
    issue: { file: "pupils.zip", values: { count: 1 } },
  },
  "format.linked": {
    changes: instead(
      "outline.kmz",
      repacked("outline.kmz", "doc.kml", (text) => text.replace("layers/outline.kml", "http://eksempel.dk/kort.kml")),
    ),
    issue: { file: "outline.kmz", values: { links: "http://eksempel.dk/kort.kml" } },
  },
  "format.geometry": {
    changes: {
      "roads.geojson": undefined,
      // Its lines as curves, which well-known binary numbers 8.
      "roads.gpkg": replacedBytes(golden("roads.gpkg"), [1, 2, 0, 0, 0, 5], [1, 8, 0, 0, 0, 5]),
    },
    issue: { file: "roads.gpkg: roads", feature: 1, values: {} },
  },
  "format.hidden-rows": {
    changes: districts({ ...sheet, hiddenRows: [2, 3, 4] }),
    issue: { file: "districts.xlsx", values: { rows: "2-4" } },
  },
  "format.hidden-columns": {
    changes: districts({ ...sheet, hiddenColumn: 2 }),
    issue: { file: "districts.xlsx", values: { columns: "B" } },
  },
  "format.hidden-sheet": {
    changes: districts({ ...sheet, hidden: true }, { name: "Ark2", rows: [] }),
    issue: { file: "districts.xlsx: Ark1", values: { role: "districts", chosen: "Ark1" } },
  },
  "format.merged": {
    changes: districts({ ...sheet, rows: withCell(2, 1, null), merged: ["B2:B3"] }),
    issue: { file: "districts.xlsx", values: { cells: "B2:B3" } },
  },
  "cell.error": {
    changes: districts({ ...sheet, rows: withCell(2, 1, { formula: "B9", error: "#REF!" }) }),
    issue: { file: "districts.xlsx", line: 3, column: "name", values: { found: "#REF!" } },
  },
  "cell.no-value": {
    changes: districts({ ...sheet, rows: withCell(3, 1, { formula: 'A4&"!"' }) }),
    issue: { file: "districts.xlsx", line: 4, column: "name", values: { found: '=A4&"!"' } },
  },
  "cell.merged-number": {
    changes: pupils(pupilSheet.rows, { merged: ["C2:C3"] }),
    issue: { file: "pupils.xlsx", line: 2, column: "0", values: { found: "2" } },
  },
  "cell.merged-across": {
    changes: pupils(pupilSheet.rows, { merged: ["C2:D2"] }),
    issue: { file: "pupils.xlsx", line: 2, column: "0", values: { found: "2" } },
  },
  "osm.cut": {
    changes: {
      "roads.geojson": undefined,
      "roads.osm.pbf": osmBytes({
        nodes: [
          { id: 1, ...tinyPosition(0, -3500) },
          { id: 2, ...tinyPosition(0, 3500) },
        ],
        ways: [{ id: 1, tags: { highway: "residential", maxspeed: "50" }, nodes: [1, 2, 3] }],
      }),
    },
    issue: { file: "roads.osm.pbf", values: { lines: 1, places: 1 } },
  },
};
