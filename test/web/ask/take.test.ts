import { expect, test } from "vitest";
import { setLock } from "../../../src/index.ts";
import { editsOf } from "../../../web/draw/use-edits.ts";
import { takeAnswer, type TakenWhere } from "../../../web/panels/ask/take.ts";
import { pagePlan } from "../../../web/state/plans.ts";
import { openPage } from "../proposals/page.ts";
import { answered, form, opened } from "./asking.ts";

/** A proposal in which a school is locked whose pupils an answer sends elsewhere. */
async function lockedOut() {
  const page = await openPage({ of: opened });
  const { store, studio, view } = page;
  studio.begin(view.plans[0], "Today");
  const [{ draft, id }] = page.all();
  const { read, step } = await answered(form({ goals: [{ goal: "changed-site" }] }));
  if (step.status !== "answered") throw new Error(step.status);
  const { plan } = step.plans[0];
  const pair = plan.assignment.findIndex((site, at) => at > 0 && site !== plan.assignment[0]);
  const assignment = plan.assignment.with(pair, plan.assignment[0]);
  const teaching = plan.teaching.with(plan.assignment[0], 7);
  studio.edit(setLock(draft, { site: plan.assignment[pair] }, true), { da: "låst", en: "locked" });
  const answer = { ...step.plans[0], plan: { ...plan, assignment, teaching } };
  const take = (where: TakenWhere): void => {
    const base = pagePlan(store.state(), { from: "own", id })!;
    takeAnswer(store, studio, { base, question: read.question }, answer, where);
  };
  const edits = editsOf(store, studio, { repair: () => undefined });
  const goes = (own: number): number => page.all()[own].draft.plan.assignment[pair];
  return { ...page, take, edits, goes, to: assignment[pair], from: plan.assignment[pair] };
}

test("an answer that a lock refuses makes no copy; once it is unlocked the copy has it, and the proposal is as it was", async () => {
  const { take, store, all, edits, goes, to, from } = await lockedOut();
  take("new");
  expect(all()).toHaveLength(1);
  const { outcome } = store.state();
  expect([outcome?.kind, outcome?.held?.locks]).toEqual(["refused", [{ site: from }]]);
  edits.unlock();
  expect(all()).toHaveLength(2);
  expect([goes(0), goes(1)]).toEqual([from, to]);
  expect([all()[0], all()[1]].map(({ draft }) => draft.locks.sites.has(from))).toEqual([true, false]);
});

test("an answer that a lock refuses is made of the proposal itself once it is unlocked there", async () => {
  const { take, all, edits, goes, to, from } = await lockedOut();
  take("here");
  expect(goes(0)).toBe(from);
  edits.unlock();
  expect(all()).toHaveLength(1);
  expect(goes(0)).toBe(to);
});
