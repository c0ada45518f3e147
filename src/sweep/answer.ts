import { ask, named } from "../ask.ts";
import { gapOfBest } from "../compare/groupings.ts";
import type { Infeasible } from "../domain/outcome.ts";
import type { OpenCase } from "../open-case.ts";
import type { ConsolidateQuestion } from "../domain/question.ts";
import { isMeasureKey, MAIN_MEASURES, type MeasureKey } from "../evaluate/measures/table.ts";
import type { QuestionFile } from "../protocol/question-file.ts";
import type { SweepAnswer } from "../protocol/sweep-answer.ts";
import { sorted } from "../report/measured-list.ts";
import { consolidate } from "../solve/consolidate/consolidate.ts";
import type { Solver } from "../solve/solver.ts";
import { type CaseAsItIs, caseUnder } from "./case-under.ts";
import { groupingNamed, planNamed } from "./plan-names.ts";
import type { Scenario } from "./scenarios.ts";

/** How a scenario is computed; none of it changes a proven answer. */
interface AnsweringOptions {
  readonly shouldStop?: () => boolean;
  readonly pause?: () => Promise<void>;
}

/** By which measure a question's best plan is the best; `undefined` where its own goals say that. */
export function sortedBy(question: QuestionFile): MeasureKey | undefined {
  if (question.kind !== "consolidate") return undefined;
  const { sort = "saving" } = question;
  return isMeasureKey(sort) ? sort : undefined;
}

/** How many pupils the largest district has for each of the smallest is told by these where pupils are real. */
const BESIDE: readonly MeasureKey[] = ["pupils-most", "pupils-least"];

/** The measures that are kept of every scenario's plan. */
export const keptMeasures = (question: QuestionFile): readonly MeasureKey[] => {
  const sort = sortedBy(question);
  return [...new Set([...(sort ? [sort] : []), ...MAIN_MEASURES.map(({ key }) => key), ...BESIDE])];
};

/** A scenario that cannot be computed, though its words are right: the case as it would be has errors, or a solver has. */
class ScenarioFault extends Error {}

/** What comes of one scenario: the same for the same case, program and scenario, unless its question limits the time. Throws {@link ScenarioFault}. */
export async function answerScenario(
  asItIs: CaseAsItIs,
  scenario: Scenario,
  solver: Solver,
  options: AnsweringOptions = {},
): Promise<SweepAnswer> {
  const changed = caseUnder(asItIs, scenario.circumstances);
  if (!changed.value) throw new ScenarioFault(changed.issues.map(({ code }) => code).join(", "));
  const { question } = scenario;
  return question.kind === "consolidate"
    ? bestGrouping(changed.value, question, solver, options)
    : bestPlan(changed.value, asItIs.opened, question, solver, options);
}

async function bestGrouping(
  opened: OpenCase,
  file: QuestionFile,
  solver: Solver,
  options: AnsweringOptions,
): Promise<SweepAnswer> {
  const { basis } = opened;
  const outcome = await consolidate(basis, grouping(opened, file), solver, options);
  if (outcome.status === "failed") return failed(outcome.reason);
  if (outcome.status === "infeasible") return impossible(outcome);
  const { answer } = outcome;
  const sort = sortedBy(file) ?? "saving";
  const [best] = sorted(answer, sort);
  const gap = gapOfBest(answer, sort);
  const values = [...answer.values].map(([key, list]) => [key, list[best]] as const);
  return {
    // Where not all are listed, the best of those may not be the best of all.
    status: gap === 0 ? "optimal" : "stopped",
    ...(gap !== undefined && gap > 0 && { gap }),
    plan: groupingNamed(basis, answer, best),
    measures: kept(file, new Map(values)),
  };
}

function grouping(opened: OpenCase, file: QuestionFile): ConsolidateQuestion {
  const read = named(opened, file);
  if ("status" in read) throw new ScenarioFault(read.names.map(({ name }) => name).join(", "));
  if (read.question.kind !== "consolidate")
    throw new Error(`a question to consolidate became one to ${read.question.kind}`);
  return read.question;
}

async function bestPlan(
  opened: OpenCase,
  asItIs: OpenCase,
  file: QuestionFile,
  solver: Solver,
  options: AnsweringOptions,
): Promise<SweepAnswer> {
  const found = await ask(opened, file, solver, options);
  if (found.status === "misnamed") throw new ScenarioFault(found.names.map(({ name }) => name).join(", "));
  if (found.status === "failed") return failed(found.reason);
  if (found.status === "infeasible")
    return impossible({ status: "infeasible", conflict: found.conflict ?? { rules: [] } });
  const [{ plan, evaluation }] = found.answers;
  const { completeness } = evaluation;
  return {
    status: found.status,
    ...(found.gap !== undefined && { gap: found.gap }),
    plan: planNamed(file.kind, opened.basis, asItIs.basis.baseline, plan),
    ...(completeness.status === "unfinished" && { withoutSchool: completeness.missing }),
    measures: kept(file, evaluation.values),
  };
}

const failed = (reason: string): SweepAnswer => ({ status: "failed", reason, measures: {} });

const impossible = ({ conflict }: Infeasible): SweepAnswer => ({
  status: "infeasible",
  conflict: [...conflict.rules],
  measures: {},
});

const kept = (question: QuestionFile, values: ReadonlyMap<MeasureKey, number>): SweepAnswer["measures"] =>
  Object.fromEntries(
    keptMeasures(question).flatMap((key) => {
      const value = values.get(key);
      return value === undefined || Number.isNaN(value) ? [] : [[key, value]];
    }),
  );
