import { quotedList } from "../domain/language.ts";
import { isSum, type LabelKind, labelKind } from "./labels.ts";
import { readNumber } from "./numbers.ts";
import { type Pivot, stubKind } from "./pivot.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

/** What columns are called that a pivot has no names for. */
const NAMES: Readonly<Record<Exclude<LabelKind, "sum">, string>> = {
  year: "tid",
  age: "alder",
  grade: "klassetrin",
  sex: "køn",
};
const COUNT = "antal";

/** A pivot as a table with a row for each of its counts. */
interface Melted {
  readonly header: Row;
  readonly rows: readonly Row[];
  /** Where a column of the pivot stands; `undefined` for sums, which are left out. */
  readonly columnOf: (column: number) => number | undefined;
}

/** A row for each count of a pivot, but for sums of others, which are said. `titles`: what stands above it. */
export function melted(
  file: string,
  pivot: Pivot,
  heads: readonly Row[],
  body: readonly Row[],
  titles: readonly string[],
  report: Report,
): Melted {
  const header = meltedHeader(pivot, heads, body, titles);
  return { header, rows: meltedRows(file, pivot, header, body, report), columnOf: meltedColumn(pivot) };
}

/** The header of a pivot as one line: what its rows are of by its own words or by the name of the report, then what stood over the columns. */
function meltedHeader(
  { stubs, kinds }: Pivot,
  heads: readonly Row[],
  body: readonly Row[],
  titles: readonly string[],
): Row {
  const named = Array.from({ length: stubs }, (_, column) => {
    const own = heads.map(({ cells }) => cells[column]?.trim() ?? "").findLast((name) => name !== "");
    if (own !== undefined) return own;
    const kind = stubKind(body, column);
    return kind ? NAMES[kind] : "";
  });
  const said = titles.flatMap(dimensionsIn);
  const stubNames = named.map((name) => (name === "" ? (said.shift() ?? "") : name));
  return { line: heads[heads.length - 1].line, cells: [...stubNames, ...kinds.map((kind) => NAMES[kind]), COUNT] };
}

/** By what a report says it is divided, "Befolkningen efter sogn, alder og tid", but for what its labels say themselves. */
function dimensionsIn(title: string): readonly string[] {
  const said = /\b(?:efter|by) (.+)$/i.exec(title)?.[1] ?? "";
  const told = /^(alder|age|tid|time|år|year|køn|sex|klassetrin|grade|kvartal|quarter)$/i;
  return said
    .split(/,| og | and /)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !told.test(name));
}

/** Cells that say nothing where the row above has the same: each but the last of what rows are of. Returns how many were filled. */
export function filledDown(
  rows: readonly Row[],
  { stubs }: Pivot,
): { readonly rows: readonly Row[]; readonly count: number } {
  let count = 0;
  const held = Array<string>(stubs).fill("");
  const whole = rows.map(({ line, cells }) => {
    const own = cells.map((cell, column) => {
      if (column >= stubs - 1) return cell;
      if (cell.trim() === "" && held[column] !== "") {
        count++;
        return held[column];
      }
      // What is named anew ends what was held to its right.
      if (cell.trim() !== held[column]) held.fill("", column);
      held[column] = cell.trim();
      return cell;
    });
    return { line, cells: own };
  });
  return { rows: whole, count };
}

function meltedRows(file: string, pivot: Pivot, header: Row, rows: readonly Row[], report: Report): readonly Row[] {
  const { stubs, labels } = pivot;
  const columns = labels.map((own, i) => ({ own, column: stubs + i }));
  const counts = columns.filter(({ own }) => !own.some(isSumLabel));
  const sums = columns.filter(({ own }) => own.some(isSumLabel));
  if (sums.length > 0) {
    const names = quotedList(sums.map(({ own }) => nameOf(own)));
    report("table.sum-column", { file, line: header.line }, { columns: names });
  }
  const total = (of: readonly number[]): number =>
    rows.reduce((sum, { cells }) => of.reduce((all, column) => all + numberIn(cells[column]), sum), 0);
  for (const { own, column } of sums) {
    // "2024 i alt" does not say as the other columns do what it is the sum of.
    if (own.some((label) => isSumLabel(label) && !isSum(label))) continue;
    const parts = counts.filter((each) => own.every((label, level) => isSumLabel(label) || label === each.own[level]));
    const [stated, summed] = [total([column]), total(parts.map((each) => each.column))];
    const name = nameOf(own);
    if (stated !== summed)
      report(
        "table.sum-differs",
        { file, line: header.line, column: name, group: name },
        { column: name, stated, summed },
      );
  }
  return rows.flatMap(({ line, cells }) =>
    counts.map(({ own, column }): Row => ({ line, cells: [...cells.slice(0, stubs), ...own, cells[column] ?? ""] })),
  );
}

const meltedColumn =
  ({ stubs, labels, kinds }: Pivot) =>
  (column: number): number | undefined => {
    if (column < stubs) return column;
    const own = labels[column - stubs] ?? [];
    return own.length > 0 && !own.some(isSumLabel) ? stubs + kinds.length : undefined;
  };

const isSumLabel = (label: string): boolean => labelKind(label) === "sum";
const nameOf = (labels: readonly string[]): string => [...new Set(labels.filter((label) => label !== ""))].join(" ");

function numberIn(cell: string | undefined): number {
  const reading = readNumber(cell ?? "", ",");
  return reading.kind === "number" ? reading.value : 0;
}
