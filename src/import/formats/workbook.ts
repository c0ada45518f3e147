import type { Cell, CellValue, MergeRange, ReadInput, ReadOptions, Sheet, Workbook } from "hucre/xlsx";
import { decimalSignOf, readNumber } from "../numbers.ts";
import type { Report } from "../report.ts";
import { composed } from "../text.ts";
import { type CellFault, columnLetters, type Row } from "../row.ts";
import { dateText, numberText } from "./cell-text.ts";
import { MOST_MEGABYTES, unzip } from "./archive.ts";
import { checkPlaces, checkTags } from "./xml-shape.ts";
import type { TableLayer } from "./layers.ts";
import type { ReadLayers } from "./readers.ts";

/** Sheets of a workbook in Excel's format. */
export const readXlsxLayers: ReadLayers = async ({ file, bytes }, report) => {
  const isSound = checkParts(file, bytes, /^xl\/(worksheets\/[^/]+|workbook|sharedStrings)\.xml$/i, report);
  return isSound ? layersOf((await import("hucre/xlsx")).readXlsx, bytes) : undefined;
};

/** The same in OpenDocument's. */
export const readOdsLayers: ReadLayers = async ({ file, bytes }, report) => {
  const isSound = checkParts(file, bytes, /^content\.xml$/i, report);
  return isSound ? layersOf((await import("hucre/ods")).readOds, bytes) : undefined;
};

/** Whether the parts of a workbook may be read: damaged ones are an exception, larger ones than may be are told. */
function checkParts(file: string, bytes: Uint8Array, wanted: RegExp, report: Report): boolean {
  const parts = unzip(bytes, (name) => wanted.test(name));
  if (!(parts instanceof Map)) {
    report("format.too-large", { file }, { name: parts.tooLarge, most: MOST_MEGABYTES });
    return false;
  }
  for (const [name, part] of parts) {
    const xml = new TextDecoder("utf-8", { fatal: true }).decode(part);
    checkTags(xml);
    if (/worksheets/i.test(name)) checkPlaces(xml);
  }
  return true;
}

async function layersOf(
  read: (input: ReadInput, options: ReadOptions) => Promise<Workbook>,
  bytes: Uint8Array,
): Promise<readonly TableLayer[]> {
  const { sheets } = await read(bytes, { readStyles: true });
  return sheets.map(layerOf);
}

function layerOf(sheet: Sheet): TableLayer {
  const faults: CellFault[] = [];
  const signs = columnSigns(sheet, faults);
  const rows: { readonly line: number; readonly cells: string[] }[] = sheet.rows.map((values, row) => ({
    line: row + 1,
    cells: values.map((value, column) => {
      const cell = sheet.cells?.get(`${row},${column}`);
      const fault = cell && faultOf(cell);
      if (fault) faults.push({ ...fault, line: row + 1, column });
      return fault ? "" : textOf(value, cell, signs[column] ?? ".");
    }),
  }));
  const merged = (sheet.merges ?? []).flatMap((range) => fillMerged(range, sheet.rows, rows, faults));
  const hiddenRows = [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row + 1] : []));
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, column) =>
    hidden && rows.some(({ cells }) => (cells[column] ?? "").trim() !== "") ? [column] : [],
  );
  return {
    kind: "table",
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    faults,
    told: {
      merged,
      hiddenRows: hiddenRows.filter((line) => isFilled(rows[line - 1])),
      hiddenColumns: hiddenColumns.map(columnLetters),
    },
  };
}

const isFilled = (row: Row | undefined): boolean => row?.cells.some((cell) => cell.trim() !== "") ?? false;

/** An error, or a formula that no program has worked out yet. */
function faultOf({ type, value, formula, formulaResult }: Cell): Pick<CellFault, "code" | "found"> | undefined {
  const result = type === "formula" ? (formulaResult ?? value) : value;
  if (type === "error" || (typeof result === "string" && formula !== undefined && ERROR_VALUE.test(result)))
    return { code: "cell.error", found: String(result) };
  if (formula !== undefined && (result === null || result === undefined))
    return { code: "cell.no-value", found: `=${formula}` };
  return undefined;
}

/** What spreadsheets write where a formula fails, in English and Danish. */
const ERROR_VALUE = /^#(REF|DIV\/0|VALUE|N\/A|NAME\?|NULL|NUM|SPILL|CALC|REFERENCE|VÆRDI|NAVN\?|I\/T|NUL)[!?]?$/;

/** Numbers are the number they are, whatever they look like (95 % is 0.95), but for zeros before a whole one: "0316". */
function textOf(value: CellValue, cell: Cell | undefined, sign: "." | ","): string {
  if (value === null) return "";
  if (typeof value === "string") return composed(value);
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean") return String(value);
  const zeros = /^0{2,}$/.exec(cell?.style?.numFmt ?? "")?.[0].length ?? 0;
  return Number.isInteger(value) && value >= 0 ? String(value).padStart(zeros, "0") : numberText(value, sign);
}

/**
 * The decimal sign of each column's cells that are text, in which its numbers are written as well, so that both are read alike. Where text
 * can be read in two ways, numbers beside it must not decide which.
 */
function columnSigns({ rows, cells }: Sheet, faults: CellFault[]): readonly ("." | ",")[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.flatMap((row, line) =>
      typeof row[column] === "string" && !cells?.get(`${line},${column}`)?.formula
        ? [{ line: line + 1, text: row[column] }]
        : [],
    );
    const sign = decimalSignOf(texts.map(({ text }) => text));
    const hasFraction = rows.some((row) => typeof row[column] === "number" && !Number.isInteger(row[column]));
    if (sign === undefined && hasFraction)
      for (const { line, text } of texts)
        if (readNumber(text, undefined).kind === "ambiguous")
          faults.push({ line, column, code: "number.ambiguous", found: text });
    return sign ?? ".";
  });
}

/**
 * A text in cells merged over several rows holds for each of them; a number would count as often, and of one over several columns it is not
 * known which it belongs to. Returns the range's name.
 */
function fillMerged(
  { startRow, endRow, startCol, endCol }: MergeRange,
  values: Sheet["rows"],
  rows: readonly { readonly cells: string[] }[],
  faults: CellFault[],
): readonly string[] {
  const text = rows[startRow]?.cells[startCol] ?? "";
  if (text === "") return [];
  if (typeof values[startRow][startCol] === "number") {
    const at = { line: startRow + 1, column: startCol, found: text };
    const beside = Array.from({ length: endCol - startCol }, (_, i) => startCol + 1 + i);
    if (endRow > startRow) faults.push({ ...at, code: "cell.merged-number" });
    else if (beside.length > 0) faults.push({ ...at, code: "cell.merged-across", beside });
    return [];
  }
  if (endRow === startRow) return [];
  for (const { cells } of rows.slice(startRow + 1, endRow + 1)) if (startCol < cells.length) cells[startCol] = text;
  return [`${columnLetters(startCol)}${startRow + 1}:${columnLetters(startCol)}${endRow + 1}`];
}
