import type { Drawing } from "../state/drawing.ts";
import { chosenProposal } from "../state/chosen.ts";
import { useStore } from "../state/store.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { strokeOf } from "./strokes.ts";

type Stroke = (units: Iterable<number>, from?: number, tool?: Drawing["tool"]) => "done" | "refused";

/** Does with some units what the tool in hand does, or another, as one step; tells whether it did, and on the page why not. */
export function useStroke(): Stroke {
  const store = useStore();
  const studio = useStudio();
  return (units, from, tool) => {
    const state = store.state();
    const draft = chosenProposal(state)?.draft;
    if (!draft) return "refused";
    const stroked = strokeOf(draft, { ...state.drawing, ...(tool && { tool }) }, units, from);
    const held = stroked.held && { held: stroked.held };
    if (stroked.kind === "nothing") {
      store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [stroked.why], ...held } });
      return "refused";
    }
    if (!studio.edit(stroked.changes, stroked.note)) return "refused";
    if (held) store.dispatch({ kind: "outcome", outcome: { kind: "done", lines: [stroked.note], ...held } });
    return "done";
  };
}
