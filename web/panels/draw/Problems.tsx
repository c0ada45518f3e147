import { type ReactNode, useMemo } from "react";
import { madeAndFound, type Problem, type ToldProblems } from "../../draw/problems.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { chosenEffects, chosenProposal } from "../../state/chosen.ts";
import { caseView, gradesHere } from "../../state/selectors.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { type Store, useSelect, useStore } from "../../state/store.ts";

/** What is wrong with the plan; undefined until it is measured. */
export function useProblems(): ToldProblems | undefined {
  const voice = useVoice();
  const units = useSelect((state) => caseView(state)?.units);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const effects = useSelect(chosenEffects);
  return useMemo(
    () => (draft && units && effects ? madeAndFound(voice, draft, units, effects) : undefined),
    [voice, draft, units, effects],
  );
}

/** Each with words and a place, what nobody here has made for itself; a plan with problems can still be looked at and shown. */
export function Problems({ made, found }: ToldProblems): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const count = made.length + found.length;
  const lists = (
    <>
      <ProblemList label={say("problems.title")} problems={made} />
      {found.length > 0 && <p>{say("problems.found", counted(voice, found.length))}</p>}
      <ProblemList label={say("problems.found", counted(voice, found.length))} problems={found} />
    </>
  );
  if (count <= MOST_SHOWN) return lists;
  return (
    <details className="draw-problems-fold">
      <summary>{say("problems.show", counted(voice, count))}</summary>
      {lists}
    </details>
  );
}

/** More would push what is drawn with out of sight: how many there are is said, and they unfold. */
const MOST_SHOWN = 1;

interface ListProps {
  readonly label: string;
  readonly problems: readonly Problem[];
}

function ProblemList({ label, problems }: ListProps): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const studio = useStudio();
  if (problems.length === 0) return null;
  return (
    <ul className="draw-problems" aria-label={label}>
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
  const key = band !== undefined && gradesHere(store.state()).bands.at(band)?.key;
  store.dispatch({
    kind: "choose",
    change: { surface: "map", ...(view === "today" && { view: "plan" }), ...(key && { band: key }) },
  });
  store.dispatch({ kind: "look", lookedAt: { kind, number, how: "picked" } });
}
