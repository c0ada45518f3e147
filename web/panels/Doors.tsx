import { type ReactNode, useId } from "react";
import { useVoice } from "../i18n/say.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useBegin } from "./draw/use-begin.ts";
import { useOffer } from "./room/use-offer.ts";
import { PLANS } from "./Summary.tsx";

/** For a first visitor, above the list: what can be done here in a sentence, and a way into each of it. */
export function Doors(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const doors = useSelect((state) => state.doors);
  const isOpen = useSelect((state) => caseView(state) !== undefined);
  const begin = useBegin();
  const isOffered = useOffer()?.mayMake === true;
  if (doors === "closed") return null;
  const close = (): void => store.dispatch({ kind: "doors", doors: "closed" });
  const seePlans = (): void => {
    close();
    document.getElementById(PLANS)?.focus();
  };
  return (
    <section className="doors" aria-label={say("doors.label")}>
      <button type="button" className="close-button" aria-label={say("doors.close")} onClick={close}>
        <span aria-hidden="true">×</span>
      </button>
      {doors === "place" ? (
        <p role="status">{say("doors.place.how")}</p>
      ) : (
        <>
          <p>{say("doors.sentence")}</p>
          <Door label={say("doors.plans")} text={say("doors.plans.text")} onTake={isOpen ? seePlans : undefined} />
          <Door
            label={say("draw.begin")}
            text={`${say("doors.draw.text")}${isOffered ? ` ${say("doors.together.text")}` : ""}`}
            onTake={begin}
          />
          <Door
            label={say("doors.place")}
            text={say("doors.place.text")}
            onTake={isOpen ? () => store.dispatch({ kind: "doors", doors: "place" }) : undefined}
          />
        </>
      )}
    </section>
  );
}

interface DoorProps {
  readonly label: string;
  readonly text: string;
  /** None while there is nothing behind it yet. */
  readonly onTake: (() => void) | undefined;
}

function Door({ label, text, onTake }: DoorProps): ReactNode {
  const about = useId();
  return (
    <div className="door">
      <button
        type="button"
        className="button button-primary"
        aria-describedby={about}
        disabled={!onTake}
        onClick={onTake}
      >
        {label}
      </button>
      <p id={about}>{text}</p>
    </div>
  );
}
