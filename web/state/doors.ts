import type { AppState, Doors } from "./app-state.ts";
import type { Choice } from "./choice.ts";

/** Whoever comes by a link to a plan, or to something done, has come for that. */
export const firstDoors = ({ plan, doing }: Choice): Doors =>
  plan === undefined && doing === "find" ? "open" : "closed";

/** A door is taken or passed by as soon as something is done; whoever has proposals here knows the way. */
export function doorsAfter({ doors, choice, coming, proposals, removed, lookedAt }: AppState): Doors {
  if (coming || firstDoors(choice) === "closed" || removed.length > 0 || (proposals?.size ?? 0) > 0) return "closed";
  return doors === "place" && lookedAt?.how === "picked" ? "closed" : doors;
}
