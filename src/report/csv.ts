import { dsvFormat } from "d3-dsv";
import type { Language } from "../domain/language.ts";
import { decimalSign } from "./format.ts";
import { defused, type Table, type TableCell } from "./table.ts";

/** How a table is written as text: for the Excel of whoever reads the language, or by RFC 4180 for another program. */
export const CSV_FORMS = ["excel", "rfc4180"] as const;
export type CsvForm = (typeof CSV_FORMS)[number];

interface Signs {
  readonly before: string;
  readonly between: string;
  readonly decimal: string;
  readonly lineEnd: string;
}

const RFC_4180: Signs = { before: "", between: ",", decimal: ".", lineEnd: "\r\n" };

/** With a byte-order mark, by which Excel knows UTF-8; where decimals have a comma, Excel looks for semicolons between cells. */
function excelSigns(language: Language): Signs {
  const decimal = decimalSign(language);
  return { before: "\uFEFF", between: decimal === "," ? ";" : ",", decimal, lineEnd: "\n" };
}

/** A table as a file: semicolons and decimal commas in Danish, commas and points in English and in RFC 4180. Numbers are exact, and no cell is a formula. */
export const tableCsv = ({ columns, rows }: Table, language: Language, form: CsvForm = "excel"): string =>
  delimitedText([columns.map(({ title }) => title), ...rows], language, form);

/** The same of rows without a table around them. */
export function delimitedText(
  rows: readonly (readonly TableCell[])[],
  language: Language,
  form: CsvForm = "excel",
): string {
  const { before, between, decimal, lineEnd } = form === "excel" ? excelSigns(language) : RFC_4180;
  const format = dsvFormat(between);
  const lines = rows.map((row) => format.formatRow(row.map((cell) => cellText(cell, decimal, form))));
  return `${before}${lines.join(lineEnd)}${lineEnd}`;
}

/** "4-6" is a day in June to Excel: grades from one to another stand with the dash that is meant, which the readers of a case know too. */
const dateless = (text: string, form: CsvForm): string =>
  form === "excel" ? text.replace(/^(\d{1,2})-(\d{1,2})$/, "$1\u2013$2") : text;

function cellText(cell: TableCell, decimal: string, form: CsvForm): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return dateless(defused(cell), form);
  return String(typeof cell === "number" ? cell : cell.value).replace(".", decimal);
}
