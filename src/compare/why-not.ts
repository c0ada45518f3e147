import { canCompare, type Measure, ranksPlans } from "../evaluate/measures/measure.ts";
import { TELLING_SHARE } from "./uncertain-savings.ts";
import { MAIN_MEASURES, type MeasureKey } from "../evaluate/measures/table.ts";

/** A plan's values by measure key. */
type Values = { readonly get: (key: MeasureKey) => number | undefined };

/** Values by measure key, `[plan]`, of the complete list that differences are scaled by. */
interface ScaleList {
  readonly values: ReadonlyMap<MeasureKey, ArrayLike<number>>;
}

/** A main measure that a plan is worse at than another. */
export interface Drawback {
  readonly measure: Measure<MeasureKey>;
  /** The plan's value, and the other's. */
  readonly value: number;
  readonly other: number;
  /** How much worse, as a share of how far all plans of the list and these two lie apart: 0 to 1. */
  readonly share: number;
  /** Whether the order of the two can be relied on. */
  readonly is: "sure" | "unsure";
}

/** What is known of the order of the two. */
export interface KnownOrder {
  readonly unsure?: readonly string[];
  /** Share of the computations in which the plan saves less than the other; absent where money is not held against each other. */
  readonly savesLess?: number | undefined;
}

/**
 * What a plan is worse at than another, the largest share first: main measures alone whose direction is agreed, and last those whose order
 * of plans cannot be relied on ({@link ranksPlans}). `list`: absent where there is none. Money is known within a range: what is sure of it is so of these two alone.
 */
export function drawbacks(
  plan: Values,
  other: Values,
  list: ScaleList | undefined,
  order: KnownOrder,
): readonly Drawback[] {
  return MAIN_MEASURES.filter(
    ({ better, direction, range }) =>
      better !== "neither" && direction !== "disputed" && (range === undefined || order.savesLess !== undefined),
  )
    .flatMap((measure): readonly Drawback[] => {
      const [own, others] = [plan.get(measure.key), other.get(measure.key)];
      if (own === undefined || others === undefined || !canCompare(measure, plan, other)) return [];
      const worse = measure.better === "lower" ? own - others : others - own;
      if (!(worse > 0)) return [];
      const known = Array.from(list?.values.get(measure.key) ?? []).filter(Number.isFinite);
      const all = [...known, own, others];
      const spread =
        all.reduce((most, each) => Math.max(most, each), own) - all.reduce((least, each) => Math.min(least, each), own);
      return [
        { measure, value: own, other: others, share: worse / spread, is: isSure(measure, order) ? "sure" : "unsure" },
      ];
    })
    .toSorted((a, b) => Number(a.is === "unsure") - Number(b.is === "unsure") || b.share - a.share);
}

const isSure = (measure: Measure<MeasureKey>, order: KnownOrder): boolean =>
  ranksPlans(order, measure) || (measure.range !== undefined && (order.savesLess ?? 0) >= TELLING_SHARE);
