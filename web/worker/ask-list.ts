import {
  type AskOptions,
  type Basis,
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
import {
  type AskedPlan,
  type AskProgress,
  type AskStep,
  type AskTask,
  PIECE_LINE,
  type RulePriceView,
} from "./ask-messages.ts";
import { compared } from "./ask-price.ts";

interface Hands extends Pick<AskOptions, "shouldStop" | "pause"> {
  /** What every plan is measured on, also those that are merged of another than today's. */
  readonly measuredOn: Basis;
  readonly seconds: () => number;
  readonly tell: (merged: NonNullable<AskProgress["merged"]>) => void;
}

type ListTask = Extract<AskTask, { kind: "list" }>;
type Grouped = Extract<QuestionFile, { kind: "consolidate" }>;

/** The best ways to merge the districts of the plan in view, as `opened` has it for today's, by one measure. */
export async function bestMerged(
  opened: OpenCase,
  file: QuestionFile,
  lines: readonly string[],
  task: ListTask,
  solver: Solver,
  hands: Hands,
): Promise<AskStep> {
  if (file.kind !== "consolidate") return { status: "failed", reason: `${file.kind} lists nothing` };
  const completeness = completenessOf(opened.basis, opened.basis.baseline);
  if (completeness.status === "unfinished")
    return { status: "failed", why: "unfinished", reason: "pupils without a school" };
  const on = { ...opened, basis: { ...opened.basis, completeness } };
  const outcome = await listed(on, file, solver, hands, ({ done, of }) => hands.tell({ done, of }));
  if (outcome.status === "misnamed")
    return { status: "failed", why: "names", reason: outcome.names.map(({ name }) => name).join(", ") };
  if (outcome.status === "failed") return outcome;
  if (outcome.status === "infeasible")
    return { status: "impossible", collision: collisionOf(opened, file, lines, outcome.conflict, () => []) };
  const { answer } = outcome;
  const plans = bestOf(on, answer, task);
  const [best] = plans;
  return {
    status: "answered",
    list: { measure: task.measure, ways: answer.count, complete: answer.best === undefined },
    plans,
    ...(task.prices === "asked" && { prices: await pricesOf(on, file, { best, lines, task }, solver, hands) }),
    seconds: hands.seconds(),
  };
}

/** Every way to merge, or as many as are listed. */
async function listed(
  opened: OpenCase,
  file: Grouped,
  solver: Solver,
  { shouldStop, pause, measuredOn }: Hands,
  onDistricts: (progress: { readonly done: number; readonly of: number }) => void = () => undefined,
) {
  const read = namedQuestion(opened, file);
  if (!("question" in read)) return read;
  if (read.question.kind !== "consolidate") return { status: "failed" as const, reason: "lists nothing" };
  return consolidate(opened.basis, read.question, solver, {
    ...(shouldStop && { shouldStop }),
    ...(pause && { pause }),
    measuredOn,
    onProgress: ({ phase, done, of }) => {
      if (phase === "districts") onDistricts({ done, of });
    },
  });
}

const bestOf = (opened: OpenCase, answer: Consolidation, { measure, plans }: ListTask): readonly AskedPlan[] =>
  sorted(answer, measure)
    .slice(0, plans)
    .map((number) => asked(opened, answer, number, measure));

interface Priced {
  /** With every rule. */
  readonly best: AskedPlan;
  readonly lines: readonly string[];
  readonly task: ListTask;
}

/** The best by the measure with every rule against the best without each; unknown where there was no time. */
async function pricesOf(
  opened: OpenCase,
  file: Grouped,
  { best, lines, task }: Priced,
  solver: Solver,
  hands: Hands,
): Promise<readonly RulePriceView[]> {
  const without = (line: string): Grouped =>
    line === PIECE_LINE
      ? { ...file, contiguity: "ignored" }
      : { ...file, rules: file.rules.filter((_, i) => lines[i] !== line) };
  const all = new Set([...lines, ...(file.contiguity === "ignored" ? [] : [PIECE_LINE])]);
  const prices: RulePriceView[] = [];
  for (const line of all) {
    const outcome = await listed(opened, without(line), solver, hands);
    const [free] = "answer" in outcome ? bestOf(opened, outcome.answer, { ...task, plans: 1 }) : [];
    prices.push(free ? { line, ...priceOf(hands.measuredOn, best, free) } : { line, status: "unknown" });
  }
  return prices;
}

function priceOf(basis: Basis, best: AskedPlan, free: AskedPlan) {
  const isProven = best.status === "optimal" && free.status === "optimal";
  const [kept, freed] = [best.measured, free.measured];
  return {
    status: isProven ? ("optimal" as const) : ("stopped" as const),
    goals: [],
    ...(kept && freed && { measured: { measure: kept.measure, with: kept.value, without: freed.value } }),
    ...compared(basis, best.plan, free.plan),
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
