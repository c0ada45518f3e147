import { expect, test } from "vitest";
import { readTable } from "../../src/import/table.ts";
import { delimitedText } from "../../src/report/csv.ts";

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
