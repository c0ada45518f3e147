import { type ReactNode, useMemo } from "react";
import { useVoice } from "../i18n/say.ts";
import { chosenDocument } from "../state/chosen.ts";
import { caseView, planList } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import { PinAction } from "./PinButton.tsx";
import { Thumbnail } from "./Thumbnail.tsx";

const TITLE = "file-plans";

/** Plans of the case that are not among those listed, such as a later split into more districts. */
export function FilePlans(): ReactNode {
  const { say } = useVoice();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  const others = view?.plans.slice(1).filter(
    ({ id }) =>
      // Listed where everybody stays; by any other rule the list's plan has the districts alone.
      list?.policy !== "stay" || !list.decisions.some((found) => found.id === id && found.plan !== undefined),
  );
  if (!others || others.length === 0) return null;
  return (
    <div className="file-plans">
      <p id={TITLE}>{say("list.files")}</p>
      <ul aria-labelledby={TITLE}>
        {others.map((plan) => (
          <FilePlan key={plan.id} plan={plan} />
        ))}
      </ul>
    </div>
  );
}

function FilePlan({ plan }: { readonly plan: CaseView["plans"][number] }): ReactNode {
  const { read } = useVoice();
  const store = useStore();
  const { id, title, unfinished } = plan;
  const isChosen = useSelect((state) => {
    const chosen = chosenDocument(state);
    return chosen?.plan.id === id && !chosen.place;
  });
  const of = useMemo(() => ({ plan }), [plan]);
  return (
    <li>
      <Thumbnail of={of} />
      <div>
        <button
          type="button"
          className="link-button"
          aria-pressed={isChosen}
          onClick={() => store.dispatch({ kind: "choose", change: { plan: { from: "file", id } } })}
        >
          {read(title)}
        </button>
        {unfinished && ` ${read(unfinished)}`}
        <PinAction plan={{ ref: { from: "file", id } }} name={read(title)} />
      </div>
    </li>
  );
}
