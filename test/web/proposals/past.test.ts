import { describe, expect, test } from "vitest";
import { closeSite } from "../../../src/edit/tools.ts";
import { draftAt } from "../../../web/proposals/going.ts";
import { asItWas } from "../../../web/proposals/proposal.ts";
import { paceOf } from "../../../web/panels/draw/playing.ts";
import { chosenDocument, chosenProposal } from "../../../web/state/chosen.ts";
import { FIRST_DRAWING, isPainting } from "../../../web/state/drawing.ts";
import { todaysPlan } from "../../../web/state/plans.ts";
import { openPage } from "./page.ts";

const NOTE = { da: "Lukket", en: "Closed" };
const teaching = (plan: { readonly teaching: readonly number[] } | undefined) => plan?.teaching;

/** A page on which two schools were closed, one after the other, with a look at how it was at a step. */
async function drawn() {
  const page = await openPage();
  const { studio, store } = page;
  studio.begin(todaysPlan(page.view), "Today");
  const closed = (site: number) => studio.edit(closeSite(chosenProposal(store.state())!.draft, site), NOTE);
  const lookBack = (number: number) => {
    const { past } = store.state();
    const proposal = asItWas(chosenProposal(store.state())!, number, past?.proposal);
    store.dispatch({ kind: "past", past: { proposal, hand: "resting" } });
  };
  for (const site of [0, 1]) expect(closed(site)).toBe(true);
  return {
    ...page,
    closed,
    lookBack,
    shown: () => chosenDocument(store.state()),
    now: () => chosenProposal(store.state())!,
  };
}

describe("looking back", () => {
  test("shows the plan as it was after each step, and changes nothing", async () => {
    const { lookBack, shown, now, store, view } = await drawn();
    const before = now();
    const start = todaysPlan(view).teaching;
    const after = [start, start.with(0, 0), start.with(0, 0).with(1, 0)];
    for (const number of [1, 0, 2, 0]) {
      lookBack(number);
      expect(teaching(shown()?.plan)).toEqual(after[number]);
      expect(now()).toBe(before);
    }
    store.dispatch({ kind: "past", past: undefined });
    expect(shown()?.draft).toBe(before.draft);
  });

  test("turns drawing off, while the newest steps keep coming in", async () => {
    const { lookBack, shown, now, store, closed } = await drawn();
    const painting = () => isPainting({ ...store.state(), drawing: { ...FIRST_DRAWING, tool: "paint" } });
    expect(painting()).toBe(true);
    lookBack(1);
    expect(painting()).toBe(false);
    const before = shown();
    expect(closed(2)).toBe(true);
    expect(shown()).toBe(before);
    expect(now().history.steps.size).toBe(3);
    lookBack(3);
    expect(teaching(shown()?.plan)).toEqual(now().draft.plan.teaching);
  });

  test("has the figures of the same step by the same key, wherever one came from", async () => {
    const { lookBack, shown, studio, store } = await drawn();
    const first = shown()!.key;
    lookBack(1);
    const { key } = shown()!;
    expect(key).not.toBe(first);
    lookBack(2);
    expect(shown()!.key).toBe(first);
    store.dispatch({ kind: "past", past: undefined });
    studio.undo();
    expect(shown()!.key).toBe(key);
  });

  test.each([
    ["another thing is done", { kind: "choose", change: { doing: "find" } }],
    ["another plan is looked at", { kind: "choose", change: { plan: { from: "list", number: 0 } } }],
    ["the map shows today", { kind: "choose", change: { view: "today" } }],
  ] as const)("ends where %s", async (_, action) => {
    const { lookBack, store } = await drawn();
    lookBack(1);
    store.dispatch(action);
    expect(store.state().past).toBeUndefined();
  });

  test("ends where the moment is no part of the proposal any more, and at its deletion", async () => {
    const { lookBack, store, studio, now } = await drawn();
    lookBack(2);
    studio.undo();
    expect(store.state().past).toBeUndefined();
    lookBack(0);
    studio.undo();
    expect(store.state().past).toBeDefined();
    studio.remove(now().id);
    expect(store.state().past).toBeUndefined();
  });

  test("makes a copy of how it was, from the start too, and goes to it", async () => {
    const { lookBack, store, studio, now, shown, all } = await drawn();
    const of = now();
    for (const number of [1, 0]) {
      studio.choose(of.id);
      lookBack(number);
      const seen = shown()!.plan;
      studio.branch(store.state().past!.proposal.history.head);
      expect(store.state().past).toBeUndefined();
      expect(now().id).not.toBe(of.id);
      expect(teaching(now().draft.plan)).toEqual(teaching(seen));
      // The steps up to there, under a name of its own.
      expect(now().history.steps.size).toBe(number);
    }
    expect(all()[0]).toBe(of);
  });

  test("is made of where the proposal stands where a step was restated since", async () => {
    const { now, view } = await drawn();
    const proposal = now();
    const [start, first] = [asItWas(proposal, 0).draft, asItWas(proposal, 1)];
    const id = first.history.head!;
    const edit = { ...proposal.history.steps.get(id)!.edit, changes: closeSite(start, 2) };
    const steps = proposal.history.steps.with([[id, { edit, parent: undefined }]]);
    const history = { ...proposal.history, steps };
    const restated = { ...proposal, history, draft: draftAt(start, history, history.head) };
    expect(teaching(asItWas(restated, 1, first).draft.plan)).toEqual(todaysPlan(view).teaching.with(2, 0));
  });
});

test("what is played shows every step of a few, and takes half a minute at most", () => {
  expect(paceOf(10)).toEqual({ every: 800, stride: 1 });
  for (const steps of [1, 37, 38, 200, 201, 5000, 100_000]) {
    const { every, stride } = paceOf(steps);
    expect(Math.ceil(steps / stride) * every).toBeLessThanOrEqual(30_000);
    expect(every).toBeGreaterThanOrEqual(150);
  }
});
