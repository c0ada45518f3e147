import { useCallback, useState } from "react";
import { detailQuestion, useDetail } from "../state/detail.ts";
import { meetingPlans } from "../state/council.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { Deck } from "./deck.ts";

interface DeckHere {
  /** Absent until all of it is there. */
  readonly deck: Deck | undefined;
  /** Whether the plans are others by now. */
  readonly isBehind: boolean;
  /** Takes the figures of the plans as they are. */
  readonly renew: () => void;
}

/** What is shown: kept as it was asked for, until somebody asks for it anew. */
export function useDeck(): DeckHere {
  const store = useStore();
  const { answer, is } = useDetail("council");
  const key = useSelect((state) => detailQuestion(state, "council")?.key);
  const [at, setAt] = useState(() => new Date());
  const [deck, setDeck] = useState<Deck>();
  const isThere = answer !== undefined && is === "current" && key !== undefined;
  if (isThere && deck?.key !== key) {
    const state = store.state();
    const view = caseView(state);
    const plans = meetingPlans(state);
    // Of a link or of whoever leads some plans may have been on their way.
    if (view && plans.length > (deck?.plans.length ?? 0)) setDeck({ key, view, plans, figures: answer, at });
  }
  const renew = useCallback(() => {
    setAt(new Date());
    setDeck(undefined);
  }, []);
  return { deck, isBehind: deck !== undefined && isThere && deck.key !== key, renew };
}
