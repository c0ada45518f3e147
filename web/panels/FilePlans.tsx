import { Fragment, type ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { chosenDocument } from "../state/chosen.ts";
import { caseView, planList } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";

/** Plans of the case that are not among those listed, such as a later split into more districts. */
export function FilePlans(): ReactNode {
  const { say, read } = useVoice();
  const store = useStore();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  const chosen = useSelect(chosenDocument);
  const others = view?.plans
    .slice(1)
    .filter(({ id }) => !list?.decisions.some((found) => found.id === id && found.plan !== undefined));
  if (!others || others.length === 0) return null;
  return (
    <p className="file-plans">
      {say("list.files")}{" "}
      {others.map(({ id, title, unfinished }, i) => (
        <Fragment key={id}>
          {i > 0 && " · "}
          <button
            type="button"
            className="link-button"
            aria-pressed={chosen?.plan.id === id && !chosen.place}
            onClick={() => store.dispatch({ kind: "choose", change: { plan: { from: "file", id } } })}
          >
            {read(title)}
          </button>
          {unfinished && ` ${read(unfinished)}`}
        </Fragment>
      ))}
    </p>
  );
}
