import { type Draft, evaluatePlan, startDraft } from "../../../src/index.ts";
import { type AskForm, FIRST_FORM } from "../../../web/ask/form.ts";
import { questionOf } from "../../../web/ask/question.ts";
import { askedOf } from "../../../web/ask/asked-of.ts";
import { groundOf } from "../../../web/proposals/proposal.ts";
import type { PagePlan } from "../../../web/state/plans.ts";
import { answerAsk } from "../../../web/worker/ask.ts";
import { caseViewOf } from "../../../web/worker/case-view.ts";
import type { PairEdits, SaidPairs } from "../../../web/worker/pair-edits.ts";
import type { AskedPlan, AskStep } from "../../../web/worker/messages.ts";
import { solver } from "../../cases/solver.ts";
import { openedCase } from "../../cases/opened.ts";

export const opened = openedCase("lattice");
export const { basis } = opened;
export const view = caseViewOf(opened, evaluatePlan(basis, basis.baseline), []);
export const start: Draft = startDraft(groundOf(view), basis.baseline);

/** Today's plan as the page has it, or one drawn from it. */
export const inView = (draft?: Draft): PagePlan => ({
  ref: draft ? { from: "own", id: "mine" } : { from: "file", id: "today" },
  key: "in view",
  plan: draft?.plan ?? basis.baseline,
  ...(draft && { draft }),
});

/** What somebody says of which of today's districts touch. */
export const saidPairs = (edits: PairEdits = [], touching?: SaidPairs["touching"]): SaidPairs => ({
  edits,
  today: basis.baseline.districts,
  ...(touching && { touching }),
});

export const form = (change: Partial<AskForm> = {}): AskForm => ({ ...FIRST_FORM, seconds: 20, ...change });

/** A school in the middle of a new district. */
export const seat = (site: number) => ({ id: `seat ${site}`, row: "seat" as const, filled: { site } });

/** What is asked when a form is sent, and the worker's last word. */
export async function answered(
  filled: AskForm,
  chosen: PagePlan = inView(),
  isStopped = () => false,
  by = solver,
  touching: PairEdits = [],
) {
  const of = askedOf(view, chosen, saidPairs(touching));
  const read = questionOf(filled, of.context);
  const steps: AskStep[] = [];
  const watch = { pause: () => Promise.resolve(), isStopped };
  const question = {
    kind: "ask" as const,
    ticket: 1,
    stop: "",
    seconds: filled.seconds,
    plan: of.plan,
    measured: of.measured,
    ...read,
  };
  await answerAsk(opened, question, by, watch, (step) => steps.push(step));
  return { read, step: steps.at(-1)!, steps };
}

/** The first plan that is found, or an error. */
export async function plansOf(...asked: Parameters<typeof answered>): Promise<readonly AskedPlan[]> {
  const { step } = await answered(...asked);
  if (step.status !== "answered") throw new Error(JSON.stringify(step));
  return step.plans;
}
