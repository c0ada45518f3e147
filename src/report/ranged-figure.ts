import { moneyOf } from "../domain/currency.ts";
import type { Language } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import type { PlanTotals } from "../evaluate/plan-totals.ts";
import { formatRange, spanWords, writtenUnit } from "./format.ts";
import { rangeOf } from "./level-range.ts";
import { toldRange } from "./range-rows.ts";
import { type ToldValue, writeQuantity } from "./shown-measures.ts";

/**
 * A measure of one plan as text tells it, with its range wherever it is not known exactly: that of the same draws as its middle, or of how
 * exact the roads are. `undefined` where there is nothing to measure. One function for every command, so that none tells a bare middle.
 */
export function rangedFigure(
  basis: Pick<Basis, "municipality">,
  measure: Measure,
  told: ToldValue,
  totals: PlanTotals,
  language: Language,
): string | undefined {
  const range = rangeOf(measure, told, totals, basis.municipality.info);
  const unit = writtenUnit(measure.unit, moneyOf(basis.municipality.info));
  if (measure.range) return range && formatRange(toldRange(basis, measure, range), unit, language);
  if (told.value === undefined) return undefined;
  const figure = writeQuantity(told.value, told.cell, unit, language);
  return range ? `${figure} ${spanWords(range, unit, language)}` : figure;
}
