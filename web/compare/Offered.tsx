import { type ReactNode, useState } from "react";
import { PinAction } from "../panels/PinButton.tsx";
import { usePlanTitle } from "../panels/plan-title.ts";
import { TypedField } from "../panels/TypedField.tsx";
import { readTyped } from "../panels/typed-number.ts";
import { turnPin } from "../panels/use-pin.ts";
import { chosenDocument } from "../state/chosen.ts";
import { type PlanRef, textOfRef } from "../state/plan-ref.ts";
import { pagePlan } from "../state/plans.ts";
import { caseView, planList } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { isPinned, isTrayFull } from "../state/tray.ts";
import type { PlanList } from "../worker/messages.ts";
import { useCompareVoice } from "./compare-voice.ts";

/** What can be pinned from here: plans of files, such as a council's decision, own proposals, and any of the list by its number. */
export function Offered(): ReactNode {
  const { tell } = useCompareVoice();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  const proposals = useSelect((state) => state.proposals);
  const chosen = useSelect(chosenDocument);
  const choice = useSelect((state) => state.choice);
  if (!view || isTrayFull(choice)) return null;
  const all: readonly PlanRef[] = [
    ...view.plans.slice(1).map(({ id }) => ({ from: "file", id }) as const),
    ...[...(proposals?.keys() ?? [])].map((id) => ({ from: "own", id }) as const),
  ];
  // The plan in view has a button of its own above.
  const free = all.filter((ref) => !isPinned(choice, { ref }) && (!chosen || textOfRef(chosen.ref) !== textOfRef(ref)));
  return (
    <>
      {free.length > 0 && (
        <>
          <h3 id="offered">{tell("offered.title")}</h3>
          <ul className="tray tray-free" aria-labelledby="offered">
            {free.map((ref) => (
              <OfferedPlan key={textOfRef(ref)} plan={ref} />
            ))}
          </ul>
        </>
      )}
      {list && list.count > 0 && <ByNumber list={list} />}
    </>
  );
}

function OfferedPlan({ plan }: { readonly plan: PlanRef }): ReactNode {
  const name = usePlanTitle(plan);
  return (
    <li className="tray-offered">
      <span>{name}</span>
      <PinAction plan={{ ref: plan }} name={name} />
    </li>
  );
}

/** A plan of the list, pinned by its number. */
function ByNumber({ list }: { readonly list: PlanList }): ReactNode {
  const { say, tell } = useCompareVoice();
  const store = useStore();
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const limits = { least: 1, most: list.count };
  const read = readTyped(typed, limits);
  const pin = (): void => {
    setTried(true);
    if (read.kind !== "number") return;
    const plan = pagePlan(store.state(), { from: "list", number: read.value - 1 });
    if (plan && !isPinned(store.state().choice, plan)) turnPin(store, plan);
    setTyped("");
    setTried(false);
  };
  return (
    <form
      className="tray-number"
      onSubmit={(event) => {
        event.preventDefault();
        pin();
        event.currentTarget.querySelector("input")?.focus();
      }}
    >
      <TypedField
        labelled="seen"
        label={tell("offered.number")}
        typed={typed}
        read={isTried ? read : undefined}
        limits={limits}
        onType={setTyped}
      />
      <button type="submit" className="button button-secondary small-button">
        {say("pin.row.add")}
      </button>
    </form>
  );
}
