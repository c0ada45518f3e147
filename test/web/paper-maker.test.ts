import { expect, test } from "vitest";
import { paperCsv, councilPlanPaper, paperFile, startDraft, writeProposal } from "../../src/index.ts";
import { PaperMaker, type PaperHand } from "../../web/panels/hand-out/paper-maker.ts";
import type { FromPaperWorker, ToPaperWorker } from "../../web/worker/paper-messages.ts";
import { PaperSteps } from "../../web/worker/paper-steps.ts";
import { openedCase } from "../cases/opened.ts";

/** A thread as a browser has it: what goes over is copied, and nothing comes back once it was ended. */
function thread() {
  const steps = new PaperSteps();
  const heard = new EventTarget();
  let is: "there" | "ended" = "there";
  const answer = async (message: ToPaperWorker): Promise<void> => {
    const data: FromPaperWorker = structuredClone(await steps.answer(message));
    if (is === "there") heard.dispatchEvent(new MessageEvent("message", { data }));
  };
  const hand: PaperHand = {
    addEventListener: heard.addEventListener.bind(heard),
    terminate: () => (is = "ended"),
    postMessage: (message: ToPaperWorker) => void answer(structuredClone(message)),
  };
  return { hand, is: () => is };
}

const opened = openedCase("lattice");
const { basis, plans, dataHash } = opened;
const paperPlan = (plan: (typeof plans)[number]) => ({
  proposal: writeProposal(
    { id: plan.id, start: plan, edits: [] },
    { municipality: basis.municipality, plans, dataHash },
  ),
  draft: startDraft(basis.municipality, plan),
});
const request = {
  ...paperPlan(plans[1] ?? plans[0]),
  alternatives: [{ ...paperPlan(plans[0]), role: "alternative" as const }],
  made: "2026-01-15",
};
const figures = { kind: "figures", opened, request } as const;
const write = { kind: "write", as: "figures", language: "da", form: undefined, maps: new Map() } as const;

test("a paper made in a thread of its own is the one that the library makes, to the last letter", async () => {
  const { hand, is } = thread();
  const maker = new PaperMaker(new AbortController().signal, hand);
  const { alternatives } = await maker.ask(figures);
  const file = paperFile(opened, request);
  expect(alternatives).toEqual(file.alternatives.map(({ id }) => id));
  expect((await maker.ask(write)).content).toBe(paperCsv(councilPlanPaper(file, "da")));
  maker.end();
  expect(is()).toBe("ended");
});

test("a paper that is stopped ends at once, its thread with it, and nothing more can be asked of it", async () => {
  const { hand, is } = thread();
  const stopper = new AbortController();
  const maker = new PaperMaker(stopper.signal, hand);
  const asked = maker.ask(figures);
  stopper.abort();
  await expect(asked).rejects.toThrow("aborted");
  expect(is()).toBe("ended");
  await expect(maker.ask(write)).rejects.toThrow("aborted");
});

test("what cannot be made is said, and not waited for", async () => {
  const maker = new PaperMaker(new AbortController().signal, thread().hand);
  await expect(maker.ask(write)).rejects.toThrow("no figures");
});
