/** A row with the 1-based line of the file it starts in. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a row that say something. */
export const filledCells = ({ cells }: Row): readonly string[] => cells.filter((cell) => cell.trim() !== "");

/** Whether a row has an empty line above it. */
export const isBelowGap = (rows: readonly Row[], i: number): boolean => i > 0 && rows[i].line > rows[i - 1].line + 1;

/** What a spreadsheet calls a column: "A", "Z", "AA". */
export const columnLetters = (column: number): string =>
  (column < 26 ? "" : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A cell that is there and cannot be believed; it counts only where its column means something. */
export interface CellFault {
  /** 1-based row of its sheet, 0-based column. */
  readonly line: number;
  readonly column: number;
  /** Other columns that it may belong to: it counts where one of them means something too. */
  readonly beside?: readonly number[];
  readonly code: "cell.error" | "cell.no-value" | "cell.merged-number" | "cell.merged-across" | "number.ambiguous";
  /** What stands there. */
  readonly found: string;
}
