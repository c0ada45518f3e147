import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import type { OfferedStep } from "../../state/app-state.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";

const WORDS = {
  opened: "offer.opened",
  "where it stood": "offer.back",
  "made in another window": "offer.takeIn",
} as const satisfies Record<OfferedStep["is"], string>;

/** Beside what was opened of a proposal that stands elsewhere: goes there, and back again. */
export function GoThere(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const studio = useStudio();
  const offer = useSelect(({ outcome }) => outcome?.offer);
  const head = useSelect((state) => chosenProposal(state)?.history.head);
  if (!offer) return null;
  const go = (): void => {
    if (offer.is === "made in another window") {
      if (offer.step !== undefined) studio.takeIn(offer.step);
      return;
    }
    studio.goTo(offer.step);
    const { outcome } = store.state();
    if (offer.is === "opened" && outcome?.kind === "done")
      store.dispatch({ kind: "outcome", outcome: { ...outcome, offer: { is: "where it stood", step: head } } });
  };
  return (
    <button type="button" className="button button-secondary small-button draw-unlock" onClick={go}>
      {say(WORDS[offer.is])}
    </button>
  );
}
