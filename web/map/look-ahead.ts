import { planBefore } from "../state/detail.ts";
import type { PagePlan } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import { shownBand } from "../state/shown-band.ts";
import type { Store } from "../state/store.ts";
import { stepsAway } from "../state/walk.ts";
import { whenIdle } from "../state/when-idle.ts";
import { drawnPlan } from "./drawn-plan.ts";

/** A page that is not at rest, such as one that draws without a graphics card, looks ahead after so many milliseconds all the same. */
const LONGEST = 250;

/**
 * Draws the plans a step away from the chosen one, each once the page has nothing else to do, until the given function is called: keys walk
 * the list, and find them drawn.
 */
export function lookAhead(store: Store): () => void {
  let looked: readonly PagePlan[] = [];
  const draw = async (ahead: readonly PagePlan[]): Promise<void> => {
    for (const plan of ahead) {
      await whenIdle(LONGEST);
      const state = store.state();
      const view = caseView(state);
      if (!view || looked !== ahead) return;
      drawnPlan(view, plan, shownBand(state), planBefore(state));
    }
  };
  const look = (): void => {
    const ahead = stepsAway(store.state());
    if (ahead.length === looked.length && ahead.every((plan, i) => plan === looked[i])) return;
    looked = ahead;
    void draw(ahead);
  };
  look();
  return store.subscribe(look);
}
