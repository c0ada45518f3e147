import { measuresIn } from "../evaluate/measures/table.ts";
import type { Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import type { Audience } from "./internal.ts";
import { rangeOf } from "./level-range.ts";
import { measuresOf } from "./shown-measures.ts";

/** A range in whole units. */
export const roundedRange = ({ low, mid, high }: Range): Range => ({
  low: Math.round(low),
  mid: Math.round(mid),
  high: Math.round(high),
});

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
      return found ? [[measure.key, roundedRange(found)]] : [];
    }),
  );
}
