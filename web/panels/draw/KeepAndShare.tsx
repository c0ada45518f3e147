import type { ReactNode } from "react";
import { chosenProposal } from "../../draw/drawn.ts";
import { useVoice } from "../../i18n/say.ts";
import { useStudio } from "../../state/studio-context.ts";
import { useSelect } from "../../state/store.ts";

/** How a proposal is kept and passed on. */
export function KeepAndShare(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const id = useSelect((state) => chosenProposal(state)?.id);
  if (id === undefined) return null;
  return (
    <section className="draw-file">
      <h3>{say("file.title")}</h3>
      <p className="field-help">{say("file.kept")}</p>
      <div className="draw-links">
        <button type="button" className="link-button" onClick={studio.duplicate}>
          {say("file.copy")}
        </button>
        <button type="button" className="link-button" onClick={() => studio.remove(id)}>
          {say("file.delete")}
        </button>
      </div>
    </section>
  );
}
