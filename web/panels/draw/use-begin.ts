import { chosenDocument, chosenProposal } from "../../state/chosen.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useSelect } from "../../state/store.ts";

/** Draws on the plan in view: on a proposal itself, from any other plan one more; undefined while there is none. */
export function useBegin(): (() => void) | undefined {
  const studio = useStudio();
  const chosen = useSelect(chosenDocument);
  const own = useSelect((state) => chosenProposal(state)?.id);
  if (own !== undefined) return () => studio.choose(own);
  return chosen && (() => studio.begin(chosen.plan, chosen.plan.title));
}
