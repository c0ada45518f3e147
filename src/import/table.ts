import { dsvFormat } from "d3-dsv";
import type { Crs } from "../geo/coordinate-systems.ts";
import { skipTitles } from "./above-table.ts";
import { isSum } from "./labels.ts";
import { filledDown, melted } from "./melt.ts";
import { isMendColumn } from "./mend-column.ts";
import { readNumber } from "./numbers.ts";
import { type Pivot, pivotIn } from "./pivot.ts";
import type { Report } from "./report.ts";
import { type CellFault, filledCells, type Row } from "./row.ts";

export type Delimiter = ";" | "," | "\t" | "|";
const DELIMITERS: readonly Delimiter[] = [";", "\t", "|", ","];

/** A table as it stands in the file: every cell text. Rows of nothing but empty cells are left out. */
export interface Table {
  readonly file: string;
  /** Of text files. */
  readonly delimiter?: Delimiter;
  readonly header: Row;
  readonly rows: readonly Row[];
  /** Rows that are told as errors and are not among the others, as they stand. */
  readonly lost?: readonly Row[];
  /** Of workbooks: cells that cannot be believed. */
  readonly faults?: readonly CellFault[];
  /** Of a table that had years, ages or grades over its columns: where a column of the file stands now; `undefined` for sums, which are left out. */
  readonly columnOf?: (column: number) => number | undefined;
  /** Of map files: a row is a feature, counted from 1, and its coordinates are in the system that the file states. */
  readonly each?: "feature";
  readonly crs?: Crs;
}

/** Excel's own first line, bare or as other programs save it again: in quotes, with delimiters behind it. */
const STATED_DELIMITER = /^\s*"?sep=(.)"?[;,\t|]*\r?\n/i;
/** So many lines tell what stands between two cells. */
const TELLING_LINES = 20;
/** Fewer rows than this may repeat by chance. */
const FEW_ROWS = 5;

/** Text to rows; `undefined` where its quotation marks do not match or it has no header. */
export function readTable(
  file: string,
  text: string,
  report: Report,
  sort: TableSort = "of a register",
): Table | undefined {
  const stated = STATED_DELIMITER.exec(text);
  const delimiter = DELIMITERS.find((each) => each === stated?.[1]) ?? sniffDelimiter(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const firstLine = stated ? 2 : 1;
  if (!quotesMatch(file, body, delimiter, firstLine, report)) return undefined;
  const table = tableOf(file, rowsOf(body, delimiter, firstLine), report, "a text", sort);
  return table && { ...table, delimiter };
}

/** Where rows come from: a sheet has as many cells in each row, whatever stands in them. */
type RowsOf = "a text" | "a sheet";

/** Whether a table may be one of a register, with sums and notes; one of a format such as GTFS has rows alone, whatever they are called. */
type TableSort = "of a register" | "of a format";

/** Rows to a table: lines above the header skipped, repetitions told; `undefined` where there is no header. */
export function tableOf(
  file: string,
  given: readonly Row[],
  report: Report,
  of: RowsOf,
  sort: TableSort = "of a register",
): Table | undefined {
  const all = of === "a sheet" ? given.map(({ line, cells }) => ({ line, cells: cells.map(fused) })) : given;
  const titled = all.filter((row) => filled(row) > 0);
  const pivot = sort === "of a register" ? pivotIn(titled) : undefined;
  const titles = skipTitles(file, titled, pivot?.above, report);
  const rows = withoutMendColumn(titled);
  if (sort === "of a register") skipNotes(file, rows, report);
  const heads = rows.splice(0, pivot?.depth ?? 1);
  const header = heads.at(-1);
  if (!header) {
    report("file.empty", { file }, {});
    return undefined;
  }
  const kept = rows.filter((row) => {
    const isHeader = isSameRow(row, header);
    if (isHeader) report("table.header-again", { file, line: row.line, group: "" }, {});
    return !isHeader;
  });
  reportPastedTwice(file, kept, report);
  const width = of === "a sheet" || pivot ? Math.max(...heads.map((head) => lastFilled(head))) : header.cells.length;
  const whole = pivot ? heldDown(file, kept, pivot, report) : kept;
  const counted = sort === "of a register" ? withoutSums(file, header, whole, report) : whole;
  const table = of === "a sheet" ? counted.map((row) => widened(row, width)) : counted;
  const read = table.map((row) => ({ row, fits: fitted(file, row, width, report) }));
  const lost = read.flatMap(({ row, fits }) => (fits ? [] : row));
  const fitting = read.flatMap(({ fits }) => fits ?? []);
  return {
    file,
    ...(pivot
      ? melted(file, pivot, heads, fitting, titles, report)
      : { header: { ...header, cells: header.cells.slice(0, width) }, rows: fitting }),
    ...(lost.length > 0 && { lost }),
  };
}

/** Rows of a pivot with what holds for several written in each, which is said. */
function heldDown(file: string, rows: readonly Row[], pivot: Pivot, report: Report): readonly Row[] {
  const { rows: whole, count } = filledDown(rows, pivot);
  if (count > 0) report("table.held-down", { file }, { count });
  return whole;
}

/** A table that was taken away to be mended comes back with a column that said what was to be mended. */
function withoutMendColumn(rows: readonly Row[]): Row[] {
  const at = rows[0]?.cells.findIndex(isMendColumn) ?? -1;
  if (at < 0) return [...rows];
  return rows.map(({ line, cells }) => ({ line, cells: cells.toSpliced(at, 1) })).filter((row) => filled(row) > 0);
}

/** How many cells of a header count: those up to the last that says something. */
const lastFilled = ({ cells }: Row): number => cells.findLastIndex((cell) => cell.trim() !== "") + 1;

/** A row with empty cells up to a width. */
const widened = ({ line, cells }: Row, width: number): Row =>
  cells.length >= width
    ? { line, cells }
    : { line, cells: [...cells, ...Array<string>(width - cells.length).fill("")] };

const filled = (row: Row): number => filledCells(row).length;

/** How registers begin what they say under a table. */
const NOTE =
  /^[("]?(kilde|source|note|noter|anm|anmærkning|bemærk|fodnote|data|opgjort|udtrukket|udtræk|opdateret|updated|tallene|figures|©|\*|\d\)|¹|²)/i;

/** A sentence that begins in no such way: it ends as one does, or is longer than any name. */
const PROSE = /^[^]{10,}[.:]$|^(\S+\s+){5,}\S+/;

/**
 * Takes away lines under the table that have one field only, the first, and say something there: those that begin as notes do, and sentences
 * below an empty line. A name or a number there may be a row that lacks the rest.
 */
function skipNotes(file: string, rows: Row[], report: Report): void {
  const last = rows.findLastIndex((row) => filled(row) > 1 || !saysSomething(row));
  const below = rows.slice(last + 1);
  if (last < 0) return;
  const first = below.findIndex((row, i) => {
    const said = row.cells[0].trim();
    return NOTE.test(said) || (PROSE.test(said) && row.line > lastLine(below[i - 1] ?? rows[last]) + 1);
  });
  if (first < 0) return;
  for (const { line, cells } of rows.splice(last + 1 + first))
    report("table.note", { file, line, group: "" }, { found: cells[0].trim() });
}

/** Whether a blank or a colon comes after a letter; looked for once each, since a cell may be megabytes long. */
const saysSomething = ({ cells }: Row): boolean => {
  const said = cells[0]?.trim() ?? "";
  const letter = said.search(/[a-zæøå]/i);
  return letter >= 0 && /[ :]/.test(said.slice(letter));
};

/** Where a row ends whose cells go over several lines. */
const lastLine = ({ line, cells }: Row): number => cells.reduce((end, cell) => end + lineBreaks(cell), line);

/**
 * Leaves out rows that are sums of others, by the word that stands where others have an area, a school or a grade: they would be counted
 * twice. Where the only one does not come to what the rows do, that is said too.
 */
function withoutSums(file: string, header: Row, rows: readonly Row[], report: Report): readonly Row[] {
  if (!rows.some(({ cells }) => cells.some(isSum))) return rows;
  // A column that says nothing else is none of sums.
  const telling = header.cells.map((_, column) =>
    rows.some(({ cells }) => (cells[column] ?? "").trim() !== "" && !isSum(cells[column])),
  );
  const sums = new Set(rows.filter(({ cells }) => cells.some((cell, column) => telling[column] && isSum(cell))));
  if (sums.size === 0) return rows;
  const kept = rows.filter((row) => !sums.has(row));
  for (const { line, cells } of sums)
    report("table.sum", { file, line, group: "" }, { found: cells.find(isSum)?.trim() ?? "" });
  const [only] = sums;
  if (sums.size === 1) reportOtherSum(file, header, kept, only, report);
  return kept;
}

/** Says which numbers of a table's own sum are not what its rows come to; of a sum that is of some of them alone nothing is known. */
function reportOtherSum(file: string, header: Row, rows: readonly Row[], { line, cells }: Row, report: Report): void {
  const isOfAll = cells.every((cell) => isSum(cell) || cell.trim() === "" || wholeIn(cell) !== undefined);
  if (!isOfAll || !isSum(cells[0])) return;
  cells.forEach((cell, column) => {
    const stated = wholeIn(cell);
    const summed = rows.reduce((sum, row) => sum + (wholeIn(row.cells[column] ?? "") ?? 0), 0);
    const name = header.cells[column]?.trim() ?? "";
    if (stated !== undefined && summed !== stated)
      report("table.sum-differs", { file, line, column: name, group: "" }, { column: name, stated, summed });
  });
}

/** A whole number as statistics write one; `undefined` where the cell is none. */
function wholeIn(cell: string): number | undefined {
  const reading = readNumber(cell, ",");
  return reading.kind === "number" && Number.isInteger(reading.value) ? reading.value : undefined;
}

const isSameRow = ({ cells }: Row, other: Row): boolean =>
  cells.length === other.cells.length && cells.every((cell, i) => cell === other.cells[i]);

/** Says that the rows are the first of them over again, twice or some more times (four times is twice two). */
function reportPastedTwice(file: string, rows: readonly Row[], report: Report): void {
  for (const copies of [2, 3, 5]) {
    const count = rows.length / copies;
    if (!Number.isInteger(count) || count < FEW_ROWS) continue;
    if (rows.slice(1, count).every((row) => isSameRow(row, rows[0]))) continue;
    if (!rows.slice(count).every((row, i) => isSameRow(row, rows[i]))) continue;
    report("table.pasted-twice", { file, line: rows[count].line }, { count });
    return;
  }
}

function rowsOf(text: string, delimiter: Delimiter, firstLine: number): Row[] {
  let line = firstLine;
  // A line goes on in the next only within quotation marks.
  const isQuoted = text.includes('"');
  return dsvFormat(delimiter)
    .parseRows(text)
    .map((cells) => {
      const row = { line, cells: cells.map(fused) };
      line += 1 + (isQuoted ? cells.reduce((sum, cell) => sum + lineBreaks(cell), 0) : 0);
      return row;
    });
}

const FUSED = /^'[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A cell that was written with an apostrophe, so that no spreadsheet computes it, as it was; the apostrophe is looked for first, which is faster. */
const fused = (cell: string): string => (cell.startsWith("'") && FUSED.test(cell) ? cell.slice(1) : cell);

const lineBreaks = (text: string): number => (/[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).length - 1 : 0);

/** The row with as many cells as the header; `undefined` where it has more that say something. */
function fitted(file: string, { line, cells }: Row, columns: number, report: Report): Row | undefined {
  if (cells.length < columns) {
    report("table.row-short", { file, line, group: "" }, { cells: cells.length, columns });
    return { line, cells: [...cells, ...Array<string>(columns - cells.length).fill("")] };
  }
  if (cells.slice(columns).some((cell) => cell.trim() !== "")) {
    report("table.row-long", { file, line, group: "" }, { cells: cells.length, columns });
    return undefined;
  }
  return { line, cells };
}

/** The delimiter that the header has and that most of the first lines have as often, quoted text aside. */
function sniffDelimiter(text: string): Delimiter {
  const filledLines = text.split(/\r\n|\r|\n/, TELLING_LINES).filter((line) => line.trim() !== "");
  // A title above the header has no delimiter but the commas of a sentence.
  const lines = filledLines.slice(
    Math.max(
      0,
      filledLines.findIndex((line) => /[;\t|]|,(?! )/.test(line)),
    ),
  );
  let best: Delimiter = ";";
  let most = -1;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, "").split(delimiter).length - 1);
    if (counts.length === 0 || counts[0] === 0) continue;
    const score = counts.filter((count) => count === counts[0]).length + Math.min(counts[0], 50) / 1000;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** Whether every quoted field is closed and followed by a delimiter or the end of its line; says where one is not. */
function quotesMatch(file: string, text: string, delimiter: Delimiter, firstLine: number, report: Report): boolean {
  if (!text.includes('"')) return true;
  const quoted = new RegExp(`(^|[\\r\\n${delimiter === "|" ? "\\|" : delimiter}])"`, "g");
  for (let match = quoted.exec(text); match; match = quoted.exec(text)) {
    const opened = match.index + match[1].length;
    let close = text.indexOf('"', opened + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    const next = close < 0 ? "" : (text[close + 1] ?? "\n");
    if (![delimiter, "\n", "\r"].includes(next)) {
      const line = firstLine + lineBreaks(text.slice(0, opened));
      report(close < 0 ? "table.quote-open" : "table.quote-inside", { file, line }, {});
      return false;
    }
    quoted.lastIndex = close + 1;
  }
  return true;
}
