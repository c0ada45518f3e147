import type { DistrictMap } from "./district-map.ts";
import type { Store } from "../state/store.ts";

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

const said = (): string | null => new URLSearchParams(window.location.search).get("test");

/** Tests draw coarsely, to be quick without a graphics card, and take what is found at once; those of speed and looks say `test=fine`. */
export const inHaste = (): boolean => said() !== null && said() !== "fine";

export function exposeForTests(store: Store): void {
  if (said() !== null) window.skoledistrikt = { store, maps: new Set() };
}
