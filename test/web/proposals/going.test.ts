import { expect, test } from "vitest";
import { applyChanges, type Change, type Draft, startDraft, type Plan } from "../../../src/index.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { draftAt } from "../../../web/proposals/going.ts";
import { historyOf, NO_HISTORY, pathTo, type Step } from "../../../web/proposals/history.ts";
import { atStep, type Proposal, withEdit } from "../../../web/proposals/proposal.ts";
import { assignPairs, setLock, setTitle } from "../../../src/edit/tools.ts";
import { held, lattice, start } from "../../edit/random.ts";

const STEPS = 1600;
const random = seededRandom(12);
const below = (count: number): number => Math.floor(random() * count);

/** A stroke, or now and then something else that a step can be. */
function changesOn(draft: Draft, number: number): readonly Change[] {
  if (number % 40 === 7) return setTitle(draft, `Titel ${number}`);
  const pairs = Array.from({ length: 1 + below(5) }, () => below(draft.plan.assignment.length));
  if (number % 25 === 3) return setLock(draft, { pairs: Uint32Array.from(pairs) }, random() < 0.5);
  return assignPairs(draft, pairs, below(draft.plan.teaching.length)).changes;
}

const begun = (first: Draft): Proposal => ({
  id: "p",
  data: lattice.dataHash,
  start: first.start,
  startTitle: "",
  begun: "",
  history: NO_HISTORY,
  draft: first,
});

/** A long drawing, with ways that were left after some hundreds of steps each. */
function drawn(first: Draft): Proposal {
  let proposal = begun(first);
  for (let number = 0; number < STEPS; number++) {
    if (number % 400 === 399) {
      const made = [...proposal.history.steps.keys()];
      proposal = atStep(proposal, made[below(made.length)]);
    }
    const edit = { id: `e${number}`, by: "me", at: "", changes: changesOn(proposal.draft, number) };
    proposal = withEdit(proposal, edit);
  }
  return proposal;
}

/** Made change by change from the start, whatever is kept on the way. */
const plainly = (first: Draft, { history }: Proposal, id: string | undefined): Draft =>
  pathTo(history, id).reduce((draft, { edit }) => applyChanges(draft, edit.changes), first);

/** Redo leads back to where one was, and else wherever it led before. */
function forwardAfter({ history }: Proposal, to: string | undefined): ReadonlyMap<string | undefined, string> {
  const forward = new Map(history.forward);
  for (const end of [history.head, to])
    for (const { edit, parent } of pathTo(history, end)) forward.set(parent, edit.id);
  return forward;
}

test("wherever one goes in a long drawing, the plan is a plain fold of the steps there, as it was drawn and as it is read again", () => {
  const made = drawn(start);
  const ids = [undefined, ...made.history.steps.keys()];
  const read = structuredClone([...made.history.steps.values()]);
  const history = historyOf(read, made.history);
  for (const first of [made, { ...made, history, draft: draftAt(start, history, history.head) }]) {
    let proposal = first;
    for (let jump = 0; jump < 60; jump++) {
      const to = ids[jump === 0 ? 0 : below(ids.length)];
      const forward = forwardAfter(proposal, to);
      proposal = atStep(proposal, to);
      expect(new Map(proposal.history.forward)).toEqual(forward);
      expect(held(proposal.draft)).toEqual(held(plainly(start, proposal, to)));
    }
  }
});

test("the same steps on another start are made on that one", () => {
  const made = drawn(start);
  const { assignment } = start.plan;
  const plan: Plan = { ...start.plan, id: "other", title: "Andet", assignment: assignment.map((_, pair) => pair % 2) };
  const other = startDraft(start.municipality, plan);
  const steps: readonly Step[] = pathTo(made.history, made.history.head);
  let proposal: Proposal = { ...made, start: plan, draft: plainly(other, made, made.history.head) };
  for (const to of [steps[10], steps[steps.length - 5], steps[300]].map(({ edit }) => edit.id)) {
    proposal = atStep(proposal, to);
    expect(held(proposal.draft)).toEqual(held(plainly(other, proposal, to)));
  }
});
