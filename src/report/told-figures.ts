import type { Grades } from "../domain/grades.ts";
import type { MeasureKey } from "../evaluate/measures/table.ts";
import { type Cell, cellOf, type Counts, isFew, nearestFive } from "../kernels/disclosure/shown.ts";
import { inFives, shownMeasures } from "./shown-measures.ts";

/** A plan's measures and today's, each as a number and, for those that count pupils, as the cell that may be told of it. */
interface ToldFigures {
  readonly value: (key: MeasureKey) => number | undefined;
  readonly today: (key: MeasureKey) => number | undefined;
  readonly cell: (key: MeasureKey) => Cell | undefined;
  readonly todaysCell: (key: MeasureKey) => Cell | undefined;
}

const RATIO = "pupils-ratio" satisfies MeasureKey;

/** Of the counts as they are told: the exact one would tell, stroke by stroke, of single children. */
function ratioOf(told: (key: MeasureKey) => number | undefined): number | undefined {
  const [most, least] = [told("pupils-most"), told("pupils-least")];
  return most !== undefined && least !== undefined && least > 0 ? most / least : undefined;
}

/**
 * A plan's measures and today's, as they may be told. In fives each count is the nearest five, as in every table and on every card
 * (`roundedCell`), and nothing more is hidden than one to four pupils, as in {@link shownMeasures}, by which sentences and files tell.
 */
export function toldFigures(
  grades: Grades,
  counts: Counts,
  todaysValues: ReadonlyMap<MeasureKey, number>,
  exact: (key: MeasureKey) => number | undefined,
): ToldFigures {
  const todays = (key: MeasureKey): number | undefined => todaysValues.get(key);
  const [now, then] = [shownMeasures(grades, exact, todays), shownMeasures(grades, todays, todays)];
  if (counts === "exactly")
    return { value: exact, today: todays, cell: (key) => now.get(key), todaysCell: (key) => then.get(key) };
  const isTold = (cells: typeof now, key: MeasureKey, count: number): boolean => cells.has(key) && !isFew(count);
  const today = (key: MeasureKey): number | undefined => {
    const before = todays(key);
    if (key === RATIO) return before && ratioOf(today);
    return before !== undefined && isTold(then, key, before) ? nearestFive(before) : before;
  };
  const value = (key: MeasureKey): number | undefined => {
    const [after, before] = [exact(key), todays(key)];
    if (key === RATIO) return after && ratioOf(value);
    if (after === undefined || !isTold(now, key, after)) return after;
    return inFives(key, after, before);
  };
  const cell = (cells: typeof now, key: MeasureKey, count: number | undefined): Cell | undefined => {
    if (key === RATIO || count === undefined || !cells.has(key)) return cells.get(key);
    return cellOf(count);
  };
  return {
    value,
    today,
    cell: (key) => cell(now, key, value(key)),
    todaysCell: (key) => cell(then, key, today(key)),
  };
}
