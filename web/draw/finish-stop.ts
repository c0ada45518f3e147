import type { Draft } from "../../src/index.ts";
import type { AppState } from "../state/app-state.ts";
import { isLookedFor } from "../state/asked.ts";
import type { Store } from "../state/store.ts";
import type { Workers } from "../state/workers.ts";

/** From now on ends the search for a finished plan as soon as nobody waits for it: it was left, or something was drawn meanwhile. */
export function stopUnawaited(store: Store, { stopRepair }: Pick<Workers, "stopRepair">): void {
  let awaited = finishing(store.state());
  store.subscribe(() => {
    const before = awaited;
    awaited = finishing(store.state());
    if (before && awaited !== before) stopRepair();
  });
}

/** The draft that is being finished. */
function finishing({ asked }: AppState): Draft | undefined {
  const finish = asked?.finish;
  return finish === "searching" || isLookedFor(finish) ? asked?.draft : undefined;
}
