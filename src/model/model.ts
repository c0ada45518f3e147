/**
 * A linear or mixed-integer model as plain data, which no solver's name stands above: minimise cost x subject to
 * lower <= x <= upper and to rows. Every bound is finite (solvers have returned wrong answers for infinite ones), and every
 * row keeps the name of its rule, so that "infeasible" can be answered with which rules collide.
 */
export interface Model {
  /** `[column]` */
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the column must be whole, `[column]`. */
  readonly integer: Uint8Array;
  readonly rows: readonly ConstraintRow[];
}

/** lower <= sum of coefficient * column <= upper; `-Infinity` and `Infinity` leave a side open. */
export interface ConstraintRow {
  readonly rule: string;
  readonly lower: number;
  readonly upper: number;
  readonly columns: Int32Array;
  readonly coefficients: Float64Array;
}

export interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly integer: "whole" | "any";
}

export type Term = readonly [column: number, coefficient: number];

/** Sets columns by what others are, `[column]`. */
type Follow = (values: Float64Array) => void;

/** Collects columns and rows; each rule adds its own. */
export class ModelBuilder {
  readonly #columns: Column[] = [];
  readonly #rows: ConstraintRow[] = [];
  readonly #follows: Follow[] = [];

  /** Returns the column's number. Throws where a bound is not finite. */
  addColumn(column: Column): number {
    if (!Number.isFinite(column.lower) || !Number.isFinite(column.upper))
      throw new RangeError(`Column ${this.#columns.length} has a bound that is not finite.`);
    return this.#columns.push(column) - 1;
  }

  /** A yes-or-no decision. */
  addChoice(cost: number): number {
    return this.addColumn({ cost, lower: 0, upper: 1, integer: "whole" });
  }

  addRow(rule: string, lower: number, upper: number, terms: readonly Term[]): void {
    this.#rows.push({
      rule,
      lower,
      upper,
      columns: Int32Array.from(terms, ([column]) => column),
      coefficients: Float64Array.from(terms, ([, coefficient]) => coefficient),
    });
  }

  /** How columns that count what others cause follow from those: at the least that every row allows. */
  follow(follow: Follow): void {
    this.#follows.push(follow);
  }

  /** Sets all columns that follow from others, `[column]`. */
  complete(values: Float64Array): void {
    for (const follow of this.#follows) follow(values);
  }

  /**
   * Columns that `add` adds are kept out of the objective: their costs come back as the terms of a row instead. For an
   * objective that has had its turn and is now held by a row.
   */
  collectColumns(add: () => void): readonly Term[] {
    const from = this.#columns.length;
    add();
    const terms: Term[] = [];
    for (let column = from; column < this.#columns.length; column++) {
      const { cost, ...rest } = this.#columns[column];
      if (cost !== 0) terms.push([column, cost]);
      this.#columns[column] = { ...rest, cost: 0 };
    }
    return terms;
  }

  build(): Model {
    const columns = this.#columns;
    return {
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      integer: Uint8Array.from(columns, ({ integer }) => (integer === "whole" ? 1 : 0)),
      rows: this.#rows,
    };
  }
}

export const sumOf = (terms: readonly Term[], values: ArrayLike<number>): number =>
  terms.reduce((sum, [column, coefficient]) => sum + coefficient * values[column], 0);

export const activity = ({ columns, coefficients }: ConstraintRow, values: ArrayLike<number>): number => {
  let sum = 0;
  for (let term = 0; term < columns.length; term++) sum += coefficients[term] * values[columns[term]];
  return sum;
};

export const objectiveOf = ({ cost }: Model, values: ArrayLike<number>): number =>
  cost.reduce((sum, price, column) => sum + price * values[column], 0);
