import { csvParseRows } from "d3-dsv";
import { expect, test } from "vitest";
import { GRADES } from "../cases/folkeskole.ts";
import { parseGradeRange } from "../../src/domain/grades.ts";
import { readTable } from "../../src/import/table.ts";
import { delimitedText, tableCsv } from "../../src/report/csv.ts";
import type { Table } from "../../src/report/table.ts";

test.each([
  ["=1+2", "'=1+2"],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ["+45 12", "'+45 12"],
  ["-Skole", "'-Skole"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", '"\'\rx"'],
  ["-1+cmd|x", "'-1+cmd|x"],
  ["-4", "-4"],
  ["-4,5", "-4,5"],
  ["-1.5e-7", "-1.5e-7"],
  ["+3", "+3"],
  ["a=b", "a=b"],
  ["", ""],
])("the cell %j is written as %j, so that no spreadsheet computes it", (cell, written) => {
  expect(delimitedText([[cell, "x"]], "da")).toBe(`\uFEFF${written};x\n`);
});

test("a table that was written so is read as it was", () => {
  const text = delimitedText(
    [
      ["id", "name"],
      ["-1", "=Skole"],
    ],
    "da",
  );
  const table = readTable("x.csv", text.slice(1), () => undefined);
  expect(table?.rows.map(({ cells }) => cells)).toEqual([["-1", "=Skole"]]);
});

const TABLE: Table = {
  name: "x",
  columns: [{ title: "Skole" }, { title: "Tal" }],
  rows: [
    ["A;B,C", -4.5],
    ["-x", 3],
    ["ø", undefined],
  ],
};

test("a Danish table opens in Danish Excel, an English one in English: mark, separator and decimals", () => {
  expect(tableCsv(TABLE, "da")).toBe('\uFEFFSkole;Tal\n"A;B,C";-4,5\n\'-x;3\nø;\n');
  expect(tableCsv(TABLE, "en")).toBe('\uFEFFSkole,Tal\n"A;B,C",-4.5\n\'-x,3\nø,\n');
});

test("by RFC 4180 a table has commas, points, lines that end as it says, and no mark, in any language", () => {
  expect(tableCsv(TABLE, "da", "rfc4180")).toBe('Skole,Tal\r\n"A;B,C",-4.5\r\n\'-x,3\r\nø,\r\n');
  expect(csvParseRows(tableCsv(TABLE, "da", "rfc4180"))).toEqual([
    ["Skole", "Tal"],
    ["A;B,C", "-4.5"],
    ["'-x", "3"],
    ["ø", ""],
  ]);
});

test("grades from one to another are no day of the year to Excel, and a case's readers know them as they stand", () => {
  expect(delimitedText([["4-6"]], "da")).toBe("\uFEFF4\u20136\n");
  expect(delimitedText([["4-6"]], "da", "rfc4180")).toBe("4-6\r\n");
  expect(parseGradeRange(GRADES, "4\u20136")).toEqual(parseGradeRange(GRADES, "4-6"));
});
