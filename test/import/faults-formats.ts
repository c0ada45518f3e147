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

/** For every issue of files in other formats, one fault that provokes it. */
export const FORMAT_FAULTS: Readonly<Record<keyof typeof FORMAT_ISSUES, Fault>> = {
  "format.broken": {
    changes: { "districts.csv": undefined, "districts.xlsx": workbookOf(sheet).subarray(0, 900) },
    issue: { file: "districts.xlsx", values: { format: "Excel (.xlsx)" } },
  },
  "format.unknown": {
    changes: { "districts.csv": undefined, "districts.zip": Uint8Array.of(0x50, 0x4b, 5, 6) },
    issue: { file: "districts.zip" },
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
    changes: { "outline.geojson": undefined, "outline.xlsx": workbookOf(sheet) },
    issue: { file: "outline.xlsx" },
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
  "format.hidden-rows": {
    changes: districts({ ...sheet, hiddenRows: [2, 3, 4] }),
    issue: { file: "districts.xlsx", values: { rows: "2-4" } },
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
