import type { ReactNode } from "react";
import { useVoice, type Voice } from "../../i18n/say.ts";
import { useDetail } from "../../state/detail.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { KnownPast } from "../../worker/detail-answers.ts";

/** The way to what the model has got right before, with how often it did once that is known; nothing where it cannot be tried. */
export function PastHits(): ReactNode {
  const voice = useVoice();
  const store = useStore();
  const canBeTried = useSelect((state) => caseView(state)?.canBeTried);
  const { answer } = useDetail("known");
  if (!canBeTried) return null;
  return (
    <p className="past-hits">
      <button
        type="button"
        className="link-button printed-name"
        aria-haspopup="dialog"
        onClick={() => store.dispatch({ kind: "dialog", dialog: "replay" })}
      >
        {voice.say("replay.title")}
      </button>
      {answer && `: ${hitsText(voice, answer)}.`}
    </p>
  );
}

/** "3 af 5 løfter om penge og 20 af 24 elevtal". */
function hitsText({ say, number, list }: Voice, { replay: { hits } }: KnownPast): string {
  const kinds = ["promises", "outcomes", "counts"] as const;
  return list(
    kinds.flatMap((kind) => {
      const { inside, of } = hits[kind];
      return of > 0 ? [say(`replay.hits.${kind}`, { inside: number(inside), of: number(of) })] : [];
    }),
  );
}
