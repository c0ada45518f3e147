import { expect, test } from "vitest";
import { BAND_COUNT, BANDS, closeSite, type Draft, hasBand, NO_SITE, type Text } from "../../../src/index.ts";
import { editsOf } from "../../../web/draw/use-edits.ts";
import type { RepairStep } from "../../../web/worker/messages.ts";
import { openPage } from "../proposals/page.ts";

const NOTE: Text = { da: "lukket", en: "closed" };

/** A proposal whose first school was just closed, while nobody has answered yet where its pupils go. */
async function closing() {
  const page = await openPage();
  const answers: ((step: RepairStep) => void)[] = [];
  const workers = { repair: (_: object, hear: (step: RepairStep) => void) => void answers.push(hear) };
  const edits = editsOf(page.store, page.studio, workers);
  const close = (): void =>
    edits.withDraft((draft) => {
      if (edits.edit(closeSite(draft, 0), NOTE)) edits.complete();
    });
  page.studio.begin(page.view.plans[0], "Today");
  return { ...page, answers, close };
}

/** Everybody at some school that has their grades. */
const filled = ({ plan: { assignment, teaching } }: Draft) =>
  assignment.map((site, pair) =>
    site === NO_SITE ? teaching.findIndex((taught) => hasBand(taught, BANDS[pair % BAND_COUNT].band)) : site,
  );

test("who is left without a school by an edit gets one in the same step, also where somebody drew on meanwhile", async () => {
  const { answers, close, studio, all } = await closing();
  close();
  answers[0]({ status: "answer", assignment: filled(all()[0].draft), proven: "quick" });
  expect(all()[0].draft.plan.assignment.includes(NO_SITE)).toBe(false);
  studio.undo();
  close();
  studio.rename("Mit");
  answers[1]({ status: "answer", assignment: filled(all()[0].draft), proven: "quick" });
  expect(answers).toHaveLength(3);
});

test("an answer that comes after the page has gone to another proposal, or back, leaves what is unfinished there alone", async () => {
  const { answers, close, studio, all } = await closing();
  studio.edit(closeSite(all()[0].draft, 1), NOTE);
  const unfinished = all()[0].draft;
  close();
  studio.duplicate();
  const copy = all()[1];
  const answer = { status: "answer", assignment: filled(all()[0].draft), proven: "quick" } as const;
  answers[0](answer);
  expect([answers.length, all()[1]]).toEqual([1, copy]);
  studio.undo();
  close();
  studio.undo();
  studio.undo();
  answers.at(-1)!(answer);
  expect(answers.length).toBeLessThan(3);
  expect(unfinished.plan.assignment.includes(NO_SITE)).toBe(true);
});
