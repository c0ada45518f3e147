import { measuresIn } from "../evaluate/measures/table.ts";
import type { Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import { inSteps } from "./coarse.ts";
import type { Audience } from "./internal.ts";
import { rangeOf } from "./level-range.ts";
import { countsIn, measuresOf } from "./shown-measures.ts";

/** A range in whole units. */
export const roundedRange = ({ low, mid, high }: Range): Range => ({
  low: Math.round(low),
  mid: Math.round(mid),
  high: Math.round(high),
});

/** The same as it may be told to an audience: of real pupils in steps, as its middle is. */
export function toldRange(
  basis: Pick<Basis, "municipality">,
  measure: Measure,
  range: Range,
  audience: Audience = "anyone",
): Range {
  if (audience === "planner" || countsIn(basis) === "exactly") return range;
  const { low, mid, high } = range;
  const told = (value: number): number => inSteps(countsIn(basis), measure, value);
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
