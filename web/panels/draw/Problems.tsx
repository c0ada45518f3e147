import type { ReactNode } from "react";
import { type Problem, problemsOf } from "../../draw/problems.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { type Store, useSelect, useStore } from "../../state/store.ts";

/** What is wrong with the plan, each with words and a place; a plan with problems can still be looked at and shown. */
export function Problems(): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const studio = useStudio();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const effects = useSelect(chosenEffects);
  if (!draft || !effects) return null;
  const problems = problemsOf(voice, draft, effects);
  if (problems.length === 0) return null;
  return (
    <ul className="draw-problems" aria-label={say("problems.title")}>
      {problems.map(({ key, text, at, mend }) => (
        <li key={key}>
          {text}
          {at && (
            <button type="button" className="link-button" onClick={() => showProblem(store, at)}>
              {say("problem.show")}
            </button>
          )}
          {mend && (
            <button type="button" className="link-button" onClick={() => studio.edit(mend.changes, mend.note)}>
              {mend.label}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** On a map of the plan, in the grades that it is about. */
function showProblem(store: Store, { kind, number, band }: NonNullable<Problem["at"]>): void {
  const { view } = store.state().choice;
  store.dispatch({
    kind: "choose",
    change: { surface: "map", ...(view === "today" && { view: "plan" }), ...(band !== undefined && { band }) },
  });
  store.dispatch({ kind: "look", lookedAt: { kind, number, how: "picked" } });
}
