import "./compare.css";
import type { ReactNode } from "react";
import { pictureOf } from "../map/picture.ts";
import { DistrictKey } from "../panels/DistrictKey.tsx";
import { usePlanTitle } from "../panels/plan-title.ts";
import { MeetingDoors } from "../panels/MeetingDoors.tsx";
import { PinButton } from "../panels/PinButton.tsx";
import { turnPin } from "../panels/use-pin.ts";
import { Thumbnail } from "../panels/Thumbnail.tsx";
import { caseView } from "../state/selectors.ts";
import { chosenDocument } from "../state/chosen.ts";
import { type PlanRef, textOfRef } from "../state/plan-ref.ts";
import type { PagePlan } from "../state/plans.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useIsPhone } from "../panels/screen-width.ts";
import { basePlan, comparedPlans, pinnedPlans } from "../state/tray.ts";
import { CompareTable } from "./CompareTable.tsx";
import { useCompareVoice } from "./compare-voice.ts";
import { Offered } from "./Offered.tsx";

/** Plans that were pinned, to be held against each other. */
export function ComparePanel(): ReactNode {
  const { say, tell } = useCompareVoice();
  const pinned = useSelect(pinnedPlans);
  const chosen = useSelect(chosenDocument);
  const isPhone = useIsPhone();
  return (
    <div className="compare-panel on-paper">
      <h2>{say("compare.label")}</h2>
      <h3>{tell("tray.title")}</h3>
      {pinned.length < 2 && <p>{tell(pinned.length === 0 ? "tray.empty" : "tray.one")}</p>}
      <ul className="tray">
        {pinned.map(({ ref, plan }) => (
          <Pinned key={textOfRef(ref)} name={ref} plan={plan} />
        ))}
      </ul>
      {chosen && <ChosenPin plan={chosen} />}
      <Offered />
      {pinned.length > 0 && <Base />}
      <MeetingDoors />
      {isPhone && <CompareTable />}
    </div>
  );
}

/** The plan in view can be pinned from here too. */
function ChosenPin({ plan }: { readonly plan: PagePlan }): ReactNode {
  const title = usePlanTitle(plan.ref);
  return (
    <p className="tray-chosen">
      {title}: <PinButton plan={plan} />
    </p>
  );
}

/** The plan that the others are held against. */
function Base(): ReactNode {
  const { say, tell } = useCompareVoice();
  const store = useStore();
  const pinned = useSelect(pinnedPlans);
  const base = useSelect(basePlan);
  const plans = useSelect(comparedPlans);
  const chosen = base === undefined ? "" : plans[base].key;
  const hold = (key: string): void => {
    const against = pinned.find(({ plan }) => plan?.key === key)?.ref;
    store.dispatch({ kind: "choose", change: { against } });
  };
  return (
    <label className="paint-to">
      {tell("base.label")}
      <select className="form-select" value={chosen} onChange={({ target }) => hold(target.value)}>
        <option value="">{say("measure.today")}</option>
        {plans.map((plan) => (
          <BaseOption key={plan.key} plan={plan} />
        ))}
      </select>
    </label>
  );
}

function BaseOption({ plan }: { readonly plan: PagePlan }): ReactNode {
  const title = usePlanTitle(plan.ref);
  return <option value={plan.key}>{title}</option>;
}

interface PinnedProps {
  readonly name: PlanRef;
  readonly plan: PagePlan | undefined;
}

function Pinned({ name, plan }: PinnedProps): ReactNode {
  const { say, tell } = useCompareVoice();
  const store = useStore();
  const title = usePlanTitle(plan?.ref ?? name);
  const isShown = useSelect((state) => plan !== undefined && chosenDocument(state)?.key === plan.key);
  return (
    <li>
      {plan && <Thumbnail of={plan} />}
      <button
        type="button"
        className="link-button printed-name"
        aria-pressed={isShown}
        aria-label={tell("tray.show", { plan: title })}
        disabled={!plan}
        onClick={() => store.dispatch({ kind: "choose", change: { plan: plan?.ref } })}
      >
        {plan ? title : tell("tray.coming")}
      </button>
      <button
        type="button"
        className="link-button"
        aria-label={say("pin.removeIt", { plan: title })}
        onClick={() => turnPin(store, { ref: name })}
      >
        {say("pin.remove")}
      </button>
      {plan && <Districts plan={plan} title={title} />}
    </li>
  );
}

/** Which letter on the plan's map is which district. */
function Districts({ plan, title }: { readonly plan: PagePlan; readonly title: string }): ReactNode {
  const view = useSelect(caseView);
  return view && <DistrictKey picture={pictureOf(view, plan)} label={title} />;
}
