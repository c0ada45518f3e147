import { chosenPlan } from "./chosen.ts";
import { listNumber } from "./plan-ref.ts";
import type { Store } from "./store.ts";

/** Chooses the plan so many places further on in the list as it is arranged; says whether there was one. */
export function walk(store: Store, steps: number): boolean {
  const state = store.state();
  const order = state.arranged?.order;
  const plan = chosenPlan(state);
  if (!order || order.length === 0) return false;
  const number = listNumber(plan);
  const at = number === undefined ? -1 : order.indexOf(number);
  const next = at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + steps));
  if (next === at) return false;
  store.dispatch({ kind: "choose", change: { plan: { from: "list", number: order[next] } } });
  return true;
}
