import type { AppState } from "./app-state.ts";
import { sharedProposal } from "./chosen.ts";
import type { Store } from "./store.ts";

/** Whether the proposal looked at is a room's whose steps are still on their way. */
export const isHistoryComing = (state: AppState): boolean =>
  state.room?.history === "coming" && sharedProposal(state) !== undefined;

/** Does something once the steps of what a room draws are here, at once where none are on their way: without them nothing is copied or passed on. */
export function onceHistoryHere(store: Store, act: () => void): void {
  const isComing = (): boolean => store.state().room?.history === "coming";
  if (!isComing()) return act();
  const end = store.subscribe(() => {
    if (isComing()) return;
    end();
    act();
  });
  return undefined;
}

export const historyHere = (store: Store): Promise<void> => new Promise((done) => onceHistoryHere(store, done));
