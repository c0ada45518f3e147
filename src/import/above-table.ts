import { labelKind } from "./labels.ts";
import { readNumber } from "./numbers.ts";
import type { Report } from "./report.ts";
import { filledCells, isBelowGap, type Row } from "./row.ts";

/**
 * Takes away the lines above a header, each of which is said: the name of the report, what was chosen for it, a word over the columns.
 * `known`: how many they are, where the header tells it. Returns what they say.
 */
export function skipTitles(file: string, rows: Row[], known: number | undefined, report: Report): readonly string[] {
  return rows.splice(0, known ?? linesAbove(rows)).map((row) => {
    const found = filledCells(row).join(" · ");
    report("table.title", { file, line: row.line, group: "" }, { found });
    return found;
  });
}

function linesAbove(rows: readonly Row[]): number {
  const chosen = linesOfChoices(rows);
  const header = rows.findIndex(
    (row, i) => i >= chosen && (filledCells(row).length > 1 || isOneLabel(row, rows[i + 1])),
  );
  const first = Math.max(chosen, header);
  return rows.length > first + 1 && isCaption(rows[first], rows[first + 1]) ? first + 1 : Math.max(0, first);
}

/** Whether a line says of one column alone what it is, a year of the numbers below it for one; its other columns have no names. */
function isOneLabel(row: Row, below: Row | undefined): boolean {
  const only = row.cells.findIndex((cell) => cell.trim() !== "");
  return (
    only > 0 &&
    labelKind(row.cells[only]) !== undefined &&
    filledCells(row).length === 1 &&
    readNumber(below?.cells[only] ?? "", ",").kind === "number"
  );
}

/** Lines of a choice and its value, such as "Skoleår" and "2024/2025", above an empty line and a header of more than two columns. */
function linesOfChoices(rows: readonly Row[]): number {
  const wide = rows.findIndex((row) => filledCells(row).length > 2);
  if (wide < 1 || wide + 1 >= rows.length || filledCells(rows[wide + 1]).length < 3) return 0;
  const gaps = rows.slice(0, wide + 1).flatMap((_, i) => (isBelowGap(rows, i) ? [i] : []));
  const isHeader = filledCells(rows[wide]).every(
    (cell) => labelKind(cell) !== undefined || readNumber(cell, ",").kind === "unreadable",
  );
  // Between the empty line and the header there may be a word over the columns, but no rows.
  return gaps.length > 0 && isHeader && wide - gaps[0] < 2 ? gaps[gaps.length - 1] : 0;
}

/** Whether a line is a word or two over columns that tell by themselves what they are: "Antal elever", "Kolonnenavne". */
function isCaption(row: Row, next: Row): boolean {
  const [words, labels] = [filledCells(row), filledCells(next)];
  const isOver = words.length <= 2 && labels.length > words.length && next.line === row.line + 1;
  return (
    isOver &&
    words.every((word) => labelKind(word) === undefined && readNumber(word, ",").kind === "unreadable") &&
    (["grade", "age", "year"] as const).some(
      (kind) => labels.filter((label) => labelKind(label) === kind).length > 1,
    ) &&
    labels.some((label) => labelKind(label) === undefined) &&
    labels.every((label) => labelKind(label) !== undefined || readNumber(label, ",").kind === "unreadable")
  );
}
