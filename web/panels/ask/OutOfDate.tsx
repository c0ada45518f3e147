import type { ReactNode } from "react";
import { standingOf } from "../../ask/answers.ts";
import { askedOf } from "../../ask/asked-of.ts";
import type { OnAsk } from "../../ask/session.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { useAskVoice } from "./ask-voice.ts";
import { session, useSession } from "./session-context.ts";
import { useNow } from "./use-now.ts";

/** Over an answer: that the plan, what it assumes, the prices or the pairs of districts are others since, and the way to ask anew. */
export function OutOfDate({ onAsk }: { readonly onAsk: OnAsk }): ReactNode {
  const { ask } = useAskVoice();
  const { asked } = useSession();
  const view = useSelect(caseView);
  const now = useNow(view?.dataHash ?? "");
  if (!view || !asked) return null;
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
          onClick={() => onAsk(session.formFor(askedOf(view, plan, now.said).context), plan)}
        >
          {ask("kept.again")}
        </button>
      )}
    </div>
  );
}
