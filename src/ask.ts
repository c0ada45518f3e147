import { catalogue, filled, type Text } from "./domain/language.ts";
import { type Issue } from "./domain/issue.ts";
import { nearNames } from "./domain/near-names.ts";
import { type Failed, type Infeasible, type Outcome, unreachable } from "./domain/outcome.ts";
import type { Plan } from "./domain/plan.ts";
import {
  type AssignmentObjective,
  type AssignmentRule,
  type ConsolidateQuestion,
  networkCosts,
  type NetworkQuestion,
  type Question,
  type ReassignQuestion,
} from "./domain/question.ts";
import { atomsOf } from "./compare/groupings.ts";
import { ruleInWords } from "./protocol/question-rules.ts";
import type { Basis } from "./evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "./evaluate/evaluate.ts";
import { checkRules } from "./evaluate/rule-checks.ts";
import { demandsOf } from "./evaluate/years.ts";
import type { OpenCase } from "./open-case.ts";
import type { QuestionFile } from "./protocol/question-file.ts";
import { readQuestion, type UnknownName } from "./protocol/question-names.ts";
import { howTold } from "./report/shown-measures.ts";
import type { Answered, Solution } from "./report/solution-file.ts";
import { objectiveMeaning, repaintedMeaning, type StageMeaning, stageMeanings } from "./report/stage-text.ts";
import { reassignFront } from "./solve/assignment/pareto.ts";
import { priceRules } from "./solve/assignment/price.ts";
import { reassign, type Reassignment } from "./solve/assignment/reassign.ts";
import { repair, type Repaired } from "./solve/assignment/repair.ts";
import { type Redrawing, redraw } from "./solve/districting/redraw.ts";
import { cutOff } from "./evaluate/cut-off.ts";
import { movingPupilsAlone } from "./solve/mend/finish.ts";
import { findNetworks } from "./solve/network/network.ts";
import type { Solver, SolverOptions } from "./solve/solver.ts";
import { gapOf, gapOfStages, PROVEN } from "./solve/steps.ts";

const SAID = catalogue("ask.said", {
  point: { da: "Punkt {value}", en: "Point {value}" },
});

/** A question that names what the case does not have. */
export interface Misnamed {
  readonly status: "misnamed";
  readonly names: readonly UnknownName[];
}

export interface Asked extends Solution {
  readonly issues: readonly Issue[];
}

export interface AskOptions extends SolverOptions {
  readonly pause?: () => Promise<void>;
}

/** Answers a reassign, network or redraw question file for an opened case. */
export async function ask(
  opened: OpenCase,
  file: QuestionFile,
  solver: Solver,
  options: AskOptions = {},
): Promise<Asked | Misnamed | Failed> {
  const read = named(opened, file);
  if ("status" in read) return read;
  const { question } = read;
  if (question.kind === "consolidate") return { status: "failed", reason: `${question.kind} has a command of its own` };
  const answer = await answerTo(opened, file, question, solver, options);
  return answer.status === "failed" ? answer : { ...answer, stages: stageMeanings(question, howTold(opened.basis)) };
}

/** An answer that does not say yet what its stages measure. */
type Unnamed = Omit<Asked, "stages">;

async function answerTo(
  opened: OpenCase,
  file: QuestionFile,
  question: Exclude<Question, ConsolidateQuestion>,
  solver: Solver,
  options: AskOptions,
): Promise<Unnamed | Failed> {
  const { basis } = opened;
  switch (question.kind) {
    case "reassign":
      return fromReassignment(await reassign(basis, planFor(opened, file), question, solver, options));
    case "network":
      return askNetwork(basis, question, solver, options);
    case "redraw":
      return fromRedrawing(await redraw(basis, question, options));
    default:
      return unreachable(question);
  }
}

/** Why places cost nothing as a rule where pupils beyond them are what the question counts first. */
const OVERFLOW_FIRST: Text = catalogue("ask", {
  da: "Elever uden plads er allerede det første, spørgsmålet gør så små som muligt; derfor ændrer kravet om plads intet, hvor alle kan få en plads.",
  en: "Pupils beyond capacity are what the question keeps as few as possible first; so the rule of capacity changes nothing where everybody can have a place.",
});

const isOverflowFirst = ({ stages }: ReassignQuestion): boolean =>
  stages[0]?.some(({ objective }) => objective === "overflow") ?? false;

/** What each rule of a reassign question costs. */
export async function askPrices(
  opened: OpenCase,
  file: QuestionFile,
  solver: Solver,
  options: AskOptions = {},
): Promise<Asked | Misnamed | Failed> {
  const { basis } = opened;
  const question = reassignment(opened, file);
  if ("status" in question) return question;
  const priced = await priceRules(basis, planFor(opened, file), question, solver, options);
  const stages = stageMeanings(question, howTold(basis));
  if ("status" in priced) return priced.status === "failed" ? priced : noAnswer(priced, stages);
  return {
    status: priced.proven,
    stages,
    answers: [answered(priced.answer, priced.proven)],
    prices: priced.prices.map(({ rule, proven, stages: changes, differences, without }) => ({
      rule: ruleInWords(rule, basis.municipality),
      status: proven,
      stages: changes,
      differences,
      without: { plan: without.plan, splits: without.splits, evaluation: without.evaluation },
      ...(rule.kind === "capacity" && differences.size === 0 && isOverflowFirst(question) && { note: OVERFLOW_FIRST }),
    })),
    issues: priced.answer.issues,
  };
}

/** The front of two objectives, or a sample of the front of three. */
export async function askFront(
  opened: OpenCase,
  file: QuestionFile,
  objectives: readonly AssignmentObjective[],
  solver: Solver,
  options: AskOptions & { readonly mostPoints?: number } = {},
): Promise<Asked | Misnamed | Failed> {
  const { basis } = opened;
  const question = reassignment(opened, file);
  if ("status" in question) return question;
  const front = await reassignFront(basis, planFor(opened, file), question, objectives, solver, options);
  const stages = objectives.map((objective) => objectiveMeaning(objective, howTold(basis)));
  if ("status" in front) return front.status === "failed" ? front : noAnswer(front, stages);
  const gap = Math.max(0, ...front.points.map((point) => point.gap));
  return {
    status: gap > 0 ? "stopped" : "optimal",
    ...(gap > 0 && { gap }),
    stages,
    answers: front.points.map((point, number) => {
      const { plan } = point.reassignment;
      const numbered = {
        ...plan,
        id: `point-${number + 1}`,
        title: filled(SAID.point, { value: number + 1 }),
      };
      return { ...answered(point.reassignment, point.proven), plan: numbered };
    }),
    front: { objectives, complete: front.complete, ends: front.ends },
    issues: [],
  };
}

/** Completes or mends a painted plan; each better answer is handed over as it is found, the last is returned. */
export async function askRepair(
  opened: OpenCase,
  file: QuestionFile,
  painted: Plan,
  locked: ReadonlySet<number>,
  solver: Solver,
  onAnswer: (answer: Answered) => void,
  options: AskOptions = {},
): Promise<Asked | Misnamed | Failed> {
  const { basis } = opened;
  const question = reassignment(opened, file);
  if ("status" in question) return question;
  const { rules, limits } = question;
  const told = howTold(basis);
  const stages = [repaintedMeaning(told), objectiveMeaning("pupil-metres", told)];
  let last: Repaired | undefined;
  for await (const step of repair(basis, { painted, locked, rules, limits }, solver, options)) {
    if (step.status === "infeasible") return { ...noAnswer(step, stages), issues: last?.issues ?? [] };
    // Where proof breaks off, the quick answer stands, with what it breaks.
    if (step.status === "failed") break;
    last = leftAsPainted(basis, { painted, rules }, step.answer);
    onAnswer(repaired(last));
  }
  if (!last) return { status: "failed", reason: "nothing to repair" };
  const gap = gapOfStages(last.stages);
  return {
    status: last.proven === "optimal" ? "optimal" : "stopped",
    ...(last.proven === "stopped" && { gap }),
    stages,
    answers: [repaired(last)],
    issues: last.issues,
  };
}

const parts = ({ values }: Evaluation): number => values.get("extra-pieces") ?? 0;

/**
 * With every area where nobody lives as it was painted, where no rule is worse off for it and nothing is cut off that hung together: nobody asked to have those
 * drawn anew, and what lay in parts before is not asked to be joined.
 */
function leftAsPainted(
  basis: Basis,
  { painted, rules }: { readonly painted: Plan; readonly rules: readonly AssignmentRule[] },
  answer: Repaired,
): Repaired {
  const plan = movingPupilsAlone(basis, painted, answer.plan);
  const evaluation = evaluatePlan(basis, plan);
  const breaches = checkRules(basis, plan, rules, { evaluation });
  const isCut = (): boolean =>
    parts(evaluation) > parts(answer.evaluation) && cutOff(basis, painted.assignment, plan).length > 0;
  const isWorse = breaches.length > answer.breaches.length || isCut();
  return isWorse ? answer : { ...answer, plan, evaluation, breaches };
}

const repaired = ({ plan, evaluation, breaches, proven, stages }: Repaired): Answered => ({
  plan,
  evaluation,
  status: proven,
  stages,
  breaches: breaches.map(({ what }) => what),
});

const noAnswer = ({ conflict }: Infeasible, stages: readonly StageMeaning[]): Asked => ({
  status: "infeasible",
  conflict,
  stages,
  answers: [],
  issues: [],
});

/** A question with its names as numbers of the case, or the names that the case does not have. */
export function named({ basis, plans }: Pick<OpenCase, "basis" | "plans">, file: QuestionFile) {
  const { municipality, baseline } = basis;
  const plan = file.kind === "reassign" ? file.plan : undefined;
  if (plan !== undefined && !plans.some(({ id }) => id === plan)) {
    const near = nearNames(
      plan,
      plans.map(({ id }) => id),
    );
    return { status: "misnamed", names: [{ kind: "plan", name: plan, near }] } as const;
  }
  const read = readQuestion(file, municipality, {
    networkCosts: networkCosts(municipality.info.currency),
    teaching: baseline.teaching,
    demandIn: (from, to, scenarios) => demandsOf(basis, from, to, scenarios),
    districts: atomsOf(basis, file.kind === "consolidate" ? file : {}),
  });
  return "unknown" in read ? ({ status: "misnamed", names: read.unknown } as const) : read;
}

function reassignment(opened: OpenCase, file: QuestionFile): ReassignQuestion | Misnamed | Failed {
  const read = named(opened, file);
  if ("status" in read) return read;
  return read.question.kind === "reassign"
    ? read.question
    : { status: "failed", reason: "the question is not about who goes where" };
}

const planFor = ({ plans, basis }: OpenCase, file: QuestionFile): Plan =>
  (file.kind === "reassign" && plans.find(({ id }) => id === file.plan)) || basis.baseline;

const answered = (answer: Reassignment, status: "optimal" | "stopped"): Answered => ({
  plan: answer.plan,
  evaluation: answer.evaluation,
  status,
  stages: answer.stages,
  splits: answer.splits,
});

function fromReassignment(outcome: Outcome<Reassignment>): Unnamed | Failed {
  switch (outcome.status) {
    case "optimal":
      return { status: "optimal", answers: [answered(outcome.answer, "optimal")], issues: outcome.answer.issues };
    case "stopped": {
      const { answer, gap } = outcome;
      return { status: "stopped", gap, answers: [answered(answer, "stopped")], issues: answer.issues };
    }
    case "infeasible":
      return { status: "infeasible", conflict: outcome.conflict, answers: [], issues: [] };
    case "failed":
      return outcome;
    default:
      return unreachable(outcome);
  }
}

function fromRedrawing(outcome: Outcome<Redrawing>): Unnamed | Failed {
  switch (outcome.status) {
    case "optimal":
    case "stopped": {
      const { plan, evaluation, areas, value, bound } = outcome.answer;
      const { status } = outcome;
      return {
        status,
        ...(status === "stopped" && { gap: outcome.gap }),
        answers: [{ plan, evaluation, status, stages: [{ value, bound }], areas }],
        issues: [],
      };
    }
    case "infeasible":
      return { status: "infeasible", conflict: outcome.conflict, answers: [], issues: [] };
    case "failed":
      return outcome;
    default:
      return unreachable(outcome);
  }
}

async function askNetwork(
  basis: Basis,
  question: NetworkQuestion,
  solver: Solver,
  options: AskOptions,
): Promise<Unnamed | Failed> {
  const outcome = await findNetworks(basis, question, solver, options);
  if (outcome.status === "failed") return outcome;
  if (outcome.status === "infeasible")
    return { status: "infeasible", conflict: outcome.conflict, answers: [], issues: [] };
  return {
    status: outcome.status,
    ...(outcome.status === "stopped" && { gap: outcome.gap }),
    answers: outcome.answer.map(({ plan, evaluation, cost, bound }) => ({
      plan,
      evaluation,
      status: gapOf(cost, bound) <= PROVEN ? ("optimal" as const) : ("stopped" as const),
      stages: [{ value: cost, bound }],
    })),
    networks: { apart: question.list.apart },
    issues: [],
  };
}
