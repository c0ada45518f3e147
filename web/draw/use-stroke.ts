import { chosenProposal } from "../state/chosen.ts";
import { useStore } from "../state/store.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { strokeOf } from "./strokes.ts";

/** Does with some units what the tool in hand does, as one step; tells whether it did, and on the page why not. */
export function useStroke(): (units: Iterable<number>, from?: number) => "done" | "refused" {
  const store = useStore();
  const studio = useStudio();
  return (units, from) => {
    const state = store.state();
    const draft = chosenProposal(state)?.draft;
    if (!draft) return "refused";
    const stroked = strokeOf(draft, state.drawing, units, from);
    if (stroked.kind === "edit") return studio.edit(stroked.changes, stroked.note) ? "done" : "refused";
    store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [stroked.why] } });
    return "refused";
  };
}
