import type { DistrictMap } from "../map/district-map.ts";
import type { Store } from "./store.ts";

/** What a browser test looks into when the address says `test`: the state, and the maps with their feature states. */
export interface Exposed {
  readonly store: Store;
  readonly maps: Set<DistrictMap>;
}

declare global {
  interface Window {
    skoledistrikt?: Exposed;
  }
}

export const isTest = (): boolean => new URLSearchParams(window.location.search).has("test");

export function exposeForTests(store: Store): void {
  if (isTest()) window.skoledistrikt = { store, maps: new Set() };
}
