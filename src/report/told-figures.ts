import type { Grades } from "../domain/grades.ts";
import { measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";
import { type Cell, cellOf, isFew, nearestFive } from "../kernels/disclosure/shown.ts";
import type { GroupSizes } from "../evaluate/group-sizes.ts";
import { inSteps, isToldOf, type Steps } from "./coarse.ts";
import { inFives, RATIO, ratioInFives, shownMeasures } from "./shown-measures.ts";

/** A plan's measures and today's, each as a number and, for those that count pupils, as the cell that may be told of it. */
interface ToldFigures {
  readonly value: (key: MeasureKey) => number | undefined;
  readonly today: (key: MeasureKey) => number | undefined;
  readonly cell: (key: MeasureKey) => Cell | undefined;
  readonly todaysCell: (key: MeasureKey) => Cell | undefined;
}

/** What counts nobody, in the steps that real pupils' sums are told in; nothing of too few. */
function toldAt(sizes: GroupSizes, key: MeasureKey, value: number | undefined): number | undefined {
  const measure = measureNamed(key);
  if (measure === undefined || value === undefined) return value;
  return isToldOf(sizes, measure) ? inSteps(sizes, measure, value) : undefined;
}

/**
 * A plan's measures and today's, as they may be told. In fives each count is the nearest five, as in every table and on every card
 * (`roundedCell`), and nothing more is hidden than one to four pupils, as in {@link shownMeasures}, by which sentences and files tell.
 */
export function toldFigures(
  grades: Grades,
  steps: Steps,
  todaysValues: ReadonlyMap<MeasureKey, number>,
  exact: (key: MeasureKey) => number | undefined,
): ToldFigures {
  const todays = (key: MeasureKey): number | undefined => todaysValues.get(key);
  const [now, then] = [exact, todays].map((values) => shownMeasures(grades, values, todays));
  if (steps === "exactly")
    return { value: exact, today: todays, cell: (key) => now.get(key), todaysCell: (key) => then.get(key) };
  const isTold = (cells: typeof now, key: MeasureKey, count: number): boolean => cells.has(key) && !isFew(count);
  const today = (key: MeasureKey): number | undefined => {
    const before = todays(key);
    if (key === RATIO) return ratioInFives(todays);
    return before !== undefined && isTold(then, key, before) ? nearestFive(before) : toldAt(steps, key, before);
  };
  const value = (key: MeasureKey): number | undefined => {
    const [after, before] = [exact(key), todays(key)];
    if (key === RATIO) return ratioInFives(exact);
    if (after === undefined || !isTold(now, key, after)) return toldAt(steps, key, after);
    return inFives(key, after, before);
  };
  const cell = (cells: typeof now, key: MeasureKey, count: number | undefined): Cell | undefined => {
    const measure = measureNamed(key);
    if (measure && !isToldOf(steps, measure)) return { kind: "hidden" };
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
