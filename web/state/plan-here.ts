import type { PlanRef } from "./plan-ref.ts";
import { type PagePlan, pagePlan } from "./plans.ts";
import { caseView, listState } from "./selectors.ts";
import type { Store } from "./store.ts";

/** A plan once the workers have made it; undefined where they never will. */
export function planHere(store: Store, ref: PlanRef): Promise<PagePlan | undefined> {
  const view = caseView(store.state());
  store.dispatch({ kind: "awaited", plans: [...store.state().awaited, ref] });
  return new Promise((resolve) => {
    const look = (): void => {
      const state = store.state();
      const found = pagePlan(state, ref);
      // What the workers that open and list could not do is said of the list.
      if (!found && caseView(state) === view && listState(state).status !== "failed") return;
      end();
      store.dispatch({ kind: "awaited", plans: state.awaited.filter((each) => each !== ref) });
      resolve(found);
    };
    const end = store.subscribe(look);
    look();
  });
}
