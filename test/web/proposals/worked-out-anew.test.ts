import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { assignPairs, setLock, type Text } from "../../../src/index.ts";
import { chosenDocument, chosenProposal, effectsKey } from "../../../web/state/chosen.ts";
import { detailQuestion } from "../../../web/state/detail.ts";
import { better, isLast, lampKey } from "../../../web/draw/lamp-answers.ts";
import type { LampAnswer } from "../../../web/worker/messages.ts";
import { effects } from "../drawn-page.ts";
import { openPage } from "./page.ts";

const NOTE: Text = { da: "tegnet", en: "drawn" };

/** A proposal, and under what its figures, what its lamp says, and how it stands against a plan file are known. */
async function drawing() {
  const { store, studio, view } = await openPage();
  studio.begin(view.plans[0], "Today");
  const proposal = () => chosenProposal(store.state())!;
  const keys = () => {
    const key = effectsKey(store.state(), chosenDocument(store.state())!);
    store.dispatch({ kind: "effects", key, effects });
    const pair = detailQuestion(store.state(), "pair")?.key;
    return { figures: key, lamp: lampKey(proposal()), pair };
  };
  store.dispatch({ kind: "choose", change: { against: { from: "file", id: view.plans[1].id } } });
  return { studio, proposal, keys };
}

test("what a proposal is called, why it is proposed and what is locked measures nothing anew; a lock asks the lamp, a name only what tells it", async () => {
  const { studio, proposal, keys } = await drawing();
  const first = keys();
  expect(first.pair).toBeDefined();
  studio.rename("Byen samlet");
  const renamed = keys();
  expect(renamed).toEqual({ ...first, pair: renamed.pair });
  expect(renamed.pair).not.toBe(first.pair);
  studio.edit(setLock(proposal().draft, { site: 0 }, true), NOTE);
  const locked = keys();
  expect(locked).toEqual({ ...renamed, lamp: locked.lamp });
  expect(locked.lamp).not.toBe(renamed.lamp);
});

test("a stroke is measured anew and asked about; undone and redone it is what it was", async () => {
  const { studio, proposal, keys } = await drawing();
  const first = keys();
  const { assignment, teaching } = proposal().draft.plan;
  const other = teaching.findIndex((taught, site) => taught > 0 && site !== assignment[0]);
  const all = Array.from({ length: BAND_COUNT }, (_, band) => band);
  studio.edit(assignPairs(proposal().draft, all, other).changes, NOTE);
  const drawn = keys();
  for (const key of ["figures", "lamp", "pair"] as const) expect(drawn[key]).not.toBe(first[key]);
  studio.rename("Byen samlet");
  studio.undo();
  studio.undo();
  expect(keys()).toEqual(first);
  studio.redo();
  expect(keys()).toEqual(drawn);
});

test("the lamp's answers are kept for whoever goes back, so many, and what may get better is asked for again", async () => {
  const no: LampAnswer = { status: "no", conflict: ["a"], smallest: "proven", lacking: [] };
  const yes: LampAnswer = { status: "yes", moved: 3, least: 3, proven: "optimal", drawn: "kept", together: "kept" };
  const unknown: LampAnswer = { status: "unknown" };
  const open: readonly LampAnswer[] = [
    unknown,
    { ...no, smallest: "unproven" },
    { ...yes, proven: "quick" },
    { ...yes, proven: "stopped" },
    { ...yes, together: "unknown" },
    { ...yes, drawn: "unknown" },
  ];
  expect([no, yes, { ...yes, drawn: "moved" } as const].map(isLast)).toEqual([true, true, true]);
  expect(open.map(isLast)).toEqual(open.map(() => false));
  expect(better(yes, unknown)).toBe(yes);
  expect(better(yes, no)).toBe(no);
  expect(better(undefined, unknown)).toBe(unknown);
  // What was known is not lost to the first words of a search that is begun anew, and what it finds is added.
  const known: LampAnswer = { ...yes, moved: 9, least: 4, proven: "stopped", drawn: "moved" };
  const anew = { ...yes, least: 0, proven: "quick", drawn: "unknown" } as const;
  expect(better(known, { ...anew, moved: 3, together: "unknown" })).toEqual(known);
  expect(better(known, { ...anew, moved: 12 })).toEqual(known);
  expect(better(known, { ...anew, moved: 6 })).toEqual({ ...known, moved: 6 });
  expect(better(known, { ...anew, moved: 4 })).toEqual({ ...known, moved: 4, proven: "optimal" });
  const { store } = await openPage();
  for (let step = 0; step < 100; step++) store.dispatch({ kind: "lamp", key: `p ${step}`, answer: no });
  store.dispatch({ kind: "lamp", key: "p 50", answer: yes });
  const { lamps } = store.state();
  expect([lamps.size, lamps.get("p 50"), lamps.get("p 99"), lamps.get("p 1")]).toEqual([60, yes, no, undefined]);
});
