import { formatNumber, startDraft, type Text } from "../../../src/index.ts";
import { adopting, certainty, computed, renumbered } from "../../ask/adopt.ts";
import type { AskedQuestion } from "../../ask/run.ts";
import { groundOf } from "../../proposals/proposal.ts";
import { refused } from "../../proposals/refused.ts";
import type { Studio } from "../../proposals/studio.ts";
import type { WantedStep } from "../../state/app-state.ts";
import { ownId } from "../../state/plan-ref.ts";
import { caseView } from "../../state/selectors.ts";
import type { Store } from "../../state/store.ts";
import type { AskedPlan } from "../../worker/messages.ts";
import { askText, percentOf } from "./ask-voice.ts";

/** Of a new proposal, or a copy where a proposal was asked of; or of that itself. */
export type TakenWhere = "new" | "here";

type Hand = Pick<Studio, "begin" | "choose" | "duplicate" | "edit">;

/** Makes a computed plan a step of a proposal. One that cannot be taken makes no proposal: what stands in its way is said. */
export function takeAnswer(
  store: Store,
  studio: Hand,
  { base, question }: Pick<AskedQuestion, "base" | "question">,
  answer: AskedPlan,
  where: TakenWhere,
): void {
  const state = store.state();
  const view = caseView(state);
  if (!view) return;
  const own = ownId(base.ref);
  const draft = own === undefined ? startDraft(groundOf(view), base.plan) : state.proposals?.get(own)?.draft;
  if (!draft) return;
  if (own !== undefined) studio.choose(own);
  const asked = renumbered(answer, base.draft?.newSites ?? [], draft.newSites, view.sites.length);
  if (!asked) {
    const lines = [askText("adopt.otherSchools", () => ({}))];
    return store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines } });
  }
  const changes = adopting(draft, asked, view.units);
  const note = noteOf(question.kind, certainty(answer));
  const step: WantedStep = { changes, note, asked: computed(question, answer) };
  const outcome = refused(draft, step);
  if (outcome) {
    const { held } = outcome;
    const isCopy = own !== undefined && where === "new";
    return store.dispatch({
      kind: "outcome",
      outcome: held && isCopy ? { ...outcome, held: { ...held, of: "copy" } } : outcome,
    });
  }
  if (own === undefined) studio.begin(base.plan, base.plan.title);
  else if (where === "new" && changes.length > 0) studio.duplicate();
  studio.edit(changes, note, step);
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
