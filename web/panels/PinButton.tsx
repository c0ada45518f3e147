import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { MOST_PINNED } from "../state/choice.ts";
import type { PagePlan } from "../state/plans.ts";
import { RowAction } from "./RowAction.tsx";
import { usePin } from "./use-pin.ts";

interface Props {
  readonly plan: Pick<PagePlan, "ref" | "place">;
}

/** Pins a plan to be compared, wherever one stands; pressed once more it is taken off again. */
export function PinButton({ plan }: Props): ReactNode {
  const { say } = useVoice();
  const { isPinned, isRefused, turn } = usePin(plan);
  return (
    <span className="pin">
      <button type="button" className="pin-button" aria-pressed={isPinned} onClick={turn}>
        {say(isPinned ? "pin.added" : "pin.add")}
      </button>
      <TrayFull when={isRefused} />
    </span>
  );
}

/** The same in a row of a list that tells the plan's name. */
export function PinAction({ plan, name }: Props & { readonly name: string }): ReactNode {
  const { say } = useVoice();
  const { isPinned, isRefused, turn } = usePin(plan);
  return (
    <>
      {isPinned ? (
        <RowAction words={say("pin.remove")} label={say("pin.removeIt", { plan: name })} onPress={turn} />
      ) : (
        <RowAction words={say("pin.row.add")} label={say("pin.row.addIt", { plan: name })} onPress={turn} />
      )}
      <TrayFull when={isRefused} />
    </>
  );
}

/** Why nothing was pinned. */
export function TrayFull({ when }: { readonly when: boolean }): ReactNode {
  const { say, number } = useVoice();
  return (
    <span role="status" className="field-help">
      {when && say("pin.full", { most: number(MOST_PINNED) })}
    </span>
  );
}
