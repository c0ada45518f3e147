import { useEffect, useReducer } from "react";
import { knownPicture, type Picture, pictureOf } from "../map/picture.ts";
import { paintedThumbnail } from "../map/thumbnail.ts";
import { sceneryOf } from "../state/selectors.ts";
import type { PagePlan } from "../state/plans.ts";
import { useSelect } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";

/** What rows take of a frame to be drawn in, milliseconds: half of one, so that a list that is scrolled keeps up. */
const TURN = 8;

/** Work of rows that came into sight, in their order. */
const waiting = new Set<() => void>();
let asked = 0;

function takeTurns(): void {
  asked = 0;
  const until = performance.now() + TURN;
  for (const work of waiting) {
    waiting.delete(work);
    work();
    if (performance.now() >= until) break;
  }
  if (waiting.size > 0) asked = requestAnimationFrame(takeTurns);
}

/** Does some work in one of the next frames, as there is time; what is given back takes it away undone. */
function inTurn(work: () => void): () => void {
  waiting.add(work);
  asked ||= requestAnimationFrame(takeTurns);
  return () => waiting.delete(work);
}

/**
 * The colours and the small map of a row's plan. A list that is scrolled through shows a thousand plans in a second, most for a frame:
 * those not drawn before come when it is their turn, and not at all where they are out of sight by then.
 */
export function useRowPicture(view: CaseView | undefined, plan: PagePlan | undefined): Picture | undefined {
  const scenery = useSelect(sceneryOf);
  const [, showDrawn] = useReducer((times: number) => times + 1, 0);
  const known = view && plan && knownPicture(view, plan);
  const isMissing = known === undefined;
  useEffect(() => {
    if (!isMissing || !view || !plan) return undefined;
    return inTurn(() => {
      if (scenery) paintedThumbnail(view, plan, scenery);
      pictureOf(view, plan);
      showDrawn();
    });
  }, [isMissing, view, plan, scenery]);
  return known;
}
