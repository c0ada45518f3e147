import { choiceOf, queryOf } from "./address.ts";
import type { Choice } from "./choice.ts";
import type { Store } from "./store.ts";

/** Changes of these are steps that the back button undoes; others only change the address. */
const STEPS = [
  "plan",
  "view",
  "surface",
  "policy",
  "districts",
  "language",
  "costs",
] as const satisfies readonly (keyof Choice)[];
/** Plans walked through faster than this are one step, milliseconds. */
const ONE_WALK = 800;

/** Keeps the address bar and the choice the same, both ways. */
export function keepAddress(store: Store): void {
  let shown = store.state().choice;
  let walkedAt = -Infinity;
  store.subscribe(() => {
    const { choice } = store.state();
    if (choice === shown) return;
    const before = shown;
    shown = choice;
    const query = queryOf(choice, window.location.search);
    if (query === window.location.search) return;
    const now = performance.now();
    const walking = now - walkedAt < ONE_WALK;
    if (choice.plan !== before.plan) walkedAt = now;
    const step = STEPS.some((part) => choice[part] !== before[part]);
    const address = `${window.location.pathname}${query}`;
    if (step && !walking) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  });
  window.addEventListener("popstate", () => {
    shown = choiceOf(window.location.search);
    store.dispatch({ kind: "arrived", choice: shown });
  });
}
