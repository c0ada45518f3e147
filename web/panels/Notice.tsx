import type { ReactNode } from "react";
import { useVoice, type Voice } from "../i18n/say.ts";
import { FETCHING } from "../room/room-words.ts";
import type { AppState, Coming } from "../state/app-state.ts";
import { useSelect, useStore } from "../state/store.ts";
import { CloseButton } from "./CloseButton.tsx";

/** Over every screen: that a room or a proposal is on its way, or that this page is no longer in a room; until it is closed or there. */
export function Notice(): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const store = useStore();
  const words = useSelect(({ notice }) => notice);
  const coming = useSelect(comingOf);
  return (
    <div role="status" className="page-notice">
      {coming && !words && (
        <div className="alert alert-info link-notice">
          <p className="alert-text">{comingWords(voice, coming)}</p>
        </div>
      )}
      {words && (
        <section className="alert alert-info link-notice" aria-label={say("notice")}>
          <div className="alert-body">
            <p className="alert-text">{read(words)}</p>
          </div>
          <CloseButton
            label={say("notice.close")}
            onClose={() => store.dispatch({ kind: "notice", words: undefined })}
          />
        </section>
      )}
    </div>
  );
}

/** What the page is on its way to; nothing comes where the case cannot be opened. */
export const comingOf = ({ coming, caseState: { status } }: AppState): Coming | undefined =>
  status === "loading" || status === "open" ? coming : undefined;

function comingWords({ say, read }: Voice, coming: Coming): string {
  if (coming.is !== "proposal") return read(FETCHING);
  return coming.title === undefined ? say("coming.link") : say("coming.proposal", { title: read(coming.title) });
}
