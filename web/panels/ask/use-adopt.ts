import type { Text } from "../../../src/index.ts";
import { adopting, certainty, computed, renumbered } from "../../ask/adopt.ts";
import type { AskedQuestion } from "../../ask/run.ts";
import { formatNumber } from "../../../src/index.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { ownId } from "../../state/plan-ref.ts";
import { caseView } from "../../state/selectors.ts";
import { useStore } from "../../state/store.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import type { AskedPlan } from "../../worker/messages.ts";
import { askText, percentOf } from "./ask-voice.ts";

/** Makes a computed plan a step of a proposal: of a new one, of the one that was asked of, or of a copy of that. */
export function useAdopt(): (asked: AskedQuestion, answer: AskedPlan, where: "new" | "here") => void {
  const store = useStore();
  const studio = useStudio();
  return ({ base, question }, answer, where) => {
    const view = caseView(store.state());
    if (!view) return;
    const own = ownId(base.ref);
    if (own === undefined) studio.begin(base.plan, base.plan.title);
    else {
      studio.choose(own);
      if (where === "new") studio.duplicate();
    }
    const proposal = chosenProposal(store.state());
    if (!proposal) return;
    const { draft } = proposal;
    const asked = renumbered(answer, base.draft?.newSites ?? [], draft.newSites, view.sites.length);
    if (!asked) {
      const lines = [askText("adopt.otherSchools", () => ({}))];
      return store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines } });
    }
    const changes = adopting(draft, asked, view.units.unitBand);
    studio.edit(changes, noteOf(question.kind, certainty(answer)), { asked: computed(question, answer) });
  };
}

function noteOf(kind: AskedQuestion["question"]["kind"], { status, gap }: ReturnType<typeof certainty>): Text {
  const what = `note.${kind}` as const;
  const key = status === "optimal" ? "note.proven" : gap === undefined ? "note.stopped" : "note.gap";
  const names = askText(what, () => ({}));
  return askText(key, (language) => ({
    what: names[language],
    percent: percentOf({ number: (value, decimals = 0) => formatNumber(value, decimals, language) }, gap ?? 0),
  }));
}
