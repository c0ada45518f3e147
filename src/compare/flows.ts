import type { Grades } from "../domain/grades.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { type Cell, roundedCell } from "../kernels/disclosure/shown.ts";

/** Pupils who go from one school to another, by grade band. */
export interface Flow {
  /** Site numbers; NO_SITE for pupils who have none. */
  readonly from: number;
  readonly to: number;
  /** `[band]` */
  readonly pupils: readonly number[];
}

/**
 * Who goes from which school to which between two plans of the same units, exact; schools in ascending order. `unitBand`: pupils,
 * `[unit * BAND_COUNT + band]`. Of each school and band, pupils before less those who leave and with those who come are pupils after.
 */
export function flowsBetween(
  { assignment: before, grades }: Plan,
  { assignment: after }: Plan,
  unitBand: ArrayLike<number>,
): readonly Flow[] {
  const found = new Map<number, Flow & { readonly pupils: number[] }>();
  for (let pair = 0; pair < after.length; pair++) {
    const [from, to] = [before[pair], after[pair]];
    if (from === to || unitBand[pair] === 0) continue;
    const key = from * (NO_SITE + 1) + to;
    const flow = found.get(key) ?? { from, to, pupils: Array.from({ length: grades.bandCount }, () => 0) };
    flow.pupils[pair % grades.bandCount] += unitBand[pair];
    found.set(key, flow);
  }
  return [...found.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** A row of flows as it may be told. */
interface ToldRow {
  /** `[band]` */
  readonly bands: readonly Cell[];
  readonly total: Cell;
}

export interface ToldFlows {
  readonly rows: readonly (ToldRow & Pick<Flow, "from" | "to">)[];
  /** All who change school. */
  readonly all: ToldRow;
}

/**
 * Flows as they may be told, with all who change: they sort pupils by where they live, so all are nearest fives, and one to four are never told
 * ({@link roundedCell}). Each total is that of the exact numbers, rounded by itself.
 */
export function toldFlows(grades: Grades, flows: readonly Flow[]): ToldFlows {
  return {
    rows: flows.map(({ from, to, pupils }) => ({ from, to, ...toldRow(pupils) })),
    all: toldRow(bandTotals(grades, flows)),
  };
}

const toldRow = (pupils: readonly number[]): ToldRow => ({
  bands: pupils.map(roundedCell),
  total: roundedCell(pupils.reduce((sum, count) => sum + count, 0)),
});

const bandTotals = (grades: Grades, flows: readonly Flow[]): readonly number[] =>
  grades.bands.map(({ band }) => flows.reduce((sum, { pupils }) => sum + pupils[band], 0));
