import type { Language } from "../../domain/language.ts";
import { mendColumn } from "../mend-column.ts";
import type { RowFault } from "./row-faults.ts";
import type { SourcePart } from "./source.ts";

/** A table of somebody's, whole, to be mended where it is marked. */
interface MendTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Cells that are faulty, as row and column counted from 0. */
  readonly marked: readonly (readonly [row: number, column: number])[];
}

/**
 * All rows of a part in their order under the same columns, and one column more that says what is to be mended in which cell. Rows that could
 * not be read, since they have more cells than there are columns, are among them, what is too much behind that column. It can be brought again
 * in the file's place: the column is then nobody's.
 */
export function mendTable(part: SourcePart, faults: readonly RowFault[], language: Language): MendTable {
  const { columns, count, lost = [] } = part;
  const byNumber = new Map<number, RowFault[]>();
  for (const fault of faults)
    if (fault.part === part) byNumber.set(fault.number, [...(byNumber.get(fault.number) ?? []), fault]);
  const own = Array.from({ length: count }, (_, row) => {
    const at = part.placeOf(row);
    return { line: "line" in at ? at.line : at.feature, cells: columns.map((column) => part.cell(row, column)) };
  });
  const all = [...own, ...lost].toSorted((a, b) => a.line - b.line);
  const told = all.map(({ line }) => byNumber.get(line) ?? []);
  return {
    header: [...columns, mendColumn(language)],
    rows: all.map(({ cells }, row) => [
      ...columns.map((_, column) => cells[column] ?? ""),
      told[row].map(faultText).join("\n"),
      ...cells.slice(columns.length),
    ]),
    marked: told.flatMap((here, row) =>
      [...new Set(here.map(({ column }) => (column === "" ? columns.length : columns.indexOf(column))))]
        .filter((column) => column >= 0)
        .map((column) => [row, column] as const),
    ),
  };
}

const faultText = ({ column, wrong, mend }: RowFault): string =>
  `${column === "" ? "" : `${column}: `}${wrong} ${mend}`;
