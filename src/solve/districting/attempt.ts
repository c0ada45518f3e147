import type { RedrawQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { ExactProgress } from "../../kernels/districting/exact.ts";
import type { RootedPlan } from "../../kernels/districting/problem.ts";
import { solveDistricting } from "../../kernels/districting/solve.ts";
import { sum } from "../../kernels/sum.ts";
import { unitRules } from "./bonds.ts";
import { redrawArrays, type RedrawArrays, requiredUnits, seatChoices } from "./arrays.ts";

/** Districts as found, and what no map can go below; `Infinity` where none keeps the question. */
interface RedrawAttempt {
  readonly arrays: RedrawArrays;
  readonly found?: RootedPlan;
  readonly bound: number;
}

/** Looks for the best map of a question by {@link solveDistricting}; where seats share a unit, with each of them in turn. Of more seats than districts the best are taken. */
export function attemptRedraw(
  basis: Basis,
  question: RedrawQuestion,
  shouldStop: () => boolean,
  onProgress?: (progress: ExactProgress) => void,
): RedrawAttempt {
  const choices = seatChoices(basis, question) ?? [undefined];
  const isPossible = requiredUnits(basis, question) !== undefined && unitRules(basis, question) !== undefined;
  const attempts: RedrawAttempt[] = [];
  for (const sites of choices) {
    const arrays = redrawArrays(basis, question, sites);
    const { rootUnit, anchor } = arrays.problem;
    // Districts share no unit: without a seat or a site for each there is nothing to look for.
    if (!isPossible || Math.min(rootUnit.length, anchor ? sum(anchor) : Infinity) < question.districts) {
      attempts.push({ arrays, bound: Infinity });
      continue;
    }
    const isLast = attempts.length + 1 === choices.length;
    const { plan, bound } = solveDistricting(arrays.problem, {
      seed: question.limits.seed,
      shouldStop,
      ...(onProgress && { onProgress: amongAll(onProgress, attempts, isLast ? "the last" : "more follow") }),
    });
    attempts.push({ arrays, bound, ...(plan && { found: plan }) });
  }
  const cost = ({ found }: RedrawAttempt): number => found?.cost ?? Infinity;
  const best = attempts.reduce((least, attempt) => (cost(attempt) < cost(least) ? attempt : least));
  return { ...best, bound: Math.min(...attempts.map(({ bound }) => bound)) };
}

/** What one choice of seats tells, as it is of all of them: nothing is proven while some have not been begun. */
const amongAll =
  (
    onProgress: (progress: ExactProgress) => void,
    before: readonly RedrawAttempt[],
    which: "the last" | "more follow",
  ): typeof onProgress =>
  ({ bound, plan }) => {
    const plans = [...before.flatMap(({ found }) => found ?? []), ...(plan ? [plan] : [])];
    const [best] = plans.toSorted((a, b) => a.cost - b.cost);
    onProgress({
      bound: which === "the last" ? Math.min(bound, ...before.map((attempt) => attempt.bound)) : 0,
      ...(best && { plan: best }),
    });
  };
