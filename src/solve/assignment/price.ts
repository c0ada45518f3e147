import { type Failed, type Infeasible, nothingFound } from "../../domain/outcome.ts";
import type { Plan } from "../../domain/plan.ts";
import type { AssignmentRule, ReassignQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { canCompare } from "../../evaluate/measures/measure.ts";
import { measureNamed, type MeasureKey } from "../../evaluate/measures/table.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { reassign, type Reassignment } from "./reassign.ts";

/** What one rule, lock or wish costs: the answers with it and without it. */
export interface RulePrice {
  readonly rule: AssignmentRule;
  readonly without: Reassignment;
  readonly proven: "optimal" | "stopped";
  /** With minus without, by measure key; those that do not change, or are of other pupils, are absent. */
  readonly differences: ReadonlyMap<MeasureKey, number>;
  /** With minus without, stage by stage. */
  readonly stages: readonly number[];
}

export interface Prices {
  readonly answer: Reassignment;
  readonly proven: "optimal" | "stopped";
  readonly prices: readonly RulePrice[];
}

/** Solves a question as it is and once without each of its rules. What a rule costs depends on the others that stay. */
export async function priceRules(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions = {},
): Promise<Prices | Infeasible | Failed> {
  const asked = await reassign(basis, plan, question, solver, options);
  if (asked.status === "failed" || asked.status === "infeasible") return asked;
  const prices: RulePrice[] = [];
  for (const rule of question.rules) {
    if (options.shouldStop?.() === true) return nothingFound("cancelled");
    const rules = question.rules.filter((other) => other !== rule);
    const outcome = await reassign(basis, plan, { ...question, rules }, solver, options);
    if (outcome.status === "failed") return outcome;
    if (outcome.status === "infeasible") return { status: "failed", reason: "infeasible with fewer rules than before" };
    prices.push({
      rule,
      without: outcome.answer,
      proven: outcome.status,
      differences: differences(asked.answer, outcome.answer),
      stages: asked.answer.stages.map(({ value }, stage) => value - outcome.answer.stages[stage].value),
    });
  }
  return { answer: asked.answer, proven: asked.status, prices };
}

function differences(a: Reassignment, b: Reassignment): ReadonlyMap<MeasureKey, number> {
  const changed = new Map<MeasureKey, number>();
  for (const [key, value] of a.evaluation.values) {
    const other = b.evaluation.values.get(key);
    const measure = measureNamed(key);
    if (other === undefined || value === other || !measure) continue;
    if (canCompare(measure, a.evaluation.values, b.evaluation.values)) changed.set(key, value - other);
  }
  return changed;
}
