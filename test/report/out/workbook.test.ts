import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { readXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import { tableCsv } from "../../../src/report/csv.ts";
import { evaluationFile } from "../../../src/report/evaluation-file.ts";
import { defused, type Table, type TableCell, toldCell } from "../../../src/report/table.ts";
import { comparisonWorkbook, plansWorkbook, type WorkbookOf } from "../../../src/report/workbook.ts";
import { comparePlans } from "../../../src/compare/comparison.ts";
import { workbookXlsx } from "../../../src/report/xlsx.ts";
import { openedCase } from "../../cases/opened.ts";
import { pythonWith, whySkipped } from "../../python.ts";
import { movedPlan, RUN } from "./moved-plan.ts";

const opened = openedCase("holbaek");
const { basis } = opened;
const of: WorkbookOf = { basis, run: RUN, audience: "anyone", language: "da" };
const evaluation = evaluatePlan(basis, movedPlan(opened, "=1+2"));
const book = plansWorkbook([evaluation], of);
const bytes = await workbookXlsx(book);
const read = await readXlsx(bytes, { readStyles: true });

const folder = mkdtempSync(join(tmpdir(), "workbook-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a spreadsheet holds of a cell. */
const held = (cell: TableCell): string | number | null => {
  if (cell === undefined || cell === "") return null;
  if (typeof cell === "string") return defused(cell);
  return (typeof cell === "object" ? cell.value : cell) + 0;
};
const table = (name: string): Table => book.tables.find((each) => each.name === name)!;
const sumOf = ({ columns, rows }: Table, title: string, wanted: (row: readonly TableCell[]) => boolean): number => {
  const at = columns.findIndex((column) => column.title === title);
  return rows.filter(wanted).reduce((sum, row) => sum + Number(row[at]), 0);
};

test("a workbook has the sheets that a planner looks for, and each holds exactly its table's figures", () => {
  expect(read.sheets.map(({ name }) => name)).toEqual([
    "Om filen",
    "Nøgletal",
    "Skoler",
    "Distrikter",
    "Områder",
    "Skoleskift",
    "Budget",
    "Omkostninger",
    "Forudsætninger",
    "Oprindelse",
  ]);
  for (const [i, { columns, rows }] of book.tables.entries()) {
    const [titles, ...cells] = read.sheets[i].rows.map((row) => columns.map((_, at) => row[at] ?? null));
    expect(titles).toEqual(columns.map(({ title }) => defused(title)));
    expect(cells.map((row) => row.map((cell) => (cell === "" ? null : cell)))).toEqual(
      rows.map((row) => row.map(held)),
    );
  }
});

test("every sheet's titles stay in sight and filter its rows, and numbers are shown as what they are", () => {
  for (const { rows, freezePane, autoFilter } of read.sheets) {
    expect(freezePane?.rows).toBe(1);
    expect(autoFilter?.range).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
  }
  const measures = read.sheets[1];
  const rowOf = (label: string): number => measures.rows.findIndex(([first]) => first === label);
  const formatAt = (label: string): string | undefined => measures.cells?.get(`${rowOf(label)},3`)?.style?.numFmt;
  expect(formatAt("Elever, der skifter skole")).toBe("#,##0");
  const share = table("Nøgletal").rows.find((row) => typeof row[3] === "object" && row[3].form === "share");
  expect(share).toBeDefined();
  expect(formatAt(JSON.parse(JSON.stringify(share![0])))).toBe("0.0%");
});

test("workbook, CSV and JSON tell the same figures", () => {
  const measures = table("Nøgletal");
  const rows = csvParseRows(tableCsv(measures, "da", "rfc4180")).slice(1);
  const file = evaluationFile(basis, evaluation, RUN);
  expect(rows).toHaveLength(file.measures.length);
  file.measures.forEach(({ value, baseline, range }, i) => {
    expect(measures.rows[i].slice(3, 8).map(held)).toEqual(
      [
        toldCell(baseline, "da"),
        toldCell(value, "da"),
        typeof value === "number" && typeof baseline === "number" ? value - baseline : undefined,
        range?.low,
        range?.high,
      ].map(held),
    );
    expect(rows[i].slice(3, 8)).toEqual(measures.rows[i].slice(3, 8).map((cell) => String(held(cell) ?? "")));
  });
});

const ofPlan = ([plan]: readonly TableCell[]): boolean => plan === "=1+2";

test("no pupil is lost between the sheets: districts, schools, and areas with what is left out come to the same sum", () => {
  const { pupils } = basis;
  expect(sumOf(table("Distrikter"), "Elever", ofPlan)).toBe(pupils);
  const bands = table("Skoler")
    .columns.map(({ title }) => title)
    .filter((title) => /^Elever \d/.test(title));
  expect(bands.reduce((sum, title) => sum + sumOf(table("Skoler"), title, ofPlan), 0)).toBe(pupils);
  const { unitsLeftOut } = evaluationFile(basis, evaluation, RUN);
  expect(sumOf(table("Områder"), "Elever", ofPlan) + (unitsLeftOut?.pupils ?? 0)).toBe(pupils);
  expect(table("Skoleskift").rows.length).toBeGreaterThan(1);
});

test("a plan that is called as a formula is a text everywhere, and no cell is computed", () => {
  for (const { rows, cells } of read.sheets) {
    expect(rows.flat().filter((cell) => typeof cell === "string" && /^[=+\-@\t\r\n]\D/.test(cell))).toEqual([]);
    expect([...(cells ?? [])].filter(([, { formula }]) => formula !== undefined)).toEqual([]);
  }
  expect(read.sheets[0].rows.flat()).toContain("'=1+2");
});

test("the workbook says which data and plans it is of, and what every price rests on", () => {
  const from = table("Oprindelse").rows.map((row) => row.map(held).join(": "));
  expect(from).toContain(`Datas fingeraftryk (SHA-256): ${RUN.dataHash}`);
  const costs = table("Omkostninger");
  const source = costs.columns.findIndex(({ title }) => title === "Kilde");
  expect(costs.rows.length).toBeGreaterThan(30);
  expect(costs.rows.filter((row) => !row[source])).toEqual([]);
  const [notice] = table("Forudsætninger").rows;
  expect(notice[2]).toBe(basis.municipality.info.syntheticNotice!.da);
});

test("the same question gives the same bytes", async () => {
  expect(await workbookXlsx(plansWorkbook([evaluation], of))).toEqual(bytes);
});

test("a file for the planner alone says so, and holds what the other leaves out", () => {
  const internal = plansWorkbook([evaluation], { ...of, audience: "planner" });
  expect(internal.foot).toContain("Internt");
  const areas = internal.tables.find(({ name }) => name === "Områder")!;
  expect(areas.rows.length).toBeGreaterThan(table("Områder").rows.length);
  expect(sumOf(areas, "Elever", () => true)).toBe(basis.pupils);
});

test("a comparison has savings, each two plans and whom it falls on beside the plans, in English as well", () => {
  const { plans } = opened;
  const comparison = comparePlans(basis, plans.slice(0, 3), { draws: 100, seed: 1 });
  const names = comparisonWorkbook(comparison, { ...of, language: "en" }).tables.map(({ name }) => name);
  expect(names.slice(0, 6)).toEqual(["About", "Measures", "Savings", "Two by two", "Who is hit", "Schools"]);
});

const OPENPYXL = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{
  "name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
  "kinds": sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}),
  "rows": [[cell.value for cell in row] for row in sheet.iter_rows()],
} for sheet in book]))
`;

const openpyxl = pythonWith("openpyxl");

test.skipIf("none" in openpyxl)(`openpyxl reads the same cells and finds no formula${whySkipped(openpyxl)}`, () => {
  if ("none" in openpyxl) return;
  const path = join(folder, "book.xlsx");
  writeFileSync(path, bytes);
  const sheets = openpyxl.run(OPENPYXL, path) as readonly {
    readonly name: string;
    readonly frozen: string;
    readonly filter: string;
    readonly kinds: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  }[];
  expect(sheets.map(({ name }) => name)).toEqual(book.tables.map(({ name }) => name));
  sheets.forEach(({ frozen, kinds, rows }, i) => {
    expect(frozen).toBe("A2");
    expect(kinds.filter((kind) => kind !== "s" && kind !== "n")).toEqual([]);
    expect(rows.slice(1).map((row) => row.map((cell) => (cell === "" ? null : cell)))).toEqual(
      book.tables[i].rows.map((row) => row.map(held)),
    );
  });
});
