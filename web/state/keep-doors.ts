import type { AppState } from "./app-state.ts";
import type { Store } from "./store.ts";

/** The part of a browser's storage that is needed to know a returning visitor. */
type Marks = Pick<Storage, "getItem" | "setItem">;

const MARK = "skoledistrikt-doors";

/** Keeps the doors from those who have been here before; a browser that keeps nothing shows them every time. */
export function keepDoors(store: Store, marksOf: () => Marks): void {
  const marks = orNothing(marksOf);
  if (orNothing(() => marks?.getItem(MARK))) store.dispatch({ kind: "doors", doors: "closed" });
  let before: AppState["doors"] = "open";
  store.subscribe(() => {
    const { doors } = store.state();
    if (doors === before) return;
    before = doors;
    orNothing(() => marks?.setItem(MARK, "seen"));
  });
}

/** Browsers that are told to keep nothing answer every question to their storage by throwing. */
function orNothing<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
