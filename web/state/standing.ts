import { measureNamed, type MeasureKey, measuresAt } from "../../src/index.ts";
import type { Decision, PlanList } from "../worker/messages.ts";

/**
 * What a plan is judged by in its sentence, always these and always in this order, however it comes out: how far pupils
 * travel, who changes school, who has a right to transport, what is saved of the money that counts, how far apart a
 * district's schools are, and how equal the districts. Those on which the listed plans are equal say nothing.
 */
export const WHAT_MATTERS = measuresAt("decision");
type WhatMatters = (typeof WHAT_MATTERS)[number];

/** A place among all listed plans. */
interface Standing {
  readonly measure: WhatMatters;
  /** 1 = best. */
  readonly rank: number;
  readonly againstToday: Against;
}
export type Against = "better" | "worse" | "same";

export function standingOf(
  { values }: Pick<PlanList, "values">,
  { plan, ranks }: Decision,
  today: ReadonlyMap<MeasureKey, number>,
): readonly Standing[] {
  return WHAT_MATTERS.flatMap((measure) => {
    const rank = ranks.get(measure);
    const value = plan === undefined ? undefined : values.get(measure)?.[plan];
    return rank === undefined ? [] : [{ measure, rank, againstToday: againstToday(measure, value, today) }];
  });
}

/** A change is counted from today, so it is neither better nor worse than today. */
const CHANGES: ReadonlySet<string> = new Set(["changed-site", "changed-district", "right-gained", "right-lost"]);

/** Whether a plan's figure is better or worse than today's, as the measure says what is better. */
export function againstToday(
  measure: MeasureKey,
  value: number | undefined,
  today: ReadonlyMap<MeasureKey, number>,
): Against {
  const better = measureNamed(measure)?.better ?? "neither";
  const now = today.get(measure);
  if (value === undefined || now === undefined || better === "neither" || CHANGES.has(measure)) return "same";
  const hair = 1e-9 * Math.max(1, Math.abs(now));
  if (Number.isNaN(value) || Math.abs(value - now) <= hair) return "same";
  return value < now === (better === "lower") ? "better" : "worse";
}
