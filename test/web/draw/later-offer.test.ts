import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { isLookedFor } from "../../../web/state/asked.ts";
import { expect, test } from "vitest";
import { closeSite, setLock, startDraft } from "../../../src/index.ts";
import { asDeadEnd, deadEndKeys } from "../../../web/draw/dead-ends.ts";
import {
  differences,
  finishingAfter,
  type OfferFigures,
  offerFigures,
  withFound,
} from "../../../web/draw/later-offer.ts";
import { sinceLines } from "../../../web/draw/since-words.ts";
import { chosenProposal } from "../../../web/state/chosen.ts";
import type { FoundPlan } from "../../../web/state/app-state.ts";
import { opened, openPage } from "../proposals/page.ts";
import { voiceIn } from "../voice.ts";

const { basis } = opened;
const draft = startDraft(basis.municipality, basis.baseline);
const { unitBand } = basis;
const lived = [...unitBand.keys()].filter((pair) => unitBand[pair] > 0);

/** An answer that sends so many areas elsewhere, and how sure it is. */
function answer(areas: number, proven: FoundPlan["proven"]): FoundPlan {
  const assignment = draft.plan.assignment.slice();
  const units = [...new Set(lived.map((pair) => Math.floor(pair / BAND_COUNT)))].slice(0, areas);
  for (const unit of units) assignment[unit * BAND_COUNT] = (assignment[unit * BAND_COUNT] + 1) % 2;
  return { status: "answer", assignment, proven };
}
const figures = (step: FoundPlan): OfferFigures => offerFigures(draft, unitBand, step);

test("what a press takes stays what it was, whatever is found after it, and what is better stands beside it", () => {
  const shown = withFound(undefined, answer(3, "quick"), figures);
  const better = answer(2, "optimal");
  const after = withFound(shown, better, figures);
  expect([after.step, after.since]).toEqual([shown.step, better]);
  // The same, or one that is no better, says only how sure the shown one is.
  expect(withFound(shown, answer(3, "optimal"), figures)).toEqual({ step: answer(3, "optimal") });
  expect(withFound(shown, answer(4, "stopped"), figures)).toEqual({ step: { ...shown.step, proven: "stopped" } });
});

test("a plan being finished is looked for further until the last is heard, and what is offered outlives a proof that no more can be", () => {
  const found = finishingAfter("searching", answer(3, "quick"), undefined, figures)!;
  expect(isLookedFor(found)).toBe(true);
  expect(finishingAfter("searching", answer(0, "quick"), undefined, figures)).toBe("searching");
  const more = finishingAfter(found, answer(2, "quick"), undefined, figures)!;
  expect(more).toMatchObject({ step: answer(3, "quick"), since: answer(2, "quick") });
  const impossible = { status: "impossible", rules: [{ da: "pladser", en: "places" }] } as const;
  const ended = finishingAfter(found, impossible, asDeadEnd(draft, impossible), figures);
  expect([ended, isLookedFor(ended)]).toEqual([{ ...(found as object), since: impossible }, false]);
  const failed = finishingAfter(found, { status: "failed", reason: "" }, undefined, figures);
  expect(failed).toMatchObject({ step: { ...answer(3, "stopped") } });
  expect(isLookedFor(failed)).toBe(false);
});

const none: OfferFigures = { over: 0, parts: 1, fuller: 1, back: 2, areas: 5, pupils: 40, way: 0 };
test.each([
  [{ areas: 3 }, "Something better was found: 3 areas go to another school, not 5."],
  [
    { back: 1, areas: 6, way: 1.5 },
    "Something better was found: one area of what you have just drawn goes back, not 2. In return: 6 areas go to another school, not 5.",
  ],
  [
    { pupils: 35, way: -1.5 },
    "Something better was found: about 35 pupils move, not about 40, travel to school in total is 1.5 km shorter a day.",
  ],
  [{ pupils: 20 }, "Something better was found: about 20 pupils move, not about 40."],
  // Of few pupils neither how many there are nor what their way is is told.
  [{ pupils: 2, way: -3 }, "Something better was found: fewer than five pupils move, not about 40."],
  [{ pupils: 39 }, "Something better was found, but there is little between them."],
  [{ parts: 0, fuller: 0 }, "Something better was found: more is in one piece, no school gets too full."],
])("it is told what something found later is better at, and what it costs beside that (%#)", (change, words) => {
  const found = { ...none, ...change };
  const all = differences(none, found, "step");
  expect(sinceLines(voiceIn("en"), { shown: none, found }, all).join(" ")).toBe(words);
});

/** One pair to another school. */
const changed = (assignment: Uint16Array) => ({
  kind: "assign" as const,
  pairs: Uint32Array.of(lived[0]),
  from: Uint16Array.of(assignment[lived[0]]),
  to: Uint16Array.of((assignment[lived[0]] + 1) % 2),
});

test("a dead end stands while what is painted changes, and no longer once a lock or a school does", async () => {
  const { store, studio, view } = await openPage();
  studio.begin(view.plans[0], "Today");
  const keys = () => deadEndKeys(chosenProposal(store.state())!, unitBand, "kept");
  const [from, other] = [keys(), deadEndKeys(chosenProposal(store.state())!, unitBand, "free")];
  expect(other.impossible).not.toBe(from.impossible);
  const NOTE = { da: "tegnet", en: "drawn" };
  const now = () => chosenProposal(store.state())!.draft;
  studio.edit([changed(now().plan.assignment)], NOTE);
  expect([keys().impossible === from.impossible, keys().answer === from.answer]).toEqual([true, false]);
  studio.undo();
  expect(keys()).toEqual(from);
  studio.edit(setLock(now(), { site: 0 }, true), NOTE);
  expect(keys().impossible).not.toBe(from.impossible);
  studio.undo();
  studio.edit(closeSite(now(), 0), NOTE);
  expect(keys().impossible).not.toBe(from.impossible);
});
