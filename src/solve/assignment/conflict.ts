import { ruleInWords } from "../../protocol/question-rules.ts";
import type { Text } from "../../domain/language.ts";
import type { Failed, Infeasible, Relaxation } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { AssignmentRule, ReassignQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { shortInAll } from "../../evaluate/capacity-in-years.ts";
import { checkRules } from "../../evaluate/rule-checks.ts";
import { smallestConflict } from "../deletion-filter.ts";
import type { Solver } from "../solver.ts";
import { gapOfStages, PROVEN } from "../steps.ts";
import { frameQuestion } from "./frame.ts";
import { solveQuestion } from "./solve-question.ts";
import { drawZones } from "./zones.ts";

/** Limit of one test whether rules can hold together, seconds, and never more than the question's; undecided rules stay named. */
const TEST_SECONDS = 10;
const testLimits = ({ limits }: ReassignQuestion): ReassignQuestion["limits"] => ({
  ...limits,
  seconds: Math.min(TEST_SECONDS, limits.seconds ?? TEST_SECONDS),
});

/**
 * Why a reassignment cannot be done: a smallest set of rules that collide, what the capacity rule lacks in places, and what leaving out each of the rules would give.
 */
export async function explainConflict(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  solver: Solver,
): Promise<Infeasible | Failed> {
  const rules = await smallestConflict(question.rules, (left) => canHold(basis, plan, question, left, solver));
  if (rules.length === 0) return { status: "failed", reason: "infeasible without any rule" };
  const relaxing: Relaxation[] = [];
  for (const rule of rules) {
    const without = { ...question, rules: question.rules.filter((other) => other !== rule) };
    relaxing.push({
      rule: ruleInWords(rule, basis.municipality),
      ...(await bestOf(basis, plan, without, solver)),
    });
  }
  const inYears = rules.flatMap((rule) =>
    rule.kind === "capacity-in-years" ? shortInAll(basis, plan, rule.demands) : [],
  );
  const details = [...inYears, ...(await shortfall(basis, plan, question, rules, solver))];
  return {
    status: "infeasible",
    conflict: { rules: rules.map((rule) => ruleInWords(rule, basis.municipality)), details, relaxing },
  };
}

async function canHold(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  rules: readonly AssignmentRule[],
  solver: Solver,
): Promise<boolean> {
  const probe = { ...question, rules, stages: [[{ objective: "pupil-metres" as const, weight: 1 }]] };
  const framed = frameQuestion(basis, plan, rules);
  if (framed.blocked.length > 0) return false;
  const staged = await solveQuestion(basis, plan, framed, { ...probe, limits: testLimits(question) }, solver, {});
  return staged.status !== "infeasible";
}

/** What the question gives as it is, as far as the time of a test goes. */
async function bestOf(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  solver: Solver,
): Promise<Pick<Relaxation, "outcome" | "values">> {
  const framed = frameQuestion(basis, plan, question.rules);
  if (framed.blocked.length > 0) return { outcome: "infeasible", values: [] };
  const limits = testLimits(question);
  const staged = await solveQuestion(basis, plan, framed, { ...question, limits }, solver, {});
  if (staged.status === "infeasible") return { outcome: "infeasible", values: [] };
  if (staged.status === "failed") return { outcome: "unknown", values: [] };
  const proven = gapOfStages(staged.stages) <= PROVEN;
  return { outcome: proven ? "optimal" : "stopped", values: staged.stages.map(({ value }) => value) };
}

/** With capacity let go but overflow made least, the places that are still missing, site by site. */
async function shortfall(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  rules: readonly AssignmentRule[],
  solver: Solver,
): Promise<readonly Text[]> {
  const capacity = rules.find(({ kind }) => kind === "capacity");
  if (!capacity) return [];
  const others = rules.filter((rule) => rule !== capacity);
  const framed = frameQuestion(basis, plan, others);
  if (framed.blocked.length > 0) return [];
  const stages = [[{ objective: "overflow" as const, weight: 1 }], [{ objective: "pupil-metres" as const, weight: 1 }]];
  const asked = { ...question, rules: others, stages, limits: testLimits(question) };
  const staged = await solveQuestion(basis, plan, framed, asked, solver, {});
  if (staged.status !== "solved") return [];
  const decided = new Map(Array.from(framed.frame.pair, (pair, row) => [pair, staged.sites[row]]));
  const found = { ...plan, assignment: drawZones(basis, plan, decided) };
  return checkRules(basis, found, [capacity]).map(({ what }) => what);
}
