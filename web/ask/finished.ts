import { changesTo } from "../draw/drawn.ts";
import { costLine } from "../draw/mend-words.ts";
import { areFew } from "../draw/pupils-told.ts";
import type { Voice } from "../i18n/say.ts";
import type { PagePlan } from "../state/plans.ts";
import type { CaseView, PlanEffects } from "../worker/messages.ts";
import { leftOver } from "./left-over.ts";
import { type Taken, takenWith } from "./proposed.ts";

/** A drawn plan as the computer finished it; undefined where that changes nothing. */
export function finished(view: CaseView, base: PagePlan, assignment: Uint16Array): Taken | undefined {
  if (!base.draft) return undefined;
  const changes = changesTo(base.draft, assignment);
  return changes.length === 0 ? undefined : takenWith(view, { base, draft: base.draft }, changes);
}

interface Comes {
  /** Way and money against the plan as it is; none where that leaves pupils without a school. */
  readonly cost: string | undefined;
  /** Problems that it would make, and those that it leaves. */
  readonly makes: readonly string[];
  readonly leaves: readonly string[];
}

/** What a finished plan comes to beside the pupils that move, in the words of the repair of a stroke and of the list of problems. */
export function whatComes(
  voice: Voice,
  { before, after, pupils }: Pick<Taken, "before" | "after" | "pupils">,
  { was, is }: { readonly was: PlanEffects; readonly is: PlanEffects },
): Comes {
  const [first, second] = [was, is].map(({ values }) => values);
  const [paid, pays] = [first.get("saving"), second.get("saving")];
  const kilometres = (second.get("pupil-kilometres") ?? 0) - (first.get("pupil-kilometres") ?? 0);
  const kroner = paid !== undefined && pays !== undefined ? { kroner: paid - pays } : {};
  // Of few it is not told what their way or a class costs.
  const isTold = was.unfinished.length === 0 && is.unfinished.length === 0 && !areFew(pupils);
  return {
    cost: isTold ? costLine(voice, { kilometres, ...kroner }) : undefined,
    ...leftOver(voice, { draft: before, effects: was }, { draft: after.draft, effects: is }),
  };
}
