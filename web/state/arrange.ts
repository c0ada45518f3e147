import { orderedBy, sorted, type WeighedList, weighedList } from "../../src/index.ts";
import type { Arranged, Arrangement, PlanList } from "../worker/messages.ts";

/** The plans that an arrangement lets through, in its order. Worked out on the page: it never waits for what the worker is at. */
export function arrange(list: PlanList, asked: Arrangement): Arranged {
  const { unbeaten } = list;
  const joined = joinTest(list, asked.join);
  const all = asked.weights ? [...orderedBy(weighed(list), asked.weights)] : sorted(list, asked.sort);
  const numbered = (plan: number): boolean => asked.plans.length === 0 || asked.plans.includes(plan);
  const order = all.filter((plan) => (asked.show === "all" || unbeaten[plan] === 1) && numbered(plan) && joined(plan));
  return { key: asked.key, order: Uint32Array.from(order), unbeaten };
}

/** Whether a plan puts each of the given sets of today's districts into one new district. */
function joinTest(
  { merged, groupings, districts }: PlanList,
  wanted: readonly (readonly number[])[],
): (plan: number) => boolean {
  const holds = wanted.map((set) => merged.map(({ joins }) => set.every((district) => joins.includes(district))));
  return (plan) =>
    holds.every((byMerged) =>
      groupings.subarray(plan * districts, (plan + 1) * districts).some((column) => byMerged[column]),
    );
}

const lists = new WeakMap<PlanList["values"], WeighedList>();

/** A list as concerns are weighed in it; made once for all weights. */
export function weighed(list: PlanList): WeighedList {
  const known = lists.get(list.values) ?? weighedList(list);
  lists.set(list.values, known);
  return known;
}
