import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { type PlanRef, refOf, textOfRef } from "../../state/plan-ref.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { usePlanTitle } from "../plan-title.ts";

/** The plan that others are held against, and the way to choose it. */
export function usePinned(): {
  readonly pinned: PlanRef | undefined;
  readonly hold: (plan: PlanRef | undefined) => void;
} {
  const store = useStore();
  const pinned = useSelect(({ choice }) => choice.against);
  return { pinned, hold: (plan) => store.dispatch({ kind: "choose", change: { against: plan } }) };
}

/** What a plan is compared with beside today's, found right by its name: the plans of files and the proposals drawn here, whatever the list shows. */
export function CompareWith({ own }: { readonly own: PlanRef }): ReactNode {
  const { say, read } = useVoice();
  const { pinned, hold } = usePinned();
  const view = useSelect(caseView);
  const proposals = useSelect((state) => state.proposals);
  const pinnedTitle = usePlanTitle(pinned);
  const files = view?.plans.slice(1).map(({ id, title }) => ({ ref: { from: "file", id } as const, title })) ?? [];
  const drawn = [...(proposals?.values() ?? [])].map(({ id, draft }) => ({
    ref: { from: "own", id } as const,
    title: draft.plan.title,
  }));
  const offered = [...files, ...drawn].filter(({ ref }) => textOfRef(ref) !== textOfRef(own));
  const chosen = pinned && textOfRef(pinned);
  const isOffered = offered.some(({ ref }) => textOfRef(ref) === chosen);
  if (offered.length === 0) return null;
  return (
    <label className="paint-to compare-with">
      {say("pair.with")}
      <select
        className="form-select"
        value={chosen ?? ""}
        onChange={({ target }) => hold(refOf(target.value === "" ? null : target.value))}
      >
        <option value="">{say("pair.none")}</option>
        {chosen !== undefined && !isOffered && <option value={chosen}>{pinnedTitle}</option>}
        {offered.map(({ ref, title }) => (
          <option key={textOfRef(ref)} value={textOfRef(ref)}>
            {read(title)}
          </option>
        ))}
      </select>
    </label>
  );
}
