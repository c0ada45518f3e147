import { siteHolds, siteName } from "../../src/index.ts";
import { chosenProposal } from "../state/chosen.ts";
import { brushBeside, type Drawing, PICK_LETTER, TOOLS, WAYS } from "../state/drawing.ts";
import type { Store } from "../state/store.ts";
import { unlockingAll } from "./held-back.ts";
import { holdNames } from "./locks.ts";
import { noteText } from "../i18n/notes.ts";

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
  if (change.tool === "paint" || change.site !== undefined) sayIfLocked(store);
}

/** A school that no stroke can paint to is said to be before the first, with what unlocks it. */
function sayIfLocked(store: Store): void {
  const { drawing } = store.state();
  const draft = chosenProposal(store.state())?.draft;
  if (!draft || drawing.tool !== "paint" || drawing.site === undefined) return;
  const hold = siteHolds(draft)[drawing.site];
  const what = holdNames(draft, [hold]);
  if (!hold || !what) {
    // What was said of another school is so no more.
    if (store.state().outcome?.held) store.dispatch({ kind: "outcome", outcome: undefined });
    return;
  }
  const why = noteText("tool.paint.locked", { site: siteName(draft, drawing.site), what });
  store.dispatch({
    kind: "outcome",
    outcome: { kind: "refused", lines: [why], held: unlockingAll(draft, [hold]) },
  });
}
