import { brushBeside, type Drawing, TOOLS, WAYS } from "../state/drawing.ts";
import type { Store } from "../state/store.ts";

/** What a key changes of the tools while a proposal is drawn; undefined for a key that is none of theirs. */
export function drawingByKey(
  drawing: Drawing,
  key: string,
  isOffered: (way: Drawing["way"]) => boolean,
): Partial<Drawing> | undefined {
  if (key === "[") return { brush: brushBeside(drawing, -1) };
  if (key === "]") return { brush: brushBeside(drawing, 1) };
  const letter = key.toLowerCase();
  const tool = TOOLS.find((each) => each.letter === letter);
  if (tool) return { tool: tool.tool };
  const way = WAYS.find((each) => each.letter === letter)?.way;
  if (way === undefined || !isOffered(way)) return undefined;
  // Whoever chooses how to choose areas wants to do something with them.
  return drawing.tool === "look" ? { way, tool: "paint" } : { way };
}

/** Changes the tools; what is drawn is to be seen. */
export function takeTool(store: Store, change: Partial<Drawing>): void {
  store.dispatch({ kind: "drawing", change });
  if (store.state().choice.view === "today") store.dispatch({ kind: "choose", change: { view: "plan" } });
}
