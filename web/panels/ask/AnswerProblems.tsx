import { type ReactNode, useEffect } from "react";
import { leftOver } from "../../ask/left-over.ts";
import { takenAs } from "../../ask/proposed.ts";
import type { AskedQuestion } from "../../ask/run.ts";
import { counted } from "../../i18n/say.ts";
import { effectsKey } from "../../state/chosen.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { AskedPlan } from "../../worker/messages.ts";
import { useAskVoice } from "./ask-voice.ts";

/** Has the answers measured, and what they were asked of, as long as they are on offer. */
export function useMeasured({ base }: AskedQuestion, plans: readonly AskedPlan[]): void {
  const store = useStore();
  const view = useSelect(caseView);
  useEffect(() => {
    if (!view) return undefined;
    const offered = [base, ...plans.map((plan) => takenAs(view, base, plan).after)];
    store.dispatch({ kind: "offered", offered });
    return () => store.dispatch({ kind: "offered", offered: [] });
  }, [store, view, base, plans]);
}

interface Props {
  readonly asked: AskedQuestion;
  readonly plan: AskedPlan;
}

/** What would stand in the list of problems if the answer were taken. */
export function AnswerProblems({ asked: { base }, plan }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const view = useSelect(caseView);
  const taken = view && takenAs(view, base, plan);
  const was = useSelect((state) => state.effects.get(effectsKey(state, base)));
  const is = useSelect((state) => taken && state.effects.get(effectsKey(state, taken.after)));
  if (!taken || !was || !is) return <p className="field-help">{ask("answer.looking")}</p>;
  const { makes, leaves } = leftOver(
    voice,
    { draft: taken.before, effects: was },
    { draft: taken.after.draft, effects: is },
  );
  if (makes.length + leaves.length === 0) return <p>{ask("answer.whole")}</p>;
  return (
    <div className="ask-left">
      {makes.length > 0 && <p>{ask("answer.makes", counted(voice, makes.length))}</p>}
      <Lines lines={makes} />
      {leaves.length > 0 && <p>{ask("answer.leaves", counted(voice, leaves.length))}</p>}
      <Lines lines={leaves} />
      {plan.status === "optimal" && (
        <p className="field-help">{ask("answer.proofOnly", { count: makes.length + leaves.length })}</p>
      )}
    </div>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): ReactNode =>
  lines.length > 0 && (
    <ul className="draw-problems">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
