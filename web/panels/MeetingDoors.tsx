import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { useStore } from "../state/store.ts";

const DOORS = [
  { dialog: "slides", words: "slides.open" },
  { dialog: "questions", words: "questions.open" },
] as const;

/** From the plan in view and those that are pinned to the meeting: slides, and what a council asks. */
export function MeetingDoors(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <p className="meeting-doors">
      {DOORS.map(({ dialog, words }) => (
        <button
          key={dialog}
          type="button"
          className="button button-secondary small-button"
          aria-haspopup="dialog"
          onClick={() => store.dispatch({ kind: "dialog", dialog })}
        >
          {say(words)}
        </button>
      ))}
    </p>
  );
}
