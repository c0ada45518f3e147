import { BANDS, BAND_COUNT } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { closeSite, type Draft, hasBand, NO_SITE, setLock, type Text } from "../../../src/index.ts";
import { editsOf } from "../../../web/draw/use-edits.ts";
import type { RepairStep } from "../../../web/worker/messages.ts";
import { leftBehind, wayTo } from "../../../web/proposals/history.ts";
import type { Proposal } from "../../../web/proposals/proposal.ts";
import { opened, openPage } from "../proposals/page.ts";

const NOTE: Text = { da: "lukket", en: "closed" };

/** A proposal whose first school was just closed, while nobody has answered yet where its pupils go. */
async function closing() {
  const page = await openPage();
  const answers: ((step: RepairStep) => void)[] = [];
  const workers = { repair: (_: object, hear: (step: RepairStep) => void) => void answers.push(hear) };
  const edits = editsOf(page.store, page.studio, workers);
  const close = (): void =>
    edits.withDraft((draft) => {
      edits.leaving(closeSite(draft, 0), NOTE);
    });
  page.studio.begin(page.view.plans[0], "Today");
  return { ...page, edits, answers, close };
}

const noteNow = ({ history: { steps, head } }: Proposal) => steps.get(head!)!.edit.note;

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

test("an edit that leaves somebody without a school is passed on once they have got one, or once nobody finds them any", async () => {
  const { answers, edits, store, studio, all } = await closing();
  const told: string[] = [];
  const telling = editsOf(
    store,
    {
      ...studio,
      edit: (changes, note, more) => {
        told.push(`made, goes ${more?.goes ?? "now"}`);
        return studio.edit(changes, note, more);
      },
      amend: (changes, note) => {
        told.push("whole");
        studio.amend(changes, note);
      },
      settle: (which) => told.push(`${which} as it is`),
    },
    { repair: (_, hear) => void answers.push(hear) },
  );
  const close = (site: number) => telling.withDraft((draft) => void telling.leaving(closeSite(draft, site), NOTE));
  close(0);
  answers[0]({ status: "answer", assignment: filled(all()[0].draft), proven: "quick" });
  close(1);
  answers[1]({ status: "impossible", rules: [] });
  edits.withDraft((draft) => void telling.leaving(setLock(draft, { site: 0 }, true), NOTE));
  // What cannot be made leaves what waits as it is.
  close(0);
  const goes = "made, goes once completed";
  expect(told).toEqual([goes, "whole", goes, "all as it is", goes, "last as it is", goes]);
});

test("what a lock held back is done with one press: unlocked, closed and completed as one step, and one step back undoes it all", async () => {
  const { answers, close, edits, studio, store, all } = await closing();
  studio.edit(setLock(all()[0].draft, { site: 0 }, true), NOTE);
  const locked = all()[0].draft;
  close();
  expect(store.state().outcome).toMatchObject({ kind: "refused", held: { locks: [{ site: 0 }] } });
  expect(all()[0].draft).toBe(locked);
  edits.unlock();
  answers[0]({ status: "answer", assignment: filled(all()[0].draft), proven: "quick" });
  const { plan, locks } = all()[0].draft;
  expect([plan.teaching[0], plan.assignment.includes(NO_SITE), locks.sites.size]).toEqual([0, false, 0]);
  const { name } = opened.basis.municipality.sites[0];
  expect(noteNow(all()[0])).toEqual({ da: `${name} låses op; lukket`, en: `${name} unlocked; closed` });
  studio.undo();
  expect(all()[0].draft).toEqual(locked);
  edits.unlock();
  expect(all()[0].draft).toEqual(locked);
});

test("of two schools closed before either's pupils have a school, each is one step with its own: undone, the second alone opens again", async () => {
  const { answers, edits, studio, all } = await closing();
  const MOVED: Text = { da: "fordelt", en: "shared out" };
  const close = (site: number, moved?: Text) =>
    edits.withDraft((draft) => void edits.leaving(closeSite(draft, site), NOTE, { ...(moved && { moved }) }));
  const { draft: start } = all()[0];
  close(0, MOVED);
  close(1);
  studio.rename("Mit");
  answers.at(-1)!({ status: "impossible", rules: [] });
  // Nobody found them any: both stay as they are until the next that is closed is completed.
  expect(all()[0].draft.plan.assignment.includes(NO_SITE)).toBe(true);
  for (let i = 0; i < 3; i++) studio.undo();
  expect(all()[0].draft).toEqual(start);

  close(0, MOVED);
  const before = all()[0].draft;
  close(1);
  studio.rename("Mit");
  answers.at(-1)!({ status: "answer", assignment: filled(all()[0].draft), proven: "quick" });
  answers.at(-1)!({ status: "answer", assignment: filled(all()[0].draft), proven: "quick" });
  const whole = all()[0].draft;
  expect(whole.plan.assignment.includes(NO_SITE)).toBe(false);
  const notes = () => wayTo(all()[0].history).map(({ edit }) => (edit.note as Text).en);
  expect(notes()).toEqual(["shared out", "closed", "A new name"]);
  studio.undo();
  expect(all()[0].draft.plan.assignment).toEqual(whole.plan.assignment);
  studio.undo();
  const { plan } = all()[0].draft;
  expect([plan.teaching[0], plan.teaching[1] > 0]).toEqual([0, true]);
  // Whoever had a school at first has one.
  expect(plan.assignment.filter((site, pair) => site === NO_SITE && start.plan.assignment[pair] !== NO_SITE)).toEqual(
    new Uint16Array(),
  );
  // Exactly what the second closed school and its pupils made of it, and nothing of the first.
  before.plan.assignment.forEach((site, pair) => {
    if (site !== NO_SITE) expect(plan.assignment[pair]).toBe(site);
  });
  studio.undo();
  expect(all()[0].draft).toEqual(start);
  for (let i = 0; i < 3; i++) studio.redo();
  expect(all()[0].draft).toEqual(whole);
  expect(leftBehind(all()[0].history).map(({ count }) => count)).toEqual([3]);
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
