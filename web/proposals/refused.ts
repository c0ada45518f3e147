import { checkChanges, type Draft, EDIT_ISSUES, unlocking } from "../../src/index.ts";
import type { Outcome, WantedStep } from "../state/app-state.ts";
import { issueInWords } from "./issue-words.ts";

/** Why a step cannot be made of a draft, with what unlocking would make of it; undefined where it can. */
export function refused(draft: Draft, step: WantedStep): Outcome | undefined {
  const refusals = checkChanges(draft, step.changes);
  if (refusals.length === 0) return undefined;
  const opened = unlocking(draft, step.changes);
  return {
    kind: "refused",
    lines: refusals.map((refusal) => issueInWords(refusal, EDIT_ISSUES)),
    ...(opened && { held: { locks: opened.locks, step: { ...step, changes: opened.changes } } }),
  };
}
