import { quotedList } from "../../src/domain/language.ts";
import type { FILE_ISSUES } from "../../src/import/issue-texts-files.ts";
import { at, edited, json, pupils, type Fault } from "./fault-tools.ts";

const TWO_ROWS = [1, 2].map((grade) => `${at.lat};${at.lon};${grade}`);
const TWO_COUNTED = [1, 1].map((each, i) => `${at.lat};${at.lon};${[1 + i, ...Array<number>(9).fill(each)].join(";")}`);
const plan = (id: string): string => json({ format: "skoledistrikt-plan", version: 1, id, title: id });

/** For every issue of files as such, one fault that provokes it. */
export const FILE_FAULTS: Readonly<Record<keyof typeof FILE_ISSUES, Fault>> = {
  "file.missing": { changes: { "roads.geojson": undefined }, issue: { file: "roads.geojson" } },
  "file.missing-beside": {
    changes: { "roads.geojson": undefined, "roads (2).geojson": "{}" },
    issue: { file: "roads.geojson", values: { beside: "roads (2).geojson" } },
  },
  "json.too-deep": {
    changes: { "roads.geojson": "[".repeat(5000) + "]".repeat(5000) },
    issue: { file: "roads.geojson", values: { found: 5000, most: 100 } },
  },
  "json.field-twice": {
    changes: { "plans/two.json": '{"format": "skoledistrikt-plan",\n "title": "a", "version": 1, "ti\\u0074le": "b"}' },
    issue: { file: "plans/two.json", line: 2, values: { field: "title" } },
  },
  "file.empty": { changes: { "districts.csv": " \n" }, issue: { file: "districts.csv" } },
  "file.not-text": {
    changes: { "sites.csv": Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) },
    issue: { file: "sites.csv", values: { found: "Excel, zip" } },
  },
  "file.old-letters": {
    changes: { "districts.csv": Uint8Array.from(Buffer.from("id;name\nN;N\x9brre\nS;Syd\nV;Vest\n", "latin1")) },
    issue: {
      file: "districts.csv",
      values: { encoding: { da: "DOS-tegn (tegntabel 850)", en: "DOS letters (code page 850)" }, found: "Nørre" },
    },
  },
  "file.garbled": {
    changes: edited("sites.csv", "Østby Skole", "Ã˜stby Skole"),
    issue: { file: "sites.csv", values: { found: "Ã˜stby Skole" } },
  },
  "file.same-name": {
    changes: { "plans/å.json": plan("å"), "plans/a\u030a.json": plan("å") },
    issue: { file: "plans/å.json" },
  },
  "file.unused": { changes: { "skove.json": "{}" }, issue: { file: "skove.json" } },
  "table.columns-unknown": {
    changes: edited("districts.csv", "id;name\nN;Nord", "id;name;leder\nN;Nord;Ib"),
    issue: { file: "districts.csv", line: 1, values: { columns: quotedList(["leder"]) } },
  },
  "table.title": {
    changes: edited("districts.csv", "id;name", "Distrikter 2015;\nid;name"),
    issue: { file: "districts.csv", line: 1, values: { found: "Distrikter 2015" } },
  },
  "table.note": {
    changes: edited("districts.csv", "S;Syd\nV;Vest\n", "S;Syd\nV;Vest\nKilde: forvaltningen;\n"),
    issue: { file: "districts.csv", line: 5, values: { found: "Kilde: forvaltningen" } },
  },
  "table.sum": {
    changes: edited("districts.csv", "S;Syd\nV;Vest\n", "S;Syd\nV;Vest\nI alt;3 distrikter\n"),
    issue: { file: "districts.csv", line: 5, values: { found: "I alt" } },
  },
  "table.sum-column": {
    changes: pupils("sogn;6 år;7 år;I alt", "Nord;3;4;7", "Syd;5;6;11"),
    issue: { file: "pupils.csv", line: 1, values: { columns: quotedList(["I alt"]) } },
  },
  "table.held-down": {
    changes: pupils("sogn;alder;2024;2025", "Nord;6 år;3;4", ";7 år;5;6"),
    issue: { file: "pupils.csv", values: { count: 1 } },
  },
  "table.sum-differs": {
    changes: pupils("lat;lon;0;1;2;3;4;5;6;7;8;9", ...TWO_COUNTED, "I alt;;3;3;2;2;2;2;2;2;2;2"),
    issue: { file: "pupils.csv", line: 4, column: "1", values: { column: "1", stated: 3, summed: 2 } },
  },
  "table.header-again": {
    changes: edited("districts.csv", "S;Syd", "id;name\nS;Syd"),
    issue: { file: "districts.csv", line: 3 },
  },
  "table.pasted-twice": {
    changes: pupils(
      "lat;lon;grade",
      ...TWO_ROWS,
      ...TWO_ROWS,
      ...TWO_ROWS.slice(0, 1),
      ...TWO_ROWS,
      ...TWO_ROWS,
      ...TWO_ROWS.slice(0, 1),
    ),
    issue: { file: "pupils.csv", line: 7, values: { count: 5 } },
  },
  "table.row-again": {
    changes: pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};3;2`, `${at.lat};${at.lon};3;2`),
    issue: { file: "pupils.csv", line: 3, values: { first: 2 } },
  },
  "table.no-rows": { changes: { "districts.csv": "id;name\n" }, issue: { file: "districts.csv" } },
  "table.column-missing": {
    changes: edited("districts.csv", "id;name", "id;label"),
    issue: {
      file: "districts.csv",
      line: 1,
      values: { column: "name", found: quotedList(["id", "label"]), names: "name, navn, distriktsnavn" },
    },
  },
  "table.column-twice": {
    changes: edited("sites.csv", "id;name;town", "id;name;Navn"),
    issue: { file: "sites.csv", line: 1, values: { first: "name", second: "Navn" } },
  },
  "table.row-long": {
    changes: edited("districts.csv", "S;Syd", "S;Syd;Øst"),
    issue: { file: "districts.csv", line: 3, values: { cells: 3, columns: 2 } },
  },
  "table.row-short": {
    changes: edited("districts.csv", "S;Syd", "S"),
    issue: { file: "districts.csv", line: 3, values: { cells: 1, columns: 2 } },
  },
  "table.quote-open": {
    changes: edited("districts.csv", "S;Syd", 'S;"Syd'),
    issue: { file: "districts.csv", line: 3 },
  },
  "table.quote-inside": {
    changes: edited("districts.csv", "S;Syd", 'S;"Syd" by'),
    issue: { file: "districts.csv", line: 3 },
  },
  "value.missing": {
    changes: edited("districts.csv", "S;Syd", "S;"),
    issue: { file: "districts.csv", line: 3, column: "name" },
  },
  "value.twice": {
    changes: edited("districts.csv", "V;Vest", "S;Vest"),
    issue: { file: "districts.csv", line: 4, column: "id", values: { value: "S", first: 3 } },
  },
  "value.alike": {
    changes: edited("districts.csv", "V;Vest", "V;Vest\ns;Sydlig"),
    issue: { file: "districts.csv", line: 5, column: "id", values: { value: "s", other: "S", first: 3 } },
  },
  "number.unreadable": {
    changes: edited("sites.csv", ";40;30;", ";forty;30;"),
    issue: { file: "sites.csv", line: 3, column: "capacity_0_3", values: { found: "forty" } },
  },
  "number.ambiguous": {
    changes: edited("sites.csv", ";40;30;", ";1.234;30;"),
    issue: { file: "sites.csv", line: 3, column: "capacity_0_3", values: { found: "1.234" } },
  },
  "number.negative": {
    changes: edited("sites.csv", ";40;30;", ";-4;30;"),
    issue: { file: "sites.csv", line: 3, values: { found: "-4" } },
  },
  "number.fraction": {
    changes: edited("sites.csv", ";40;30;", ";4,5;30;"),
    issue: { file: "sites.csv", line: 3, values: { found: "4,5" } },
  },
  "number.withheld": {
    changes: pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};3;..`),
    issue: { file: "pupils.csv", line: 2, column: "pupils", values: { found: ".." } },
  },
  "number.too-large": {
    changes: edited("sites.csv", ";40;30;", ";70000;30;"),
    issue: { file: "sites.csv", line: 3, values: { found: "70000", most: 65_535 } },
  },
  "json.syntax": {
    changes: edited("case.json", '"version": 1,', '"version": 1;'),
    issue: { file: "case.json", line: 3, column: "15", values: { found: ";" } },
  },
  "json.cut-short": {
    changes: edited("case.json", /\}\s*$/, ""),
    issue: { file: "case.json", values: {} },
  },
  "json.file-wrong": {
    changes: { "case.json": "[1,2,3]" },
    issue: { file: "case.json", line: 1, column: "1", values: { found: "[1,2,3]" } },
  },
  "json.kind-wrong": {
    changes: { "plans/two.json": '{"much": "else"}' },
    issue: { file: "plans/two.json", line: 1, values: { expected: '"format": "skoledistrikt-plan"' } },
  },
  "json.newer": {
    changes: { "plans/two.json": '{"format": "skoledistrikt-plan",\n "version": 99, "much": "else"}' },
    issue: { file: "plans/two.json", line: 2, column: "2", values: { found: 99, newest: 1 } },
  },
  "json.field-missing": {
    changes: edited("case.json", '  "priceYear": 2015,\n', ""),
    issue: { file: "case.json", line: 1, column: "1", values: { field: "priceYear", expected: "123" } },
  },
  "json.field-unknown": {
    changes: edited("case.json", '"priceYear": 2015,', '"priceYear": 2015, "weather": 7,'),
    issue: { file: "case.json", line: 7, column: "22", values: { field: "weather" } },
  },
  "json.field-near": {
    changes: edited("case.json", '"priceYear": 2015,', '"priceYear": 2015, "currancy": "EUR",'),
    issue: { file: "case.json", line: 7, column: "22", values: { field: "currancy", near: "currency" } },
  },
  "json.field-wrong": {
    changes: edited("case.json", '"priceYear": 2015,', '"priceYear": "2015",'),
    issue: {
      file: "case.json",
      line: 7,
      column: "3",
      values: { field: "priceYear", found: '"2015"', expected: "123" },
    },
  },
};
