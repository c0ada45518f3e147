/** A row with the 1-based line of the file it starts in. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell that is there and cannot be believed; it counts only where its column means something. */
export interface CellFault {
  /** 1-based row of its sheet, 0-based column. */
  readonly line: number;
  readonly column: number;
  readonly code: "cell.error" | "cell.no-value" | "cell.merged-number" | "number.ambiguous";
  /** What stands there. */
  readonly found: string;
}
