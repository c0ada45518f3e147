import { sum } from "../sum.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";

/**
 * Prices near those of a good plan: what a unit costs there and, for every unit of demand, the mean cost of demand, so that each of its
 * districts gains about as much. `[unit]`
 */
export function pricesOf({ cost, demand }: DistrictingProblem, plan: RootedPlan): Float64Array {
  const column = new Map(Array.from(new Set(plan.rootOf), (root) => [root, cost(root)]));
  const mean = plan.cost / Math.max(1, sum(demand));
  return demand.map((amount, unit) => {
    const own = column.get(plan.rootOf[unit])?.[unit] ?? 0;
    return own < Infinity ? own + mean * amount : 0;
  });
}
