import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { MOST_PINNED } from "../state/choice.ts";
import type { PagePlan } from "../state/plans.ts";
import { RowAction } from "./RowAction.tsx";
import { isPinned, isTrayFull, withPinTurned } from "../state/tray.ts";
import { type Store, useSelect, useStore } from "../state/store.ts";

/** Pins a plan to be compared, or unpins it. */
export const turnPin = (store: Store, plan: Pick<PagePlan, "ref" | "place">): void =>
  store.dispatch({ kind: "choose", change: { tray: withPinTurned(store.state().choice, plan) } });

/** Pins a plan to be compared, wherever one stands; pressed once more it is taken off again. */
export function PinButton({ plan }: { readonly plan: Pick<PagePlan, "ref" | "place"> }): ReactNode {
  const { say, number } = useVoice();
  const store = useStore();
  const pinned = useSelect(({ choice }) => isPinned(choice, plan));
  const isFull = useSelect(({ choice }) => isTrayFull(choice)) && !pinned;
  return (
    <span className="pin">
      <button
        type="button"
        className="pin-button"
        aria-pressed={pinned}
        disabled={isFull}
        onClick={() => turnPin(store, plan)}
      >
        {say(pinned ? "pin.added" : "pin.add")}
      </button>
      {isFull && <span className="field-help">{say("pin.full", { most: number(MOST_PINNED) })}</span>}
    </span>
  );
}

/** The same in a row of a list that tells the plan's name. */
export function PinAction({
  plan,
  name,
}: {
  readonly plan: Pick<PagePlan, "ref" | "place">;
  readonly name: string;
}): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const pinned = useSelect(({ choice }) => isPinned(choice, plan));
  const isFull = useSelect(({ choice }) => isTrayFull(choice));
  const turn = (): void => turnPin(store, plan);
  if (pinned) return <RowAction words={say("pin.remove")} label={say("pin.removeIt", { plan: name })} onPress={turn} />;
  return (
    !isFull && <RowAction words={say("pin.row.add")} label={say("pin.row.addIt", { plan: name })} onPress={turn} />
  );
}
