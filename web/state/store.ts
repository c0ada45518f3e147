import { createContext, use, useSyncExternalStore } from "react";
import { type Action, reduce } from "./state.ts";
import type { AppState } from "./app-state.ts";

/** The page's one state: read it, change it by an action, hear of changes. */
export interface Store {
  readonly state: () => AppState;
  readonly dispatch: (action: Action) => void;
  /** Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(first: AppState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (action) => {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const StoreContext = createContext<Store | undefined>(undefined);

export function useStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error("The page is not inside its store");
  return store;
}

/** A part of the state; the component renders again when it is another. `select` gives the same value for the same state. */
export function useSelect<Value>(select: (state: AppState) => Value): Value {
  const store = useStore();
  const now = (): Value => select(store.state());
  return useSyncExternalStore(store.subscribe, now, now);
}
