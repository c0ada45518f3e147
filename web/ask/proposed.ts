import { bandsIn, applyChanges, type Band, type Change, type Draft, startDraft } from "../../src/index.ts";
import { isLivedIn } from "./asked-of.ts";
import { groundOf } from "../proposals/proposal.ts";
import type { ProposedPlan } from "../state/app-state.ts";
import { draftedPlan, type PagePlan } from "../state/plans.ts";
import type { AskedPlan, CaseView } from "../worker/messages.ts";
import { adopting } from "./adopt.ts";

/** What taking an answer would make of the plan that was asked of. */
export interface Taken extends ProposedPlan {
  /** None where the plan is as good as it can be already. */
  readonly changes: readonly Change[];
  /** How many areas where somebody lives get another school; a question counts those alone as well. */
  readonly areas: number;
  /** Who would go to another school, and the grades that they are in. */
  readonly pupils: number;
  readonly bands: readonly Band[];
  /** The draft that is changed, and the plan that it would be. */
  readonly before: Draft;
  readonly after: PagePlan & { readonly draft: Draft };
}

/** Answers have no names of their own. */
let answers = 0;

const known = new WeakMap<AskedPlan, { readonly of: PagePlan; readonly taken: Taken }>();

/** An answer as it would be taken, with what it changes; the same for the same answer. */
export function takenAs(view: CaseView, base: PagePlan, answer: AskedPlan): Taken {
  const kept = known.get(answer);
  if (kept?.of === base) return kept.taken;
  const draft = base.draft ?? startDraft(groundOf(view), base.plan);
  const taken = takenWith(view, { base, draft }, adopting(draft, answer, view.units));
  known.set(answer, { of: base, taken });
  return taken;
}

/** What some changes would make of a plan. */
export function takenWith(
  view: CaseView,
  { base, draft }: { readonly base: PagePlan; readonly draft: Draft },
  changes: readonly Change[],
): Taken {
  const { unitBand } = view.units;
  const after = applyChanges(draft, changes);
  const units = new Set<number>();
  const lived = new Set<number>();
  const bands = new Set<number>();
  let pupils = 0;
  after.plan.assignment.forEach((site, pair) => {
    if (site === draft.plan.assignment[pair]) return;
    const unit = Math.floor(pair / view.grades.bandCount);
    units.add(unit);
    if (isLivedIn(view.grades, unitBand, unit)) lived.add(unit);
    pupils += unitBand[pair];
    if (unitBand[pair] > 0) bands.add(pair % view.grades.bandCount);
  });
  const drafted = draftedPlan(after);
  return {
    changes,
    before: draft,
    after: { ref: base.ref, key: `answer ${++answers}`, ...drafted, draft: after },
    plan: drafted,
    instead: base,
    units: [...units],
    areas: lived.size,
    pupils,
    bands: bandsIn(view.grades, bands),
  };
}
