import { gradesInWords } from "../../domain/grades.ts";
import { catalogue, filled, type Text } from "../../domain/language.ts";
import type { District } from "../../domain/municipality.ts";
import { type Failed, nothingFound, type Outcome } from "../../domain/outcome.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { RedrawQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../../evaluate/evaluate.ts";
import { brokenRules } from "../../evaluate/redraw-checks.ts";
import { type MeasuredDistrict, measureAreas } from "../../evaluate/redrawn.ts";
import type { RootedPlan } from "../../kernels/districting/problem.ts";
import type { SolverOptions } from "../solver.ts";
import { gapOf, PROVEN } from "../steps.ts";
import { attemptRedraw } from "./attempt.ts";
import { explainRedraw } from "./conflict.ts";
import { balancedPupils, limitsOf, type RedrawArrays } from "./arrays.ts";
import { redrawPlan } from "./plan.ts";
import { sum } from "../../kernels/sum.ts";

const SAID = catalogue("solve.districting.redraw", {
  noPupilsToBalance: {
    da: "lige mange elever i {grades} i hvert distrikt: der er ingen elever i {grades}",
    en: "as many pupils in {grades} in every district: there are no pupils in {grades}",
  },
});

/** Districts drawn anew: the areas themselves, and the plan in which everybody goes to a site of the new district. */
export interface Redrawing {
  readonly areas: readonly (MeasuredDistrict & { readonly district: District })[];
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  /** The question's objective and what no map can go below. */
  readonly value: number;
  readonly bound: number;
}

export type RedrawOptions = Pick<SolverOptions, "shouldStop" | "onProgress">;

/** Draws districts by {@link attemptRedraw}; the answer is measured again by evaluate, and a disagreement is an error. */
export async function redraw(
  basis: Basis,
  question: RedrawQuestion,
  options: RedrawOptions = {},
): Promise<Outcome<Redrawing>> {
  const nobody = nobodyToBalance(basis, question);
  if (nobody) return { status: "infeasible", conflict: { rules: [nobody] } };
  const shouldStop = options.shouldStop ?? (() => false);
  const { arrays, found, bound } = attemptRedraw(basis, question, shouldStop, ({ bound: proven, plan }) =>
    options.onProgress?.({ bound: proven > 0 ? proven : -Infinity, ...(plan && { incumbent: plan.cost }) }),
  );
  if (!found)
    return bound === Infinity
      ? { status: "infeasible", conflict: await explainRedraw(basis, question) }
      : nothingFound(shouldStop() ? "cancelled" : "size");
  const answer = redrawing(basis, question, arrays, found, bound);
  if ("status" in answer) return answer;
  const gap = gapOf(answer.value, bound);
  return gap <= PROVEN
    ? { status: "optimal", answer: { ...answer, bound: answer.value } }
    : { status: "stopped", answer, gap, why: shouldStop() ? "time" : "size" };
}

/** Districts cannot be made alike by a band that nobody is in. */
function nobodyToBalance(basis: Basis, question: RedrawQuestion): Text | undefined {
  if (question.balance === "pupils" || sum(balancedPupils(basis, question)) > 0) return undefined;
  const { key } = basis.municipality.grades.bands[question.balance];
  return filled(SAID.noPupilsToBalance, { grades: gradesInWords(key) });
}

function redrawing(
  basis: Basis,
  question: RedrawQuestion,
  { problem, seat }: RedrawArrays,
  found: RootedPlan,
  bound: number,
): Redrawing | Failed {
  const { units } = basis.municipality;
  const roots = [...new Set(found.rootOf)].toSorted(
    (a, b) => units.lon[problem.rootUnit[a]] - units.lon[problem.rootUnit[b]] || a - b,
  );
  const number = new Map(roots.map((root, district) => [root, district]));
  const areas = measureAreas(basis, question, problem.adjacency, {
    districtOf: Array.from(found.rootOf, (root) => number.get(root) ?? NO_SITE),
    middle: roots.map((root) => problem.rootUnit[root]),
    ...(seat && { seat: roots.map((root) => seat[root]) }),
  });
  const wrong = wrongOf(basis, question, areas, found.cost, sum(problem.demand));
  if (wrong !== undefined) return { status: "failed", reason: wrong };
  const { areas: named, plan } = redrawPlan(basis, question, areas);
  const [broken] = brokenRules({ ground: basis, areas, plan }, question);
  if (broken) return { status: "failed", reason: `a rule is broken: ${JSON.stringify(broken)}` };
  const value = areas.reduce((total, area) => total + area.value, 0);
  return { areas: named, plan, evaluation: evaluatePlan(basis, plan), value, bound };
}

/** What is wrong with a map, by its own measures; `undefined` when it answers the question at the cost claimed. */
function wrongOf(
  { municipality }: Basis,
  question: RedrawQuestion,
  areas: readonly MeasuredDistrict[],
  cost: number,
  pupils: number,
): string | undefined {
  const { least, most } = limitsOf(pupils, question);
  if (areas.length !== question.districts) return `${areas.length} districts, not ${question.districts}`;
  if (areas.reduce((count, { units }) => count + units.length, 0) !== municipality.units.count)
    return "a unit in no district or in two";
  for (const area of areas) {
    if (area.extraPieces > 0) return "a district in pieces";
    if (area.pupils < least || area.pupils > most) return `${area.pupils} pupils, not ${least} to ${most}`;
    if (question.sites === "in-every-district" && area.sites.length === 0) return "a district without a site";
  }
  const value = areas.reduce((total, area) => total + area.value, 0);
  return Math.abs(value - cost) > 1e-6 * Math.max(1, Math.abs(value))
    ? `evaluate finds ${value} where the search says ${cost}`
    : undefined;
}
