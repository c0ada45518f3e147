import type { ReactNode } from "react";
import { standingOf } from "../../ask/answers.ts";
import { askedOf } from "../../ask/asked-of.ts";
import type { OnAsk } from "../../ask/session.ts";
import { pagePlan } from "../../state/plans.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { textOfEdits } from "../../worker/cost-edits.ts";
import { useAskVoice } from "./ask-voice.ts";
import { session, useSession } from "./session-context.ts";

/** Over an answer: that the plan, what it assumes or the prices are others since, and the way to ask anew. */
export function OutOfDate({ onAsk }: { readonly onAsk: OnAsk }): ReactNode {
  const { ask } = useAskVoice();
  const store = useStore();
  const { asked } = useSession();
  const view = useSelect(caseView);
  const costs = useSelect(({ choice }) => textOfEdits(choice.costs));
  // The plan that was asked of may be another by now.
  useSelect((state) => state.proposals);
  if (!view || !asked) return null;
  const now = { data: view.dataHash, costs, find: (ref: typeof asked.base.ref) => pagePlan(store.state(), ref) };
  const { is, plan } = standingOf({ ...asked, data: view.dataHash }, now);
  if (is === "current") return null;
  return (
    <div className="ask-refused" role="status">
      <p>
        {ask("answer.outOfDate")} {ask(`kept.${is}`)}
      </p>
      {plan && (
        <button
          type="button"
          className="button button-secondary small-button"
          onClick={() => onAsk(session.formFor(askedOf(view, plan).context), plan)}
        >
          {ask("kept.again")}
        </button>
      )}
    </div>
  );
}
