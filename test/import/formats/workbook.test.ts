import { describe, expect, test } from "vitest";
import { readFormats } from "../../../src/import/formats/read-formats.ts";
import { importCase } from "../../../src/import/import-case.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase } from "../../cases/tiny.ts";
import type { Changes } from "../fault-tools.ts";
import { type CellOf, type SheetOf, sheetOfText, workbookOf } from "./workbook-bytes.ts";

const read = async (changes: Changes) => importCase(await readFormats(tinyCase(changes)));
const told = async (changes: Changes) =>
  (await read(changes)).issues.map(({ code, file, line, column, values }) => [
    code,
    file,
    line,
    column,
    values["found"],
  ]);

const PUPILS = sheetOfText("Elever", TINY_FILES["pupils.csv"]);
const SITES = sheetOfText("Skoler", TINY_FILES["sites.csv"]);
const pupils = (...sheets: readonly SheetOf[]): Changes => ({
  "pupils.csv": undefined,
  "pupils.xlsx": workbookOf(...sheets),
});
const sites = (...sheets: readonly SheetOf[]): Changes => ({
  "sites.csv": undefined,
  "sites.xlsx": workbookOf(...sheets),
});
/** A sheet with one cell, counted from 0, as it should be. */
const holding = (sheet: SheetOf, row: number, column: number, cell: CellOf): SheetOf => ({
  ...sheet,
  rows: sheet.rows.map((cells, i) => (i === row ? cells.toSpliced(column, 1, cell) : cells)),
});

/** A fraction as Danish text. */
const comma = (cell: CellOf): CellOf =>
  typeof cell === "number" && !Number.isInteger(cell) ? String(cell).replace(".", ",") : cell;

test("a workbook is the same case as its text, with no issue more", async () => {
  const { value, issues } = await read({ ...pupils(PUPILS), ...sites(SITES) });
  expect(issues).toEqual([]);
  const text = importCase(tinyCase()).value!;
  expect(value!.municipality).toEqual(text.municipality);
  expect(value!.notes.pupils).toEqual(text.notes.pupils);
});

describe("a cell", () => {
  test("that is a time of day is one, of whatever it is made", async () => {
    const bells = ["ringetid", { number: 485 / 1440, format: "date" } as const, "8.10", 490 / 1440];
    const sheet = { ...SITES, rows: SITES.rows.map((cells, i) => [...cells, bells[i] ?? null]) };
    const { value } = await read(sites(sheet));
    expect(value!.municipality.sites.map(({ bellTime }) => bellTime)).toEqual([485, 490, 490, undefined]);
  });

  test("of a formula counts by its saved result", async () => {
    const { value } = await read(pupils(holding(PUPILS, 1, 2, { formula: "1+1", result: 2 })));
    expect(value!.notes.pupils.placed).toBe(TINY_PUPILS);
  });

  test.each<[string, CellOf, readonly (string | number)[]]>([
    ["an error", { error: "#DIV/0!" }, ["cell.error", 2, "0", "#DIV/0!"]],
    ["a formula that failed", { formula: "A1/0", error: "#DIV/0!" }, ["cell.error", 2, "0", "#DIV/0!"]],
    ["a formula never worked out", { formula: "SUM(A1)" }, ["cell.no-value", 2, "0", "=SUM(A1)"]],
    ["a day", { number: 42_583, format: "date" }, ["number.unreadable", 2, "0", "2016-08-01"]],
    ["words", "to", ["number.unreadable", 2, "0", "to"]],
    ["a share of a pupil", 1.5, ["number.fraction", 2, "0", "1.5"]],
    ["a negative number", -2, ["number.negative", 2, "0", "-2"]],
    ["a text that is a decimal number or thousands", "1.234", ["number.ambiguous", 2, "0", "1.234"]],
  ])(
    "that holds %s where a count belongs is told by row, column and value",
    async (_, cell, [code, line, column, found]) => {
      expect(await told(pupils(holding(PUPILS, 1, 2, cell)))).toEqual([[code, "pupils.xlsx", line, column, found]]);
    },
  );

  test("that is wrong in a column nobody reads stops nothing", async () => {
    const rows = SITES.rows.map((cells, i) => [...cells, i === 0 ? "leder" : ({ error: "#REF!" } as const)]);
    const { value, issues } = await read(sites({ ...SITES, rows }));
    expect(issues.map(({ code }) => code)).toEqual(["table.columns-unknown"]);
    expect(value).toBeDefined();
  });

  test("with grades that a spreadsheet took for a day is told, not guessed", async () => {
    const [[code, , line, column, found]] = await told(sites(holding(SITES, 1, 5, { number: 45_444, format: "date" })));
    expect([code, line, column, found]).toEqual(["sites.grades", 2, "grades", "2024-06-01"]);
  });

  test("with numbers as text is read as in a text file, and the decimal sign of text does not touch real numbers", async () => {
    const rows = SITES.rows.map((cells, i) => (i % 2 === 0 ? cells : cells.map(comma)));
    const { value, issues } = await read(sites({ ...SITES, rows }));
    expect(issues).toEqual([]);
    expect(value!.municipality.sites).toEqual(importCase(tinyCase()).value!.municipality.sites);
  });

  test("shown as 95 % is 0.95, and 0316 keeps its zero", async () => {
    const rows: readonly (readonly CellOf[])[] = [
      ["område", "trin", "overgang"],
      ["alle", 7, { number: 0.95, format: "percent" }],
    ];
    const { value } = await read({ "movers.xlsx": workbookOf({ name: "Ark1", rows }) });
    expect(JSON.stringify(value!.municipality.forecast)).toContain("0.95");
    const districts = [["id", "name"], ...["N", "S", "V"].map((id) => [id, { number: 316, format: "0000" } as const])];
    const named = await read({
      "districts.csv": undefined,
      "districts.xlsx": workbookOf({ name: "Ark1", rows: districts }),
    });
    expect(named.value!.municipality.districts.map(({ name }) => name)).toEqual(["0316", "0316", "0316"]);
  });
});

describe("a sheet", () => {
  test("may have a title and empty rows, and is told by its own row numbers", async () => {
    const [header, ...rows] = holding(PUPILS, 1, 2, "x").rows;
    const sheet = { ...PUPILS, rows: [["Elever 2015"], [], header, [], ...rows] };
    expect(await told(pupils(sheet))).toEqual([
      ["table.title", "pupils.xlsx", 1, undefined, "Elever 2015"],
      ["number.unreadable", "pupils.xlsx", 5, "0", "x"],
    ]);
  });

  test("with something beside the table is refused by its row", async () => {
    const rows = PUPILS.rows.map((cells, i) => (i === 4 ? [...cells, null, "se note"] : cells));
    expect((await told(pupils({ ...PUPILS, rows }))).map(([code, , line]) => [code, line])).toEqual([
      ["table.row-long", 5],
    ]);
  });

  test("that is hidden is read only where case.json names it", async () => {
    const old = { ...holding(PUPILS, 1, 2, 50), name: "Gammel", hidden: true };
    const hidden = await read(pupils(old, PUPILS));
    expect(hidden.value!.notes.pupils.placed).toBe(TINY_PUPILS);
    const caseJson = TINY_FILES["case.json"].replace("{", '{"files": {"pupils": {"layer": "gammel"}},');
    const named = await read({ ...pupils(old, PUPILS), "case.json": caseJson });
    expect(named.value!.notes.pupils.placed).toBe(TINY_PUPILS + 48);
    expect(named.issues).toEqual([]);
  });

  test("is found among others by its columns, which is said", async () => {
    const notes = {
      name: "Noter",
      rows: [
        ["a", "b"],
        ["c", "d"],
      ],
    };
    const { value, issues } = await read(pupils(notes, { ...PUPILS, name: "Ark2" }));
    expect(value!.notes.pupils.placed).toBe(TINY_PUPILS);
    expect(issues.map(({ code, file }) => [code, file])).toEqual([["format.layer-chosen", "pupils.xlsx: Ark2"]]);
  });

  test("whose merged cells name several rows names each of them", async () => {
    const merged = { ...holding(SITES, 3, 6, null), merged: ["G3:G4"] };
    const { value, issues } = await read(sites(merged));
    expect(issues.map(({ code }) => code)).toEqual(["format.merged"]);
    expect(value!.municipality.districts).toEqual(importCase(tinyCase()).value!.municipality.districts);
  });
});
