import type { ReactNode } from "react";
import { lockedNames } from "../../draw/locks.ts";
import { useEdits } from "../../draw/use-edits.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";

/** Beside what a lock held back: unlocks it and does it all the same. */
export function Unlock(): ReactNode {
  const { say, read } = useVoice();
  const { unlock } = useEdits();
  const held = useSelect(({ outcome }) => outcome?.held);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  if (!held || !draft) return null;
  const words = say(held.step.note ? "held.unlock" : "held.unlockOnly");
  return (
    <button
      type="button"
      className="button button-secondary small-button draw-unlock"
      aria-label={say("held.what", { unlock: words, what: read(lockedNames(draft, held.locks)) })}
      onClick={unlock}
    >
      {words}
    </button>
  );
}
