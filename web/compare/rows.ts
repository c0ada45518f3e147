import {
  canCompare,
  type Cell,
  differenceAsWritten,
  isToldAsItIs,
  type Measure,
  measureNamed,
  type MeasureKey,
  measuresAt,
  ranksPlans,
  savesMost,
  toldFigures,
  writtenUnit,
  type WrittenUnit,
} from "../../src/index.ts";
import type { CaseView, ComparedColumn, PlansCompared } from "../worker/messages.ts";

type ToldFigures = ReturnType<typeof toldFigures>;

/** A measure of all plans beside each other. */
interface CompareRow {
  readonly measure: Measure<MeasureKey>;
  /** Whether its order of plans is too unsure for one of them to be called best, and none is by what cannot be otherwise. */
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

export type BestMark = "best" | "best-of-plans";

interface PlanCell extends RowCell {
  /** From the plan that all are held against; absent for that plan, and where it would tell of few pupils. */
  readonly difference?: number;
  /** That no other plan is better, by as much as is written; "best-of-plans" where the schools of today are. */
  readonly is?: BestMark;
}

type Compared = Pick<PlansCompared, "unsure" | "pairs"> & {
  readonly columns: readonly Pick<ComparedColumn, "values" | "unfinished" | "changes">[];
};

/**
 * The rows of the table. `base`: number of the plan that the others are held against; undefined: today's. `write` writes a value, so that
 * none is called better than another that reads alike.
 */
export function compareRows(
  { grades, steps, currency }: Pick<CaseView, "grades" | "steps" | "currency">,
  { columns, unsure, pairs }: Compared,
  todays: ReadonlyMap<MeasureKey, number>,
  base: number | undefined,
  write: (cell: RowCell, measure: Measure<MeasureKey>) => string,
): readonly CompareRow[] {
  const told = columns.map(({ values }): ToldFigures => toldFigures(grades, steps, todays, (key) => values.get(key)));
  const isFinished = columns.map(({ unfinished }) => unfinished.length === 0);
  return measuresAt("compare").flatMap((key): readonly CompareRow[] => {
    const measure = measureNamed(key);
    if (!measure) return [];
    const cells = told.map((each, i): RowCell =>
      isFinished[i] ? { value: each.value(key), told: each.cell(key) } : NOTHING,
    );
    const [first] = told;
    const today: RowCell = { value: first?.today(key), told: first?.todaysCell(key) };
    if ([today, ...cells].every(({ value }) => value === undefined)) return [];
    const isComparable = columns.every(({ values }, i) => !isFinished[i] || canCompare(measure, values, todays));
    const winners = surelyBest(measure, { columns, unsure, pairs }, cells);
    const best = isComparable && winners.length > 0 ? bestOf(cells, winners, measure, write) : undefined;
    const mark = best && isBetter(today, best, measure, write) ? "best-of-plans" : "best";
    const against = base === undefined ? today : cells[base];
    return [
      {
        measure,
        order: winners.length > 0 || areAlike(cells, measure, write) ? "sure" : "unsure",
        today,
        cells: cells.map((cell, i): PlanCell => {
          const difference =
            i === base || !isComparable ? undefined : differenceOf(cell, against, writtenUnit(measure.unit, currency));
          const isBest = best && cell.value !== undefined && write(cell, measure) === write(best, measure);
          return { ...cell, ...(difference !== undefined && { difference }), ...(isBest && { is: mark }) };
        }),
      },
    ];
  });
}

const NOTHING: RowCell = { value: undefined, told: undefined };

const isExact = ({ told }: RowCell): boolean => isToldAsItIs(told);

/** As far as they lie apart as they are written. */
function differenceOf(cell: RowCell, against: RowCell, unit: WrittenUnit): number | undefined {
  if (cell.value === undefined || against.value === undefined || !isExact(cell) || !isExact(against)) return undefined;
  return differenceAsWritten(cell.value, against.value, unit);
}

/**
 * Numbers of the plans that may be called best where their value is: all of them where the order can be relied on; of money that which saves
 * more than each of the others in so many computations that it can be told; else those at nothing, the least there is, in which no area
 * goes to another school: with other pupils it is nothing too.
 */
function surelyBest(
  measure: Measure<MeasureKey>,
  { columns, unsure, pairs }: Compared,
  cells: readonly RowCell[],
): readonly number[] {
  const known = [...cells.keys()].filter((plan) => cells[plan].value !== undefined);
  if (ranksPlans({ unsure }, measure)) return known;
  if (measure.key === "saving") return known.filter((plan) => savesMost(pairs, plan));
  if (measure.better !== "lower" || measure.range !== undefined) return [];
  return known.filter((plan) => cells[plan].value === 0 && columns[plan].changes["changes-school"].length === 0);
}

/** Nothing is unsure where there is nothing to choose between. */
const areAlike = (
  cells: readonly RowCell[],
  measure: Measure<MeasureKey>,
  write: (cell: RowCell, measure: Measure<MeasureKey>) => string,
): boolean => new Set(cells.filter(({ value }) => value !== undefined).map((cell) => write(cell, measure))).size < 2;

/** The best of several plans; undefined where they all read alike, some may not be told, or it is none of the `sure`. */
function bestOf(
  cells: readonly RowCell[],
  sure: readonly number[],
  measure: Measure<MeasureKey>,
  write: (cell: RowCell, measure: Measure<MeasureKey>) => string,
): RowCell | undefined {
  const known = cells.filter(({ value }) => value !== undefined);
  if (measure.better === "neither" || areAlike(cells, measure, write) || !known.every(isExact)) return undefined;
  const [best] = known.toSorted((a, b) => worseBy(a, b, measure));
  return sure.includes(cells.indexOf(best)) ? best : undefined;
}

/** Above zero where the first is worse. */
const worseBy = (a: RowCell, b: RowCell, { better }: Measure<MeasureKey>): number =>
  (better === "lower" ? 1 : -1) * ((a.value ?? 0) - (b.value ?? 0));

/** Whether the schools of today are known to be better than a plan, by as much as is written. */
const isBetter = (
  today: RowCell,
  plan: RowCell,
  measure: Measure<MeasureKey>,
  write: (cell: RowCell, measure: Measure<MeasureKey>) => string,
): boolean =>
  today.value !== undefined &&
  isExact(today) &&
  worseBy(plan, today, measure) > 0 &&
  write(plan, measure) !== write(today, measure);
