import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useBegin } from "./draw/use-begin.ts";
import { useOffer } from "./room/use-offer.ts";
import { PLANS } from "./Summary.tsx";
import { usePressedEarly } from "./use-pressed-early.ts";
import { CloseButton } from "./CloseButton.tsx";

/** For a first visitor, above the list: what can be done here in a sentence, and a way into each of it. */
export function Doors(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const doors = useSelect((state) => state.doors);
  const isOpen = useSelect((state) => caseView(state) !== undefined);
  const begin = useBegin();
  const isOffered = useOffer()?.mayMake === true;
  const close = (): void => store.dispatch({ kind: "doors", doors: "closed" });
  const seePlans = (): void => {
    close();
    document.getElementById(PLANS)?.focus();
  };
  const behind = {
    plans: isOpen ? seePlans : undefined,
    draw: begin,
    together: isOpen ? () => store.dispatch({ kind: "dialog", dialog: "room" }) : undefined,
    own: () => store.dispatch({ kind: "dialog", dialog: "import" }),
    place: isOpen ? () => store.dispatch({ kind: "doors", doors: "place" }) : undefined,
  } as const;
  const early = usePressedEarly((name: keyof typeof behind) => behind[name]);
  if (doors === "closed") return null;
  return (
    <section className="doors" aria-label={say("doors.label")}>
      <CloseButton label={say("doors.close")} onClose={close} />
      {doors === "place" ? (
        <p role="status">{say("doors.place.how")}</p>
      ) : (
        <>
          <p>{say("doors.sentence")}</p>
          <Door name="plans" label={say("doors.plans")} early={early} />
          <Door name="draw" label={say("draw.begin")} early={early} />
          {isOffered && <Door name="together" label={say("doors.together")} early={early} />}
          <Door name="place" label={say("doors.place")} early={early} />
          <Door name="own" label={say("import.begin")} early={early} />
          {early.waiting && <p role="status">{say("doing.begins")}</p>}
        </>
      )}
    </section>
  );
}

type Name = "plans" | "draw" | "together" | "place" | "own";

interface DoorProps {
  readonly name: Name;
  readonly label: string;
  /** Of one of the doors; while there is nothing behind it yet a press can wait. */
  readonly early: ReturnType<typeof usePressedEarly<Name>>;
}

const Door = ({ name, label, early: { mayWait, press } }: DoorProps): ReactNode => (
  <button type="button" className="button button-primary" disabled={!mayWait} onClick={() => press(name)}>
    {label}
  </button>
);
