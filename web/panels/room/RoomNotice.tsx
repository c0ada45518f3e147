import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { CloseButton } from "../CloseButton.tsx";

/** Over every screen: that the room is on its way, or that this page is no longer in it; until it is closed. */
export function RoomNotice(): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const words = useSelect(({ roomNotice }) => roomNotice);
  return (
    <div role="status" className="room-notice">
      {words && (
        <section className="alert alert-info link-notice" aria-label={say("room.notice")}>
          <div className="alert-body">
            <p className="alert-text">{read(words)}</p>
          </div>
          <CloseButton
            label={say("room.notice.close")}
            onClose={() => store.dispatch({ kind: "room-notice", words: undefined })}
          />
        </section>
      )}
    </div>
  );
}
