import { useState } from "react";
import type { PagePlan } from "../state/plans.ts";
import { type Store, useSelect, useStore } from "../state/store.ts";
import { isPinned, isTrayFull, withPinTurned } from "../state/tray.ts";

type Pinnable = Pick<PagePlan, "ref" | "place">;

/** Pins a plan to be compared, or unpins it. */
export const turnPin = (store: Store, plan: Pinnable): void =>
  store.dispatch({ kind: "choose", change: { tray: withPinTurned(store.state().choice, plan) } });

export interface Pin {
  readonly isPinned: boolean;
  /** It was to be pinned where there is no room for one more, and there still is none: said beside where that was. */
  readonly isRefused: boolean;
  readonly turn: () => void;
}

/** A pin for a plan, wherever one stands. */
export function usePin(plan: Pinnable | undefined): Pin {
  const store = useStore();
  const pinned = useSelect(({ choice }) => plan !== undefined && isPinned(choice, plan));
  const isFull = useSelect(({ choice }) => isTrayFull(choice));
  const [wasRefused, setRefused] = useState(false);
  return {
    isPinned: pinned,
    isRefused: wasRefused && isFull && !pinned,
    turn: () => {
      setRefused(isFull && !pinned);
      if (plan) turnPin(store, plan);
    },
  };
}
