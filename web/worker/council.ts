import {
  type Basis,
  busSentences,
  closingOf,
  closingSentences,
  type Counts,
  type Evaluation,
  evaluatePlan,
  howTold,
  failSentences,
  ifSavingsFail,
  type Plan,
  type Sentence,
  statusLines,
  withoutSchool,
} from "../../src/index.ts";
import { comparedSteps, type Grounded, measuredSteps } from "./compare.ts";
import type { CouncilAnswers, PlanAnswers } from "./compare-messages.ts";
import type { Steps } from "./detail.ts";

/** What a council asks about each of some plans, each on its own ground, and the plans beside each other. */
export function* councilSteps(plans: readonly Grounded[], counts: Counts): Steps<CouncilAnswers> {
  const measured = yield* measuredSteps(plans);
  const compared = yield* comparedSteps(measured, undefined);
  const answers: PlanAnswers[] = [];
  for (const { basis, evaluation } of measured) {
    const { money } = evaluation.totals;
    if (money)
      answers.push({
        bus: busSentences(basis, evaluation, counts),
        savings: failSentences(howTold(basis), ifSavingsFail(basis, money)),
      });
    else answers.push({ bus: unfinished(basis, evaluation), savings: unfinished(basis, evaluation) });
    yield;
  }
  return { compared, answers };
}

export function* closingSteps(basis: Basis, plan: Plan, site: number, counts: Counts): Steps<readonly Sentence[]> {
  const open = evaluatePlan(basis, plan);
  yield;
  const closed = evaluatePlan(basis, withoutSchool(basis, plan, site));
  const missing = [...unfinished(basis, open), ...unfinished(basis, closed)];
  if (missing.length > 0) return missing;
  yield;
  return closingSentences(basis, closingOf(basis, open, closed, site), [open, closed], counts);
}

/** What stands in place of any figure of a plan that leaves pupils without a school; nothing of a finished one. */
const unfinished = (basis: Basis, { completeness }: Evaluation): readonly Sentence[] =>
  statusLines(basis, completeness, "in-fives").map((text) => ({ key: "unfinished", text, figures: {} }));
