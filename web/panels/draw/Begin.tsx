import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { useScreenWidth } from "../screen-width.ts";
import { later } from "../later.tsx";
import { OpenProposal } from "./OpenProposal.tsx";
import { RemovedProposals } from "./RemovedProposals.tsx";
import { useBegin } from "./use-begin.ts";
import { useSelect } from "../../state/store.ts";

const OwnProposals = later(async () => (await import("./OwnProposals.tsx")).OwnProposals, "silent");

/** A proposal from the plan in view; of a proposal in view a copy, with all its steps. */
function BeginButton(): ReactNode {
  const { say } = useVoice();
  const studio = useStudio();
  const chosen = useSelect(chosenDocument);
  const begin = useBegin();
  if (!begin) return null;
  return (
    <button
      type="button"
      className="button button-primary small-button begin-button"
      title={say(studio.keeps === "all" ? "draw.begin.from" : "draw.begin.notKept")}
      onClick={() => (chosen?.draft ? studio.duplicate() : begin())}
    >
      {say("draw.begin")}
    </button>
  );
}

/** The way from looking to drawing: in the page's head where there is room, else here; and on with what was begun. */
export function Begin(): ReactNode {
  const { read } = useVoice();
  const proposals = useSelect((state) => state.proposals);
  const outcome = useSelect((state) => state.outcome);
  const elsewhere = useSelect((state) => state.onOtherData.length);
  const width = useScreenWidth();
  const doors = useSelect((state) => state.doors);
  return (
    <div className="draw-begin">
      <RemovedProposals />
      {width === "narrow" && doors === "closed" && <BeginButton />}
      {((proposals?.size ?? 0) > 0 || elsewhere > 0) && <OwnProposals />}
      <OpenProposal title="open.begin" />
      {outcome?.kind === "refused" && (
        <p role="alert" className="draw-refused">
          {outcome.lines.map(read).join(" ")}
        </p>
      )}
    </div>
  );
}
