import type { IndexYear } from "../domain/cost-items.ts";
import { readAmount } from "./amounts.ts";
import { onceOnly, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { decimalSignOf } from "./numbers.ts";
import type { Report } from "./report.ts";

type IndexRole = "year" | "index" | "source";
export const INDEX_COLUMNS: ColumnNames<IndexRole> = {
  year: ["year", "år"],
  index: ["index", "indeks"],
  source: ["source", "kilde"],
};

/** price-index.csv: the municipality's own index of prices, one row a year, none left out between the first and the last. */
export function readPriceIndex(sheet: Sheet<IndexRole>, report: Report): readonly IndexYear[] {
  const decimal = decimalSignOf(sheet.rows.map((row) => sheet.text(row, "index")));
  const isFirst = onceOnly(sheet, "year", report);
  const years = sheet.rows.flatMap((row): IndexYear[] => {
    const text = readRequired(sheet, row, "year", report);
    const value = readAmount(sheet.text(row, "index"), decimal, sheet.at(row, "index"), report);
    const source = readRequired(sheet, row, "source", report);
    const year = Number(text);
    const isYear = Number.isInteger(year) && year >= 1990 && year <= 2100;
    if (text !== "" && !isYear) report("costs.price-year", sheet.at(row, "year"), { found: text });
    if (value === "blank") report("value.missing", sheet.at(row, "index"), {});
    if (value === 0) report("price-index.zero", sheet.at(row, "index"), {});
    const isKnown = typeof value === "number" && value > 0;
    return isFirst(row) === "first" && isYear && isKnown && source !== "" ? [{ year, value, source }] : [];
  });
  const inOrder = years.toSorted((a, b) => a.year - b.year);
  const gap = inOrder.findIndex(({ year }, i) => i > 0 && year !== inOrder[i - 1].year + 1);
  if (gap > 0)
    report("price-index.gap", { file: sheet.file }, { before: inOrder[gap - 1].year, after: inOrder[gap].year });
  return gap > 0 ? [] : inOrder;
}
