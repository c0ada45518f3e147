import { type PlanRef, textOfRef } from "../state/plan-ref.ts";
import { chosenPlan } from "../state/chosen.ts";
import type { Store } from "../state/store.ts";

/** Shows what a plan's money rests on; it is the plan looked at from then on. */
export function openRests(store: Store, plan?: PlanRef): void {
  const chosen = chosenPlan(store.state());
  if (plan && (!chosen || textOfRef(plan) !== textOfRef(chosen))) store.dispatch({ kind: "choose", change: { plan } });
  store.dispatch({ kind: "claim", claim: undefined });
  store.dispatch({ kind: "dialog", dialog: "rests" });
}
