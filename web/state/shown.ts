import { type Cell, inSteps, measureNamed, type MeasureKey, shownMeasures } from "../../src/index.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";

/** How a measure of a listed plan may be told; undefined for measures that count nobody. */
export const listedCell = (view: CaseView, list: PlanList, plan: number, key: MeasureKey): Cell | undefined =>
  shownMeasures(
    view.grades,
    (name) => list.values.get(name)?.[plan],
    (name) => view.today.values.get(name),
    view.steps,
  ).get(key);

/** A measure of a listed plan as it may be told, NaN where it has none: of real pupils what counts nobody is told in steps. */
export function listedValue(view: CaseView, list: PlanList, plan: number, key: MeasureKey): number {
  const [value, measure] = [list.values.get(key)?.[plan] ?? NaN, measureNamed(key)];
  if (!measure || Number.isNaN(value) || listedCell(view, list, plan, key)) return value;
  return inSteps(view.steps, measure, value);
}

/** How high a bar or point stands: small groups stand all at one height. */
export function heightOf(cell: Cell): number {
  if (cell.kind === "few") return FEW_STANDS_AT;
  return cell.kind === "hidden" ? 0 : cell.pupils;
}
const FEW_STANDS_AT = 2.5;

/** Where a number stands in a picture that is read off; NaN where it is hidden, since any place would tell it or tell another. */
export const placeOf = (cell: Cell): number => (cell.kind === "hidden" ? NaN : heightOf(cell));

/** A measure of every listed plan as a picture may show it, `[plan]`; NaN where a plan has none to be told. */
export function placesOf(view: CaseView, list: PlanList, key: MeasureKey): Float64Array {
  const values = list.values.get(key) ?? new Float64Array(list.count).fill(NaN);
  return values.map((value, plan) => {
    const cell = Number.isNaN(value) ? undefined : listedCell(view, list, plan, key);
    return cell ? placeOf(cell) : listedValue(view, list, plan, key);
  });
}
