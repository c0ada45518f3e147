import { brushBeside, type Drawing, TOOLS, WAYS } from "../state/drawing.ts";
import type { Store } from "../state/store.ts";

/** Picks the school to paint to from the map. */
export const PICK_LETTER = "i";

/** What a key changes of the tools while a proposal is drawn; undefined for a key that is none of theirs. */
export function drawingByKey(
  drawing: Drawing,
  key: string,
  isOffered: (way: Drawing["way"]) => boolean,
): Partial<Drawing> | undefined {
  if (key === "[") return { brush: brushBeside(drawing, -1) };
  if (key === "]") return { brush: brushBeside(drawing, 1) };
  const letter = key.toLowerCase();
  if (letter === PICK_LETTER) return picking(drawing);
  const tool = TOOLS.find((each) => each.letter === letter);
  if (tool) return { tool: tool.tool };
  const way = WAYS.find((each) => each.letter === letter)?.way;
  if (way === undefined || !isOffered(way)) return undefined;
  // Whoever chooses how to choose areas wants to do something with them.
  return drawing.tool === "look" ? { way, tool: "paint" } : { way };
}

/** Begins to pick the school to paint to from the map, or gives it up. */
export const picking = (drawing: Drawing): Partial<Drawing> =>
  drawing.picking === "on" ? { picking: "off" } : { picking: "on", tool: "paint" };

/** Changes the tools; what is drawn is to be seen. Whoever takes another tool picks no school any more. */
export function takeTool(store: Store, change: Partial<Drawing>): void {
  store.dispatch({ kind: "drawing", change: { picking: "off", ...change } });
  if (store.state().choice.view === "today") store.dispatch({ kind: "choose", change: { view: "plan" } });
}
