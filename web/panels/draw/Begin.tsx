import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { useStudio } from "../../state/studio-context.ts";
import { OpenProposal } from "./OpenProposal.tsx";
import { useSelect } from "../../state/store.ts";

/** The way from looking to drawing: a proposal from the plan in view, or on with one that was begun. */
export function Begin(): ReactNode {
  const { say, read } = useVoice();
  const studio = useStudio();
  const chosen = useSelect(chosenDocument);
  const proposals = useSelect((state) => state.proposals);
  const outcome = useSelect((state) => state.outcome);
  const removed = useSelect((state) => state.removed);
  if (!chosen) return null;
  const { plan } = chosen;
  return (
    <div className="draw-begin">
      {removed && (
        <p role="status">
          {say("file.deleted", { name: read(removed.draft.plan.title) })}{" "}
          <button type="button" className="link-button" onClick={studio.restore}>
            {say("file.restore")}
          </button>
        </p>
      )}
      <button
        type="button"
        className="button button-primary"
        onClick={() => (chosen.draft ? studio.duplicate() : studio.begin(plan, plan.title))}
      >
        {say("draw.begin")}
      </button>
      <p className="field-help">{say("draw.begin.from")}</p>
      {proposals && proposals.size > 0 && (
        <p className="file-plans">
          {say("draw.own")}:{" "}
          {[...proposals.values()].map(({ id, draft }, i) => (
            <span key={id}>
              {i > 0 && " · "}
              <button
                type="button"
                className="link-button"
                aria-label={say("draw.open", { name: read(draft.plan.title) })}
                onClick={() => studio.choose(id)}
              >
                {read(draft.plan.title)}
              </button>
            </span>
          ))}
        </p>
      )}
      <OpenProposal />
      {outcome?.kind === "refused" && (
        <p role="alert" className="draw-refused">
          {outcome.lines.map(read).join(" ")}
        </p>
      )}
    </div>
  );
}
