import type { Basis } from "../evaluate/basis.ts";
import { WHOLE_MEASURES } from "../evaluate/measures/table.ts";
import { type Consolidation, totalsOf } from "./groupings.ts";

/** The same groupings at the prices of `basis`: who goes where and every tally stay; only the money is worked out again. */
export function repriceGroupings(basis: Basis, consolidation: Consolidation): Consolidation {
  const { count } = consolidation;
  const money = WHOLE_MEASURES.filter(({ group }) => group === "money").map(({ key, compute }) => ({
    key,
    compute,
    into: new Float64Array(count),
  }));
  for (let grouping = 0; grouping < count; grouping++) {
    const totals = totalsOf(basis, consolidation, grouping);
    for (const { compute, into } of money) into[grouping] = compute(totals) ?? NaN;
  }
  const repriced = money.map(({ key, into }) => [key, into] as const);
  return { ...consolidation, values: new Map([...consolidation.values, ...repriced]) };
}
