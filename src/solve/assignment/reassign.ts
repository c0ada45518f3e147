import { catalogue } from "../../domain/language.ts";
import type { ASSIGNMENT_ISSUES } from "./issue-texts.ts";
import type { Issue } from "../../domain/issue.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { AssignmentRule, ReassignQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { gradesWithoutSite, requireOwnPlan } from "../../evaluate/completeness.ts";
import { type Evaluation, evaluatePlan } from "../../evaluate/evaluate.ts";
import { objectiveValue } from "../../evaluate/objective-values.ts";
import { sum } from "../../kernels/sum.ts";
import { checkRules } from "../../evaluate/rule-checks.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { gapOfStages, PROVEN } from "../steps.ts";
import { explainConflict } from "./conflict.ts";
import { frameQuestion, type FramedQuestion } from "./frame.ts";
import { solveQuestion } from "./solve-question.ts";
import type { Staged } from "./staged.ts";
import { drawZones } from "./zones.ts";

const SAID = catalogue("solve.assignment.reassign", {
  newAssignment: { da: "Ny fordeling", en: "New assignment" },
});

/** Who goes where, with what proves it. */
export interface Reassignment {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** Value and proven bound of each stage, in the stage's own unit. */
  readonly stages: readonly { readonly value: number; readonly bound: number }[];
  /** Pairs that are split between sites: pupils by site. In the plan they stand at the site with most. */
  readonly splits: readonly {
    readonly unit: number;
    readonly band: number;
    readonly pupils: ReadonlyMap<number, number>;
  }[];
  /** Units with no route, units larger than any site they may go to: reported, not hidden. */
  readonly issues: readonly Issue[];
}

/**
 * Assigns whole units to the sites that `plan` opens, band by band, by the question's stages and rules. Exact where it says
 * `optimal`; every answer is checked against every rule and its objective recomputed by evaluate before anybody sees it.
 */
export async function reassign(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions = {},
): Promise<Outcome<Reassignment>> {
  requireOwnPlan(basis, plan);
  const district = districtOfSite(plan);
  const lacking = gradesWithoutSite(basis, (site, band) => teachesBand(plan, site, band) && district[site] !== NO_SITE);
  if (lacking.length > 0) return { status: "infeasible", conflict: { rules: lacking } };
  const framed = frameQuestion(basis, plan, question.rules);
  if (framed.blocked.length > 0) return explainConflict(basis, plan, question, solver);
  const staged = await solveQuestion(basis, plan, framed, question, solver, options);
  if (staged.status === "failed") return staged;
  if (staged.status === "infeasible") return explainConflict(basis, plan, question, solver);
  return answerOf(basis, plan, question, framed, staged);
}

function answerOf(
  basis: Basis,
  plan: Plan,
  question: ReassignQuestion,
  { frame, stranded, oversized }: FramedQuestion,
  { sites, shares, empty, stages }: Extract<Staged, { status: "solved" }>,
): Outcome<Reassignment> {
  const decided = new Map(empty);
  frame.pair.forEach((pair, row) => decided.set(pair, sites[row]));
  const assignment = drawZones(basis, plan, decided);
  const found: Plan = { ...plan, id: "reassigned", title: SAID.newAssignment, assignment };
  const evaluation = evaluatePlan(basis, found);
  const wrong = wrongOf(basis, found, question, evaluation, stages, shares.size);
  if (wrong) return { status: "failed", reason: wrong };
  const answer: Reassignment = {
    plan: found,
    evaluation,
    stages,
    splits: [...shares].map(([row, parts]) => ({
      unit: Math.floor(frame.pair[row] / frame.grades.bandCount),
      band: frame.pair[row] % frame.grades.bandCount,
      pupils: wholePupils(
        frame.pupils[row],
        [...parts].map(([candidate, share]) => [frame.site[candidate], share]),
      ),
    })),
    issues: [...noteUnits(basis, "pair-no-route", stranded), ...noteUnits(basis, "pair-too-large", oversized)],
  };
  const gap = gapOfStages(stages);
  return gap <= PROVEN ? { status: "optimal", answer } : { status: "stopped", answer, gap, why: "time" };
}

/** What is wrong with an answer, if anything: a broken rule, or an objective that evaluate computes otherwise. */
function wrongOf(
  basis: Basis,
  plan: Plan,
  { rules, stages }: ReassignQuestion,
  evaluation: Evaluation,
  reached: readonly { value: number; bound: number }[],
  splits: number,
): string | undefined {
  const breach = checkRules(basis, plan, rules, { split: splits }).at(0);
  if (breach) return `the answer breaks a rule: ${breach.what.en}`;
  for (const [number, stage] of stages.entries()) {
    const { value, bound } = reached[number];
    const tolerance = PROVEN * Math.max(1, Math.abs(value));
    if (bound > value + tolerance) return `bound ${bound} above the value ${value}`;
    if (splits > 0) continue;
    const measured = sum(stage.map(({ objective, weight }) => weight * objectiveValue(basis, evaluation, objective)));
    const isLast = number === stages.length - 1;
    if (measured > value + tolerance || (isLast && measured < value - tolerance))
      return `evaluate finds ${measured} where the model says ${value}`;
  }
  return undefined;
}

/** Shares as whole pupils that add up: largest remainder. */
function wholePupils(pupils: number, shares: readonly (readonly [site: number, share: number])[]): Map<number, number> {
  const exact = shares.map(([site, share]) => ({ site, pupils: share * pupils }));
  const whole = new Map(exact.map(({ site, pupils: part }) => [site, Math.floor(part + 1e-9)]));
  let left = pupils - sum(whole.values());
  for (const { site } of exact.toSorted((a, b) => (b.pupils % 1) - (a.pupils % 1))) {
    if (left-- <= 0) break;
    whole.set(site, (whole.get(site) ?? 0) + 1);
  }
  return whole;
}

function noteUnits(
  { municipality, unitBand }: Basis,
  code: keyof typeof ASSIGNMENT_ISSUES,
  pairs: readonly number[],
): readonly Issue[] {
  if (pairs.length === 0) return [];
  const units = [
    ...new Set(pairs.map((pair) => municipality.units.id[Math.floor(pair / municipality.grades.bandCount)])),
  ];
  const pupils = pairs.reduce((total, pair) => total + unitBand[pair], 0);
  return [{ code, severity: "warning", values: { units: units.length, pupils, list: units.join(", ") } }];
}

/** A question asked by default: least overflow, then least pupil-metres. */
export const defaultReassign = (rules: readonly AssignmentRule[]): ReassignQuestion => ({
  kind: "reassign",
  stages: [[{ objective: "overflow", weight: 1 }], [{ objective: "pupil-metres", weight: 1 }]],
  rules,
  limits: { seed: 1 },
});
