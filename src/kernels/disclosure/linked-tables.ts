import type { Written } from "./shown.ts";

/**
 * Tables that count the same pupils in the same columns, row by row in different ways: by town, by district, by grade. An atom is a set
 * of pupils whom every table puts in one row. Published are the cells, each row's total and each column's; totals must be zero or at
 * least {@link SMALLEST_SHOWN} (merge rows and columns until they are).
 */
export interface LinkedTables {
  readonly columns: number;
  /** Pupils, `[atom * columns + column]`. */
  readonly counts: Uint32Array;
  readonly tables: readonly RowTable[];
  /** How a cell of five and more stands in a published table, `[column]`. Totals count as known whether they are written or not. */
  readonly written: readonly Written[];
}

export interface RowTable {
  readonly rows: number;
  /** Row of each atom, `[atom]`. */
  readonly rowOf: Uint32Array;
  /** An implied table is printed nowhere, but a reader who knows the map could find its cells by subtracting others. */
  readonly kind: "published" | "implied";
}

/** Shown; hidden because it counts one to four; hidden so that a small one cannot be found by subtraction. */
export const SHOWN = 0;
export const FEW = 1;
export const COMPLEMENTARY = 2;

/** A small cell, and a range of values that all agree with everything published: nobody can tell which is true. */
export interface ProtectedCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly low: number;
  readonly high: number;
}

/** Numbers of all cells, which a hypothetical world may differ in from the true one. */
export interface World {
  readonly counts: Int32Array;
  /** `[table][row * columns + column]`. */
  readonly cells: readonly Int32Array[];
}

export function trueWorld({ columns, counts, tables }: LinkedTables): World {
  const cells = tables.map(({ rows, rowOf }) => {
    const table = new Int32Array(rows * columns);
    counts.forEach((count, at) => (table[rowOf[Math.floor(at / columns)] * columns + (at % columns)] += count));
    return table;
  });
  return { counts: Int32Array.from(counts), cells };
}

export const copyWorld = ({ counts, cells }: World): World => ({
  counts: counts.slice(),
  cells: cells.map((table) => table.slice()),
});

/** `by` pupils of an atom more or fewer in one column. */
export interface Change {
  readonly atom: number;
  readonly column: number;
  readonly by: 1 | -1;
}

export function applyChanges(world: World, { tables, columns }: LinkedTables, changes: readonly Change[]): void {
  for (const { atom, column, by } of changes) {
    world.counts[atom * columns + column] += by;
    tables.forEach(({ rowOf }, table) => (world.cells[table][rowOf[atom] * columns + column] += by));
  }
}

/** One pupil of an atom into a column and one of another atom out of it, both by way of the other column: every total stays. */
export function exchange(atom: number, partner: number, column: number, other: number, by: 1 | -1): readonly Change[] {
  const opposite = by === 1 ? -1 : 1;
  return [
    { atom, column, by },
    { atom, column: other, by: opposite },
    { atom: partner, column, by: opposite },
    { atom: partner, column: other, by },
  ];
}
