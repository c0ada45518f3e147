import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLEMENTARY, FEW, type LinkedTables, SHOWN, trueWorld } from "../../src/kernels/disclosure/linked-tables.ts";
import { isWrittenAlike, type Written } from "../../src/kernels/disclosure/shown.ts";
import { suppress, type Suppression } from "../../src/kernels/disclosure/suppress.ts";

/** How all columns are written. */
type InTable = Extract<Written, "exactly" | "in-fives">;
const columnsWritten = (columns: number, written: InTable): readonly Written[] =>
  Array.from({ length: columns }, () => written);

/** One table, row by row. */
const single = (rows: readonly (readonly number[])[], written: InTable = "exactly"): LinkedTables => ({
  columns: rows[0].length,
  written: columnsWritten(rows[0].length, written),
  counts: Uint32Array.from(rows.flat()),
  tables: [{ rows: rows.length, rowOf: Uint32Array.from(rows, (_, row) => row), kind: "published" }],
});

/** Two tables over the same pupils, two rows each: atom 2t + d lies in row t of the first and row d of the second. */
const crossed = (atoms: readonly (readonly number[])[], written: InTable = "exactly"): LinkedTables => ({
  columns: atoms[0].length,
  written: columnsWritten(atoms[0].length, written),
  counts: Uint32Array.from(atoms.flat()),
  tables: [
    { rows: 2, rowOf: Uint32Array.of(0, 0, 1, 1), kind: "published" },
    { rows: 2, rowOf: Uint32Array.of(0, 1, 0, 1), kind: "published" },
    { rows: 4, rowOf: Uint32Array.of(0, 1, 2, 3), kind: "implied" },
  ],
});

const large = (total: number) => total === 0 || total >= 5;

const totalsAreLarge = ({ columns, counts, tables }: LinkedTables): boolean => {
  const sums = (keyOf: (at: number) => number) => {
    const totals = new Map<number, number>();
    counts.forEach((count, at) => totals.set(keyOf(at), (totals.get(keyOf(at)) ?? 0) + count));
    return [...totals.values()];
  };
  return (
    sums((at) => at % columns).every(large) &&
    tables.every(({ rowOf, kind }) => kind === "implied" || sums((at) => rowOf[Math.floor(at / columns)]).every(large))
  );
};

/** Whether a number may stand behind a cell that is shown: zero is zero, and five and more are what is written. */
const readsAs = (written: Written, value: number, truth: number): boolean =>
  truth === 0 ? value === 0 : value >= 5 && isWrittenAlike(written, value, truth);

/**
 * What a reader can work out, by trying every way to fill in the atoms: for each cell of each table the set of values it has in some
 * world that agrees with every printed cell and total, and with what the marks say.
 */
function everyWorld(linked: LinkedTables, { marks }: Suppression): readonly (readonly Set<number>[])[] {
  const { columns, tables, counts, written } = linked;
  const truth = trueWorld(linked);
  const off = written[0] === "in-fives" ? 4 : 0;
  const found = truth.cells.map((cells) => Array.from(cells, () => new Set<number>()));
  const world = new Int32Array(counts.length);
  const columnTotal = Array.from({ length: columns }, (_, column) =>
    counts.reduce((sum, count, at) => (at % columns === column ? sum + count : sum), 0),
  );
  const atoms = counts.length / columns;
  const cells = tables.map(({ rows }) => new Int32Array(rows * columns));
  /** Adds up the cells of a column whose atoms are all filled in; whether they agree with what is printed. */
  const agrees = (column: number): boolean =>
    tables.every(({ rows, rowOf }, table) => {
      const own = cells[table];
      for (let row = 0; row < rows; row++) own[row * columns + column] = 0;
      for (let atom = 0; atom < atoms; atom++) own[rowOf[atom] * columns + column] += world[atom * columns + column];
      const printed = marks[table];
      if (!printed) return true;
      for (let cell = column; cell < own.length; cell += columns) {
        const value = own[cell];
        if (printed[cell] === SHOWN && !readsAs(written[column], value, truth.cells[table][cell])) return false;
        if (printed[cell] === FEW && (value < 1 || value > 4)) return false;
        if (printed[cell] === COMPLEMENTARY && value < 5) return false;
      }
      return true;
    });
  const hasTotals = (table: number): boolean => {
    const own = cells[table];
    for (let row = 0; marks[table] && row < tables[table].rows; row++) {
      let [total, trueTotal] = [0, 0];
      for (let cell = row * columns; cell < (row + 1) * columns; cell++) {
        total += own[cell];
        trueTotal += truth.cells[table][cell];
      }
      if (total !== trueTotal) return false;
    }
    return true;
  };
  const note = (): void => {
    if (!tables.every((_, table) => hasTotals(table))) return;
    cells.forEach((own, table) => own.forEach((value, cell) => found[table][cell].add(value)));
  };
  const fill = (at: number, left: number): void => {
    const column = Math.floor(at / atoms);
    if (at > 0 && at % atoms === 0 && !agrees(column - 1)) return;
    if (column === columns) return note();
    const atom = at % atoms;
    // A printed cell bounds the atoms in it, which is what keeps the number of worlds small.
    let most = left;
    let least = atom === atoms - 1 ? left : 0;
    tables.forEach(({ rowOf }, table) => {
      const cell = rowOf[atom] * columns + column;
      const mark = marks[table]?.[cell] ?? COMPLEMENTARY;
      if (mark === SHOWN) most = Math.min(most, truth.cells[table][cell] + off);
      if (mark === FEW) most = Math.min(most, 4);
      if (mark === SHOWN && tables.length === 1) least = Math.max(least, truth.cells[table][cell] - off);
    });
    for (let count = least; count <= most; count++) {
      world[atom * columns + column] = count;
      fill(at + 1, atom === atoms - 1 ? (columnTotal[column + 1] ?? 0) : left - count);
    }
  };
  fill(0, columnTotal[0]);
  return found;
}

function expectProtected(linked: LinkedTables): Suppression {
  const suppression = suppress(linked);
  const truth = trueWorld(linked);
  const worlds = everyWorld(linked, suppression);
  for (const { table, row, column, low, high } of suppression.proven) {
    const values = worlds[table][row * linked.columns + column];
    expect(low).toBeLessThan(high);
    // What the exchanges prove is really there, and the truth is among it.
    for (let value = low; value <= high; value++) expect(values.has(value)).toBe(true);
    expect(values.has(truth.cells[table][row * linked.columns + column])).toBe(true);
  }
  suppression.marks.forEach((marks, table) => {
    if (!marks) return;
    truth.cells[table].forEach((value, cell) => {
      expect(marks[cell] === FEW).toBe(value > 0 && value < 5);
      if (value === 0) expect(marks[cell]).toBe(SHOWN);
      if (marks[cell] === FEW) expect(worlds[table][cell].size).toBeGreaterThan(1);
    });
  });
  return suppression;
}

test("one small cell takes three others with it, and then could be anything from one to four", () => {
  const suppression = expectProtected(
    single([
      [2, 20, 30],
      [20, 9, 30],
      [40, 40, 40],
    ]),
  );
  const [marks] = suppression.marks;
  expect([...marks!].filter((mark) => mark === FEW)).toHaveLength(1);
  expect([...marks!].filter((mark) => mark === COMPLEMENTARY)).toHaveLength(3);
  expect(suppression.proven).toEqual([{ table: 0, row: 0, column: 0, low: 1, high: 4 }]);
});

test("nothing is hidden where nothing is small", () => {
  const { marks, proven } = suppress(
    single([
      [5, 20],
      [0, 9],
    ]),
  );
  expect([...marks[0]!]).toEqual([0, 0, 0, 0]);
  expect(proven).toEqual([]);
});

test("a small cell beside the smallest that may be shown is not given away by that one's being at least five", () => {
  // 1 + 5 = 6: if the five were hidden alone in its row, "at least 5" would fix the one.
  const { proven } = expectProtected(
    single([
      [1, 5, 9],
      [9, 9, 0],
      [7, 7, 7],
    ]),
  );
  expect(proven[0]).toMatchObject({ row: 0, column: 0, low: 1 });
});

test("a table that no exchange can protect is left out", () => {
  // The zeros under and beside the four and the two give them away by subtraction, whatever is hidden.
  expect(
    suppress(
      single([
        [4, 2, 0],
        [0, 0, 8],
        [1, 3, 9],
      ]),
    ).marks[0],
  ).toBeDefined();
  expect(
    suppress(
      single([
        [4, 5, 0],
        [0, 0, 8],
        [1, 0, 9],
      ]),
    ).marks[0],
  ).toBeUndefined();
  expect(suppress(single([[3, 9]])).marks[0]).toBeUndefined();
});

const cell = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 5, max: 8 }));

test("in nearest fives nothing need be hidden beside a small cell where the fives hide it already", () => {
  const rows = [
    [2, 20, 30],
    [20, 9, 30],
    [40, 40, 40],
  ];
  const suppression = expectProtected(single(rows, "in-fives"));
  expect([...suppression.marks[0]!].filter((mark) => mark === COMPLEMENTARY)).toEqual([]);
  expect(suppression.proven).toEqual([{ table: 0, row: 0, column: 0, low: 1, high: 4 }]);
});

test("nor where one exchange would show in a row that another brings back", () => {
  // Of two columns the second is printed. School 1 has 12 and town 1 has 17, the most that stand as 10 and as 15, so that their one
  // can be no more unless one of the same school and one of the same town are fewer, and a fourth makes up for both.
  const lost = [1, 11, 16, 6, 17];
  const linked: LinkedTables = {
    columns: 2,
    written: ["nowhere", "in-fives"],
    counts: Uint32Array.from(lost.flatMap((pupils) => [50, pupils])),
    tables: [
      { rows: 3, rowOf: Uint32Array.of(0, 0, 1, 2, 2), kind: "published" },
      { rows: 3, rowOf: Uint32Array.of(0, 1, 0, 1, 2), kind: "published" },
      { rows: 5, rowOf: Uint32Array.of(0, 1, 2, 3, 4), kind: "implied" },
    ],
  };
  const { marks, proven } = suppress(linked);
  for (const mark of [...marks[0]!, ...marks[1]!]) expect(mark).toBe(SHOWN);
  expect(proven).toMatchObject([{ table: 2, row: 0, column: 1, low: 1, high: 4 }]);
});

test.each(["exactly", "in-fives"] as const)(
  "in every small table told %s no small cell can be computed: against every way to fill it in",
  (written) => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    let published = 0;
    fc.assert(
      fc.property(table, (rows) => {
        const linked = single(rows, written);
        fc.pre(totalsAreLarge(linked));
        const { marks, proven } = expectProtected(linked);
        if (marks[0] && proven.length > 0) published++;
      }),
      { numRuns: 40, seed: 1 },
    );
    expect(published).toBeGreaterThan(5);
  },
);

test.each(["exactly", "in-fives"] as const)(
  "with two tables of the same pupils, told %s, no small cell can be computed, nor a small group found between them",
  (written) => {
    const small = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 4, max: 7 }));
    const atoms = fc.array(fc.array(small, { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 });
    let published = 0;
    fc.assert(
      fc.property(atoms, (rows) => {
        const linked = crossed(rows, written);
        fc.pre(totalsAreLarge(linked));
        const { marks, proven } = expectProtected(linked);
        if (marks[0] && marks[1] && proven.length > 0) published++;
      }),
      { numRuns: 30, seed: 2 },
    );
    expect(published).toBeGreaterThan(2);
  },
);
