import type { ReactNode } from "react";
import { unreachable } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { useStudio } from "../proposals/studio-context.ts";
import type { LinkFault } from "../state/app-state.ts";
import { chosenPlan } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import { usePlanTitle } from "./plan-title.ts";
import { CloseButton } from "./CloseButton.tsx";

/** What the link asked for that there is not, and what is shown instead; until it is closed or another plan is chosen. */
export function LinkNotice(): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const store = useStore();
  const { isLost } = useStudio();
  const faults = useSelect(({ linkFaults }) => linkFaults);
  const view = useSelect(caseView);
  const shown = usePlanTitle(useSelect(chosenPlan));
  if (faults.length === 0) return null;
  return (
    <section className="alert alert-warning link-notice" aria-label={say("link.label")}>
      <div className="alert-body" role="alert">
        {faults.map((fault) => (
          <p key={JSON.stringify(fault)} className="alert-text">
            {faultText(voice, fault, { view, isLost })}
          </p>
        ))}
        {shown !== "" && <p className="alert-text">{say("link.shown", { plan: shown })}</p>}
      </div>
      <CloseButton label={say("link.close")} onClose={() => store.dispatch({ kind: "faults-read" })} />
    </section>
  );
}

interface Known {
  readonly view: CaseView | undefined;
  readonly isLost: (id: string) => boolean;
}

function faultText({ say, number, read }: Voice, fault: LinkFault, { view, isLost }: Known): string {
  switch (fault.kind) {
    case "unreadable":
      return say("link.unreadable", { part: fault.part, value: fault.value });
    case "data":
      return say("link.data");
    case "districts":
      return say("link.districts", {
        asked: number(fault.asked),
        most: number(fault.most),
        place: view?.name ?? "",
      });
    case "file": {
      const names = view?.plans.slice(1).map(({ title }) => say("page.quoted", { name: read(title) })) ?? [];
      return names.length === 0
        ? say("link.file.none", { id: fault.id })
        : say("link.file", { id: fault.id, names: names.join(", ") });
    }
    case "own":
      return say(isLost(fault.id) ? "link.own.lost" : "link.own");
    case "plan":
      return say("link.plan", { number: number(fault.number + 1), count: number(fault.count) });
    default:
      return unreachable(fault);
  }
}
