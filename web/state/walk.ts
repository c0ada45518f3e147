import { chosenPlan } from "./chosen.ts";
import type { AppState } from "./app-state.ts";
import { listNumber } from "./plan-ref.ts";
import { type PagePlan, pagePlan } from "./plans.ts";
import type { Store } from "./store.ts";

/** Chooses the plan so many places further on in the list as it is arranged; says whether there was one. */
export function walk(store: Store, steps: number): boolean {
  const state = store.state();
  const order = state.arranged?.order;
  if (!order || order.length === 0) return false;
  const at = placeOfChosen(state, order);
  const next = at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + steps));
  if (next === at) return false;
  store.dispatch({ kind: "choose", change: { plan: { from: "list", number: order[next] } } });
  return true;
}

/** The plans that a step leads to from the chosen one, the one further on first; none where the chosen one is not listed. */
export function stepsAway(state: AppState): readonly PagePlan[] {
  const order = state.arranged?.order ?? new Uint32Array();
  const at = placeOfChosen(state, order);
  if (at < 0) return [];
  return [at + 1, at - 1].flatMap((place) => {
    const number = order[place];
    return (number !== undefined && pagePlan(state, { from: "list", number })) || [];
  });
}

function placeOfChosen(state: AppState, order: Uint32Array): number {
  const number = listNumber(chosenPlan(state));
  return number === undefined ? -1 : order.indexOf(number);
}
