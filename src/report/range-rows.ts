import { type Currency, moneyOf } from "../domain/currency.ts";
import { type MeasureKey, measuresIn } from "../evaluate/measures/table.ts";
import type { Range } from "../cost/range.ts";
import type { Counts } from "../kernels/disclosure/shown.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import { sumInSteps } from "./coarse.ts";
import type { Audience } from "./internal.ts";
import { rangeOf } from "./level-range.ts";
import { countsIn, measuresOf } from "./shown-measures.ts";

/** A range in whole units. */
export const roundedRange = ({ low, mid, high }: Range): Range => ({
  low: Math.round(low),
  mid: Math.round(mid),
  high: Math.round(high),
});

/** Nine of ten draws, and their mean in the middle. */
export const rangeOfSpread = ({ p5, mean, p95 }: Pick<Spread, "p5" | "mean" | "p95">): Range => ({
  low: p5,
  mid: mean,
  high: p95,
});

/** What a saving of one plan, or one plan's beyond another's, is told as. */
export const SAVING = { key: "saving", unit: "kroner", group: "money" } as const satisfies Partial<Measure<MeasureKey>>;

/** The same as it may be told to an audience: of real pupils in steps, as its middle is. */
export function toldRange(
  basis: Pick<Basis, "municipality">,
  measure: Pick<Measure, "key" | "unit" | "group">,
  range: Range,
  audience: Audience = "anyone",
): Range {
  const counts = audience === "planner" ? "exactly" : countsIn(basis);
  return rangeInSteps(counts, measure, range, moneyOf(basis.municipality.info));
}

/** The same where it is known how pupils are told. */
export function rangeInSteps(
  counts: Counts,
  measure: Pick<Measure, "key" | "unit" | "group">,
  { low, mid, high }: Range,
  currency: Currency,
): Range {
  const told = (value: number): number => sumInSteps(counts, measure, value, currency);
  return { low: told(low), mid: told(mid), high: told(high) };
}

/** By measure key the range of each that is not known exactly, as files hold them: of the draws, or of how exact the roads are. */
export function rangeRows(
  basis: Basis,
  { values, totals }: Pick<Evaluation, "values" | "totals">,
  audience: Audience,
): Readonly<Record<string, Range>> {
  const cells = audience === "planner" ? undefined : measuresOf(basis, values);
  return Object.fromEntries(
    measuresIn(totals.grades).flatMap((measure) => {
      const told = { value: values.get(measure.key), cell: cells?.get(measure.key) };
      const found = rangeOf(measure, told, totals, basis.municipality.info);
      return found ? [[measure.key, toldRange(basis, measure, roundedRange(found), audience)]] : [];
    }),
  );
}
