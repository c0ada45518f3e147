import type { Store } from "../state/store.ts";
import { isOffered } from "./groups-now.ts";
import { drawingByKey, takeTool } from "./tool-keys.ts";

/** Takes the tool that a key stands for; says whether it stands for one. */
export function pressTool(store: Store, key: string): boolean {
  const state = store.state();
  const change = drawingByKey(state.drawing, key, (way) => isOffered(state, way));
  if (change) takeTool(store, change);
  return change !== undefined;
}
