import {
  applyChanges,
  type Change,
  COMPLEMENTARY,
  copyWorld,
  exchange,
  FEW,
  type LinkedTables,
  type ProtectedCell,
  type RowTable,
  SHOWN,
  trueWorld,
  type World,
} from "./linked-tables.ts";
import { isFew, isWrittenAlike, SMALLEST_SHOWN } from "./shown.ts";

export interface Suppression {
  /** SHOWN, FEW or COMPLEMENTARY, `[table][row * columns + column]`; `undefined` for a table that must not be published at all. */
  readonly marks: readonly (Uint8Array | undefined)[];
  /** Every small cell with the range that is proven for it. */
  readonly proven: readonly ProtectedCell[];
}

/**
 * Hides every cell of one to four, and as many others as it takes so that no small one can be found by subtraction, within a
 * table or between tables. The proof for each small cell is made of other worlds: pupils are exchanged between two atoms and two columns
 * (the cycles of Kelly, Golden and Assad 1992, "Cell suppression: disclosure protection for sensitive tabular data"), which keeps every
 * total; the cells that would be written otherwise are hidden (in nearest fives most are not); so both worlds print the same. A reader is taken to know that a cell marked as few lies in 1 … 4,
 * that one hidden beside it is at least 5, and which cells are zero. Exchanges go on until the cell could be anything in 1 … 4;
 * where that cannot be had, any second value will do; where there is none, the table is left out. A heuristic: few hidden, not fewest.
 */
export function suppress(linked: LinkedTables): Suppression {
  const withheld = new Set<number>();
  for (;;) {
    const attempt = new Suppressor(linked, withheld);
    const stuck = attempt.protectAll();
    if (stuck === undefined) return attempt.result();
    withheld.add(stuck);
  }
}

/** Most atoms of which all pairs of exchanges are tried. */
const MOST_TRIED = 60;

class Suppressor {
  readonly #linked: LinkedTables;
  readonly #withheld: ReadonlySet<number>;
  readonly #truth: World;
  readonly #marks: readonly Uint8Array[];
  readonly #proven: ProtectedCell[] = [];
  readonly #atoms: readonly number[];
  readonly #printed: readonly RowTable[];
  /** One atom for each combination of rows of the printed tables that has any. */
  readonly #atomByRows: ReadonlyMap<number, number>;

  constructor(linked: LinkedTables, withheld: ReadonlySet<number>) {
    this.#linked = linked;
    this.#withheld = withheld;
    this.#truth = trueWorld(linked);
    this.#marks = this.#truth.cells.map((cells) => Uint8Array.from(cells, (value) => (isFew(value) ? FEW : SHOWN)));
    this.#atoms = Array.from({ length: linked.counts.length / linked.columns }, (_, atom) => atom);
    this.#printed = linked.tables.filter(({ kind }, table) => kind === "published" && !withheld.has(table));
    this.#atomByRows = new Map(
      this.#atoms.map((atom) => [this.#printed.reduce((key, { rows, rowOf }) => key * rows + rowOf[atom], 0), atom]),
    );
  }

  result(): Suppression {
    const { tables } = this.#linked;
    const marks = this.#marks.map((table, number) =>
      this.#withheld.has(number) || tables[number].kind === "implied" ? undefined : table,
    );
    return { marks, proven: this.#proven };
  }

  /** Number of the table that cannot be published, if there is one. */
  protectAll(): number | undefined {
    const { tables, columns } = this.#linked;
    for (let table = 0; table < tables.length; table++) {
      if (this.#withheld.has(table)) continue;
      const small = Array.from(this.#truth.cells[table], (value, cell) => (isFew(value) ? cell : -1)).filter(
        (cell) => cell >= 0,
      );
      for (const cell of small) {
        const proven = this.#protect(table, Math.floor(cell / columns), cell % columns);
        if (proven.low === proven.high) return tables[table].kind === "published" ? table : this.#finest();
        this.#proven.push(proven);
      }
    }
    return undefined;
  }

  /** The published table with most rows: leaving it out takes most away from whoever subtracts. */
  #finest(): number | undefined {
    return this.#linked.tables
      .map((table, number) => ({ ...table, number }))
      .filter(({ kind, number }) => kind === "published" && !this.#withheld.has(number))
      .toSorted((a, b) => b.rows - a.rows)[0]?.number;
  }

  /** The lowest and highest value the cell can be given in worlds that print the same, one exchange at a time. */
  #protect(table: number, row: number, column: number): ProtectedCell {
    const { columns } = this.#linked;
    const reach = (by: 1 | -1, last: number): number => {
      const world = copyWorld(this.#truth);
      const cells = world.cells[table];
      while (cells[row * columns + column] !== last) {
        const changes = this.#cheapest(world, table, row, column, by);
        if (!changes) break;
        this.#hide(world, changes);
        applyChanges(world, this.#linked, changes);
      }
      return cells[row * columns + column];
    };
    return { table, row, column, low: reach(-1, 1), high: reach(1, SMALLEST_SHOWN - 1) };
  }

  /** The exchange that changes the cell by one and hides fewest more cells, and among those with fewest pupils. */
  #cheapest(world: World, table: number, row: number, column: number, by: 1 | -1): readonly Change[] | undefined {
    const { tables } = this.#linked;
    const { rowOf } = tables[table];
    const inside = this.#atoms.filter((atom) => rowOf[atom] === row);
    const outside = this.#atoms.filter((atom) => rowOf[atom] !== row);
    if (tables[table].kind === "implied") {
      const within = this.#withinColumn(world, inside, outside, column, by);
      if (within) return within;
    }
    let best: { readonly cost: number; readonly changes: readonly Change[] } | undefined;
    for (const atom of inside)
      for (let other = 0; other < this.#linked.columns; other++) {
        if (other === column || !this.#mayGive(world, atom, by === 1 ? other : column)) continue;
        for (const partner of outside) {
          if (!this.#mayGive(world, partner, by === 1 ? column : other)) continue;
          const cost = this.#cost(world, atom, partner, column, other, by);
          if (cost < (best?.cost ?? Infinity)) best = { cost, changes: exchange(atom, partner, column, other, by) };
          if (cost === 0) return best?.changes;
        }
      }
    const together = this.#canTryAll() ? this.#together(world, inside, outside, column, by) : undefined;
    return together ?? best?.changes;
  }

  #canTryAll(): boolean {
    return this.#linked.columns === 2 && this.#atoms.length <= MOST_TRIED;
  }

  /**
   * Two exchanges each of which would show, and which together do not: a row that the one makes too large or small for its five the other
   * brings back. All of them are tried; where they are too many, more is hidden.
   */
  #together(
    world: World,
    inside: readonly number[],
    outside: readonly number[],
    column: number,
    by: 1 | -1,
  ): readonly Change[] | undefined {
    const other = 1 - column;
    for (const atom of inside)
      for (const partner of outside)
        for (const gains of outside)
          for (const loses of outside) {
            if (gains === loses || gains === partner || loses === partner) continue;
            const changes = [
              ...exchange(atom, partner, column, other, by),
              ...exchange(gains, loses, column, other, by),
            ];
            if (changes.every((change) => change.by > 0 || this.#mayGive(world, change.atom, change.column)))
              if (this.#costOf(world, changes) === 0) return changes;
          }
    return undefined;
  }

  #costOf(world: World, changes: readonly Change[]): number {
    let cost = 0;
    this.#linked.tables.forEach(({ kind }, table) => {
      if (kind === "implied" || this.#withheld.has(table)) return;
      for (const [cell, by] of this.#netOf(table, changes))
        if (by !== 0) cost += this.#cellCost(world, table, cell, by);
    });
    return cost;
  }

  #netOf(table: number, changes: readonly Change[]): ReadonlyMap<number, number> {
    const { tables, columns } = this.#linked;
    const net = new Map<number, number>();
    for (const { atom, column, by } of changes) {
      const cell = tables[table].rowOf[atom] * columns + column;
      net.set(cell, (net.get(cell) ?? 0) + by);
    }
    return net;
  }

  #mayGive(world: World, atom: number, column: number): boolean {
    return world.counts[atom * this.#linked.columns + column] > 0;
  }

  /**
   * Four atoms, one column: what one town gains in this district it loses in another, and a second town the other way round. No printed
   * cell changes, so nothing more need be hidden.
   */
  #withinColumn(
    world: World,
    inside: readonly number[],
    outside: readonly number[],
    column: number,
    by: 1 | -1,
  ): readonly Change[] | undefined {
    const gives = (atom: number): boolean => this.#mayGive(world, atom, column);
    const opposite = by === 1 ? -1 : 1;
    const firsts = inside.filter((atom) => by === 1 || gives(atom));
    const seconds = outside.filter((atom) => by === -1 || gives(atom));
    for (const first of firsts)
      for (const second of seconds)
        for (const third of seconds) {
          const fourth = third === second ? undefined : this.#closing(first, second, third);
          if (fourth === undefined || inside.includes(fourth) || (by === -1 && !gives(fourth))) continue;
          return [
            { atom: first, column, by },
            { atom: second, column, by: opposite },
            { atom: third, column, by: opposite },
            { atom: fourth, column, by },
          ];
        }
    return undefined;
  }

  /** The atom that makes up in every printed table for what the first gains from the second and third. */
  #closing(first: number, second: number, third: number): number | undefined {
    let key = 0;
    for (const { rowOf, rows } of this.#printed) {
      const same = rowOf[first] === rowOf[second];
      if (!same && rowOf[first] !== rowOf[third]) return undefined;
      key = key * rows + (same ? rowOf[third] : rowOf[second]);
    }
    return this.#atomByRows.get(key);
  }

  /** What an exchange hides beyond what is hidden: cells, and their pupils as a fraction. `Infinity` where it would show. */
  #cost(world: World, atom: number, partner: number, column: number, other: number, by: 1 | -1): number {
    const { tables, columns } = this.#linked;
    let cost = 0;
    for (let table = 0; table < tables.length && cost < Infinity; table++) {
      const { rowOf, kind } = tables[table];
      if (kind === "implied" || this.#withheld.has(table) || rowOf[atom] === rowOf[partner]) continue;
      const [own, theirs] = [rowOf[atom] * columns, rowOf[partner] * columns];
      cost += this.#cellCost(world, table, own + column, by) + this.#cellCost(world, table, theirs + other, by);
      const opposite = by === 1 ? -1 : 1;
      cost += this.#cellCost(world, table, own + other, opposite);
      cost += this.#cellCost(world, table, theirs + column, opposite);
    }
    return cost;
  }

  #cellCost(world: World, table: number, cell: number, by: number): number {
    const after = world.cells[table][cell] + by;
    const mark = this.#marks[table][cell];
    if (mark === FEW) return isFew(after) ? 0 : Infinity;
    const truth = this.#truth.cells[table][cell];
    if (truth === 0 || after < SMALLEST_SHOWN) return Infinity;
    return mark === COMPLEMENTARY || this.#isAlike(cell, truth, after) ? 0 : 1 + truth / 1e6;
  }

  #isAlike(cell: number, truth: number, after: number): boolean {
    const { written, columns } = this.#linked;
    return isWrittenAlike(written[cell % columns], truth, after);
  }

  /** The cells that would be written otherwise than they are, were the world so. */
  #hide(world: World, changes: readonly Change[]): void {
    this.#linked.tables.forEach(({ kind }, table) => {
      if (kind === "implied" || this.#withheld.has(table)) return;
      for (const [cell, by] of this.#netOf(table, changes)) {
        const isAlike = this.#isAlike(cell, this.#truth.cells[table][cell], world.cells[table][cell] + by);
        if (!isAlike && this.#marks[table][cell] === SHOWN) this.#marks[table][cell] = COMPLEMENTARY;
      }
    });
  }
}
