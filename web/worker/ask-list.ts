import {
  type AskOptions,
  completenessOf,
  consolidate,
  type Consolidation,
  namedQuestion,
  type OpenCase,
  planOf,
  type QuestionFile,
  type Solver,
  sorted,
} from "../../src/index.ts";
import { collisionOf } from "./ask-collision.ts";
import type { AskedPlan, AskProgress, AskStep, AskTask } from "./ask-messages.ts";

interface Hands extends Pick<AskOptions, "shouldStop" | "pause"> {
  readonly seconds: () => number;
  readonly tell: (merged: NonNullable<AskProgress["merged"]>) => void;
}

/** The best ways to merge the districts of the plan in view, as `opened` has it for today's, by one measure. */
export async function bestMerged(
  opened: OpenCase,
  file: QuestionFile,
  lines: readonly string[],
  { measure, plans }: Extract<AskTask, { kind: "list" }>,
  solver: Solver,
  { shouldStop, pause, seconds, tell }: Hands,
): Promise<AskStep> {
  const completeness = completenessOf(opened.basis, opened.basis.baseline);
  const basis = { ...opened.basis, completeness };
  if (completeness.status === "unfinished")
    return { status: "failed", why: "unfinished", reason: "pupils without a school" };
  const read = namedQuestion(opened, file);
  if (!("question" in read))
    return { status: "failed", why: "names", reason: read.names.map(({ name }) => name).join(", ") };
  const { question } = read;
  if (question.kind !== "consolidate") return { status: "failed", reason: `${question.kind} lists nothing` };
  const outcome = await consolidate(basis, question, solver, {
    ...(shouldStop && { shouldStop }),
    ...(pause && { pause }),
    onProgress: ({ phase, done, of }) => {
      if (phase === "districts") tell({ done, of });
    },
  });
  if (outcome.status === "failed") return outcome;
  if (outcome.status === "infeasible")
    return { status: "impossible", collision: collisionOf(opened, file, lines, outcome.conflict, () => []) };
  const { answer } = outcome;
  return {
    status: "answered",
    seconds: seconds(),
    list: { measure, ways: answer.count, complete: answer.best === undefined },
    plans: sorted(answer, measure)
      .slice(0, plans)
      .map((number) => asked(opened, answer, number, measure)),
  };
}

function asked(
  { basis }: OpenCase,
  answer: Consolidation,
  number: number,
  measure: Extract<AskTask, { kind: "list" }>["measure"],
): AskedPlan {
  const value = answer.values.get(measure)?.[number];
  return {
    plan: planOf(basis, answer, number),
    // Of a list that is not complete better ones may not be in it.
    status: answer.best === undefined ? "optimal" : "stopped",
    goals: [],
    ...(value !== undefined && !Number.isNaN(value) && { measured: { measure, value } }),
  };
}
