import type { Language } from "../../src/index.ts";
import { choiceOf, queryOf, unreadable } from "./address.ts";
import type { Choice } from "./choice.ts";
import type { Store } from "./store.ts";

/** Changes of these are steps that the back button undoes; others only change the address. */
const STEPS = [
  "plan",
  "view",
  "band",
  "surface",
  "policy",
  "districts",
  "language",
  "touching",
  "costs",
  "doing",
  "tray",
] as const satisfies readonly (keyof Choice)[];
/** Plans walked through faster than this are one step, milliseconds. */
const ONE_WALK = 800;

/** Keeps the address bar and the choice the same, both ways. What a link said wrongly does not stay in the address. `usual` is what is spoken where an address says nothing. */
export function keepAddress(store: Store, usual: () => Language): void {
  let { choice: shown, linkFaults: faults } = store.state();
  let walkedAt = -Infinity;
  let arriving = false;
  const write = (choice: Choice, how: "step" | "in place"): void => {
    const query = queryOf(choice, window.location.search, usual());
    if (query === window.location.search) return;
    const address = `${window.location.pathname}${query}`;
    if (how === "step") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  };
  write(shown, "in place");
  store.subscribe(() => {
    const { choice, linkFaults } = store.state();
    if (choice === shown) return;
    const before = shown;
    const isCorrected = linkFaults.length > faults.length;
    shown = choice;
    faults = linkFaults;
    const now = performance.now();
    const walking = now - walkedAt < ONE_WALK;
    if (choice.plan !== before.plan) walkedAt = now;
    const step = STEPS.some((part) => choice[part] !== before[part]);
    write(choice, step && !walking && !isCorrected && !arriving ? "step" : "in place");
  });
  window.addEventListener("popstate", () => {
    // What lies over the page is left first, and the page below it stays where it was.
    if (store.state().dialog !== undefined) {
      store.dispatch({ kind: "dialog", dialog: undefined });
      write(shown, "step");
      return;
    }
    const { search } = window.location;
    arriving = true;
    store.dispatch({ kind: "arrived", choice: choiceOf(search, usual()), faults: unreadable(search) });
    arriving = false;
  });
}
