import {
  canCompare,
  type Cell,
  isToldAsItIs,
  type Measure,
  measureByKey,
  type MeasureKey,
  measuresAt,
  ranksPlans,
  toldFigures,
} from "../../src/index.ts";
import type { ComparedColumn, PlansCompared } from "../worker/messages.ts";

type Counts = Parameters<typeof toldFigures>[0];
type Told = ReturnType<typeof toldFigures>;

/** A measure of all plans beside each other. */
interface CompareRow {
  readonly measure: Measure<MeasureKey>;
  /** Whether its order of plans is too unsure for one of them to be called best. */
  readonly order: "sure" | "unsure";
  readonly today: RowCell;
  /** `[plan]` */
  readonly cells: readonly PlanCell[];
}

interface RowCell {
  readonly value: number | undefined;
  /** Of a measure that counts pupils, as it may be told. */
  readonly told: Cell | undefined;
}

interface PlanCell extends RowCell {
  /** From the plan that all are held against; absent for that plan, and where it would tell of few pupils. */
  readonly difference?: number;
  /** That no other plan is better, by as much as is written. */
  readonly is?: "best";
}

/**
 * The rows of the table. `base`: number of the plan that the others are held against; undefined: today's. `write` writes a value, so that
 * none is called better than another that reads alike.
 */
export function compareRows(
  {
    columns,
    unsure,
  }: Pick<PlansCompared, "unsure"> & {
    readonly columns: readonly Pick<ComparedColumn, "values" | "unfinished">[];
  },
  todays: ReadonlyMap<MeasureKey, number>,
  base: number | undefined,
  counts: Counts,
  write: (cell: RowCell, measure: Measure<MeasureKey>) => string,
): readonly CompareRow[] {
  const told = columns.map(({ values }): Told => toldFigures(counts, todays, (key) => values.get(key)));
  const isFinished = columns.map(({ unfinished }) => unfinished.length === 0);
  return measuresAt("compare").flatMap((key): readonly CompareRow[] => {
    const measure = measureByKey.get(key);
    if (!measure) return [];
    const cells = told.map((each, i): RowCell =>
      isFinished[i] ? { value: each.value(key), told: each.cell(key) } : NOTHING,
    );
    const [first] = told;
    const today: RowCell = { value: first?.today(key), told: first?.todaysCell(key) };
    if ([today, ...cells].every(({ value }) => value === undefined)) return [];
    const isComparable = columns.every(({ values }, i) => !isFinished[i] || canCompare(measure, values, todays));
    const best = isComparable && ranksPlans({ unsure }, measure) ? bestOf(cells, measure, write) : undefined;
    const against = base === undefined ? today : cells[base];
    return [
      {
        measure,
        order: ranksPlans({ unsure }, measure) ? "sure" : "unsure",
        today,
        cells: cells.map((cell, i): PlanCell => {
          const difference = i === base || !isComparable ? undefined : differenceOf(cell, against);
          const isBest = best !== undefined && write(cell, measure) === best && cell.value !== undefined;
          return { ...cell, ...(difference !== undefined && { difference }), ...(isBest && { is: "best" as const }) };
        }),
      },
    ];
  });
}

const NOTHING: RowCell = { value: undefined, told: undefined };

const isExact = ({ told }: RowCell): boolean => isToldAsItIs(told);

function differenceOf(cell: RowCell, against: RowCell): number | undefined {
  if (cell.value === undefined || against.value === undefined || !isExact(cell) || !isExact(against)) return undefined;
  return cell.value - against.value;
}

/** How the best of several plans is written; undefined where they all read alike, or some may not be told. */
function bestOf(
  cells: readonly RowCell[],
  measure: Measure<MeasureKey>,
  write: (cell: RowCell, measure: Measure<MeasureKey>) => string,
): string | undefined {
  const known = cells.filter(({ value }) => value !== undefined);
  if (measure.better === "neither" || known.length < 2 || !known.every(isExact)) return undefined;
  const written = new Set(known.map((cell) => write(cell, measure)));
  if (written.size === 1) return undefined;
  const sign = measure.better === "lower" ? 1 : -1;
  const [best] = known.toSorted((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)));
  return write(best, measure);
}
