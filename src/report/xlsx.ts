import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { defused, type NumberForm, type Table, type TableCell } from "./table.ts";
import type { Workbook } from "./workbook.ts";

/** What a spreadsheet calls how a number is shown; it puts in the separators of whoever reads it. */
const FORMATS: Readonly<Record<NumberForm, string>> = {
  whole: "#,##0",
  "one-decimal": "#,##0.0",
  "two-decimals": "#,##0.00",
  share: "0.0%",
  "as-it-is": "General",
};

/** What a sheet can hold, of which one row is the titles'. */
const MOST_ROWS = 1_048_576;

/**
 * A workbook as the bytes of an .xlsx file: a sheet a table, titles frozen with a filter in each, columns as wide as what is in them,
 * numbers exact. Texts are kept as texts, and defused as in CSV files, since a sheet may be saved as one.
 */
export async function workbookXlsx({ title, head, foot, tables }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import("hucre/xlsx");
  const fitting = tables.flatMap(inSheets);
  const names = sheetNames(fitting.map(({ name }) => name));
  const sheets = fitting.map((table, i) => sheetOf(table, names[i], { head, foot }));
  const bytes = await writeXlsx({
    sheets,
    // Without a day of its own: the same question gives the same file.
    properties: { title: defused(title), creator: "skoledistrikt", created: EPOCH, modified: EPOCH },
    defaultFont: { name: "Calibri", size: 11 },
  });
  return new Uint8Array(bytes);
}

/** A table that is longer than a sheet goes on in another. */
const inSheets = (table: Table): readonly Table[] =>
  Array.from({ length: Math.max(1, Math.ceil(table.rows.length / (MOST_ROWS - 1))) }, (_, part) => ({
    ...table,
    rows: table.rows.slice(part * (MOST_ROWS - 1), (part + 1) * (MOST_ROWS - 1)),
    ...(table.marked && {
      marked: table.marked.flatMap(([row, column]) =>
        Math.floor(row / (MOST_ROWS - 1)) === part ? [[row % (MOST_ROWS - 1), column] as const] : [],
      ),
    }),
  }));

const EPOCH = new Date(0);

const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E6ECEF" } },
  alignment: { wrapText: true, vertical: "top" },
};
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: "top" } };

const MARKED: CellStyle = {
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFE08A" } },
  alignment: { wrapText: true, vertical: "top" },
};

function sheetOf(
  { columns, rows, marked = [] }: Table,
  name: string,
  { head, foot }: Pick<Workbook, "head" | "foot">,
): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  columns.forEach(({ title }, at) => cells.set(`0,${at}`, { value: defused(title), type: "string", style: HEADER }));
  rows.forEach((row, below) =>
    row.forEach((cell, at) => {
      if (typeof cell === "object")
        cells.set(`${below + 1},${at}`, {
          value: cell.value + 0,
          type: "number",
          style: { numFmt: FORMATS[cell.form] },
        });
      else if (typeof cell === "string" && cell.length > WIDEST)
        cells.set(`${below + 1},${at}`, { value: defused(cell), type: "string", style: WRAPPED });
    }),
  );
  for (const [row, column] of marked) {
    const at = `${row + 1},${column}`;
    const value = valueOf(rows[row]?.[column]);
    const cell = cells.get(at) ?? {
      value,
      type: typeof value === "number" ? ("number" as const) : ("string" as const),
    };
    cells.set(at, { ...cell, value: cell.value ?? "", style: { ...cell.style, ...MARKED } });
  }
  return {
    name,
    columns: columns.map(({ form = "as-it-is" }, at) => ({
      width: widthOf(columns[at].title, rows, at),
      ...(form !== "as-it-is" && { numFmt: FORMATS[form] }),
    })),
    rows: [columns.map(({ title }) => defused(title)), ...rows.map((row) => row.map(valueOf))],
    cells,
    freezePane: { rows: 1 },
    ...(rows.length > 0 && { autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` } }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
    },
    headerFooter: { oddHeader: `&L${onPage(head)}`, oddFooter: `&L${onPage(foot)}&R&P/&N` },
  };
}

/** Signs at the head or foot of a page: past 255, with what stands around it, no Excel opens the file. */
const LONGEST_ON_PAGE = 200;

/** An ampersand begins a sign of its own there, and two of them are one. */
function onPage(text: string): string {
  let written = "";
  for (const sign of text) {
    if (written.length >= LONGEST_ON_PAGE) return `${written}…`;
    written += sign === "&" ? "&&" : sign;
  }
  return written;
}

const valueOf = (cell: TableCell): string | number | null => {
  if (cell === undefined) return null;
  if (typeof cell === "string") return defused(cell);
  // Zero has no sign in a sheet.
  return (typeof cell === "number" ? cell : cell.value) + 0;
};

/** Signs: a title is broken over lines rather than let a column of short numbers be as wide. */
const [NARROWEST, WIDEST] = [8, 60];

function widthOf(title: string, rows: Table["rows"], at: number): number {
  const longestWord = Math.max(...title.split(/\s+/).map((word) => word.length));
  let widest = Math.max(NARROWEST, longestWord, Math.min(title.length, 14));
  for (const row of rows) {
    const cell = row[at];
    const length = typeof cell === "string" ? cell.length : cell === undefined ? 0 : numberWidth(cell);
    if (length > widest) widest = length;
  }
  return Math.min(WIDEST, widest) + 2;
}

/** With a sign between each three digits. */
function numberWidth(cell: Exclude<TableCell, string | undefined>): number {
  const whole = String(Math.trunc(typeof cell === "number" ? cell : cell.value)).length;
  return whole + Math.floor((whole - 1) / 3) + 3;
}

/** "A", "Z", "AA". */
function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** As long as a sheet's name may be. */
const LONGEST_NAME = 31;

/** Names without the signs that no sheet's name may have, each its own whatever its letters' size. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((wanted) => {
    const bare =
      wanted
        .replaceAll(/[[\]:*?/\\]/g, " ")
        .replaceAll(/^'|'$/g, "")
        .trim() || "-";
    for (let n = 1; ; n++) {
      const end = n === 1 ? "" : ` ${n}`;
      const name = bare.slice(0, LONGEST_NAME - end.length) + end;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
