import {
  applyChanges,
  type Change,
  checkChanges,
  compose,
  type Draft,
  isSameByIds,
  restated,
} from "../../src/index.ts";
import type { History, Step } from "./history.ts";
import { atStep, type Proposal } from "./proposal.ts";

/** What was done on the way to a step, in order, and the ids of all steps that say it. */
interface Deeds {
  readonly steps: readonly Step[];
  readonly ids: ReadonlySet<string>;
}

/** A step that takes in another way adds nothing of its own: what was done is what that way did. */
function deedsTo({ steps }: History, id: string | undefined): Deeds {
  const ids = new Set<string>();
  const done: Step[] = [];
  const take = (last: string | undefined): void => {
    const way: Step[] = [];
    for (let at = last; at !== undefined && !ids.has(at);) {
      const step = steps.get(at);
      if (step) way.push(step);
      at = step?.parent;
    }
    for (const step of way.toReversed()) {
      ids.add(step.edit.id);
      if (step.fuller !== undefined) ids.add(step.fuller);
      if (step.takesIn === undefined) done.push(step);
      else take(step.takesIn);
    }
  };
  take(id);
  return { steps: done, ids };
}

/** What one of two ways did that the other did not, as one edit, and the draft that the first of it was made of. */
interface Alone {
  readonly changes: readonly Change[];
  readonly madeOf: Draft;
}

/** What was done on the way to one step and not on that to another. */
function alone(proposal: Proposal, there: Deeds, here: Deeds): Alone {
  const steps = there.steps.filter(({ edit }) => !here.ids.has(edit.id));
  return {
    changes: steps.reduce<readonly Change[]>((sum, { edit }) => compose(sum, edit.changes), []),
    madeOf: atStep(proposal, steps.at(0)?.parent).draft,
  };
}

const onto = (draft: Draft, { changes, madeOf }: Alone): readonly Change[] => restated(draft, changes, madeOf);

/** What the way to another step did and the way to where the proposal stands did not, as changes of what there is here. */
export function otherWay(proposal: Proposal, step: string): readonly Change[] {
  const { history, draft } = proposal;
  return onto(draft, alone(proposal, deedsTo(history, step), deedsTo(history, history.head)));
}

/**
 * How two ways go together: they come to the same already, or what each did alone can be made after the other's and comes to the same
 * whichever is first; then nobody has to choose. `adds`: what the other way has that this one lacks.
 */
type Meeting = { readonly is: "the same" | "in conflict" } | { readonly is: "one"; readonly adds: readonly Change[] };

export function meetingOf(proposal: Proposal, step: string): Meeting {
  const { history, draft: here } = proposal;
  const there = atStep(proposal, step).draft;
  if (isSameByIds(here, there)) return { is: "the same" };
  const [own, other] = [deedsTo(history, history.head), deedsTo(history, step)];
  const adds = onto(here, alone(proposal, other, own));
  const lacks = onto(there, alone(proposal, own, other));
  if (checkChanges(here, adds).length > 0 || checkChanges(there, lacks).length > 0) return { is: "in conflict" };
  const isOne = isSameByIds(applyChanges(here, adds), applyChanges(there, lacks));
  return isOne ? { is: "one", adds } : { is: "in conflict" };
}
