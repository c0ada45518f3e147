import { type Change, changesTo, type Computed, type Draft, type QuestionFile } from "../../src/index.ts";
import type { AskedPlan } from "../worker/messages.ts";
import { mayMove } from "./ground.ts";

/**
 * What takes a draft to a computed plan. Where nobody lives an area that is held, or would come to a held school, stays as it is:
 * the computation draws such areas around the others as it sees fit.
 */
export function adopting(draft: Draft, { plan }: AskedPlan, unitBand: Uint32Array): readonly Change[] {
  const may = mayMove(draft);
  const before = draft.plan.assignment;
  const assignment = plan.assignment.map((site, pair) =>
    unitBand[pair] === 0 && site !== before[pair] && !may(pair, site) ? before[pair] : site,
  );
  return changesTo(draft, { ...plan, assignment });
}

/** The question and the certificate, as an edit carries them. */
export const computed = (question: QuestionFile, { status, gap }: AskedPlan): Computed => ({
  question: withoutLocks(question),
  locked: lockedUnits(question),
  status,
  ...(gap !== undefined && { gap }),
});

const lockedUnits = (question: QuestionFile): number =>
  question.kind === "reassign"
    ? new Set(question.rules.flatMap((rule) => (rule.kind === "lock" ? [rule.unit] : []))).size
    : 0;

/** Locks stand in the proposal's own log; thousands of them say nothing more. */
const withoutLocks = (question: QuestionFile): QuestionFile =>
  question.kind === "reassign"
    ? { ...question, plan: undefined, rules: question.rules.filter(({ kind }) => kind !== "lock") }
    : question;
