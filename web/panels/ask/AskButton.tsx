import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { chosenDocument, chosenProposal } from "../../state/chosen.ts";
import { lastComputed } from "../../state/computed.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { later } from "../later.tsx";

/** The panel, which comes when it is first asked for. */
export const LazyAskPanel = later(async () => (await import("./AskPanel.tsx")).AskPanel, "said");

const Made = later(async () => (await import("./Certificate.tsx")).Certificate, "silent");

/** Of a computed proposal what was asked for it, which comes only then. */
export function LazyCertificate(): ReactNode {
  const isComputed = useSelect((state) => {
    const proposal = chosenProposal(state);
    return proposal !== undefined && lastComputed(proposal.history) !== undefined;
  });
  return isComputed && <Made />;
}

/** The way to the optimiser, wherever a plan is in view. */
export function AskButton(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const hasPlan = useSelect((state) => chosenDocument(state) !== undefined);
  if (!hasPlan) return null;
  return (
    <button
      type="button"
      className="button button-secondary small-button"
      onClick={() => store.dispatch({ kind: "choose", change: { doing: "ask" } })}
    >
      {say("ask.label")}
    </button>
  );
}
