import type { RedrawQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { ExactProgress } from "../../kernels/districting/exact.ts";
import type { RootedPlan } from "../../kernels/districting/problem.ts";
import { solveDistricting } from "../../kernels/districting/solve.ts";
import { sum } from "../../kernels/sum.ts";
import { frameRedraw, type RedrawFrame, seatChoices } from "./frame.ts";

/** Districts as found, and what no map can go below; `Infinity` where none keeps the question. */
interface RedrawAttempt {
  readonly frame: RedrawFrame;
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
  const attempts = choices.map((sites): RedrawAttempt => {
    const frame = frameRedraw(basis, question, sites);
    const { rootUnit, anchor } = frame.problem;
    // Districts share no unit: without a seat or a site for each there is nothing to look for.
    if (Math.min(rootUnit.length, anchor ? sum(anchor) : Infinity) < question.districts)
      return { frame, bound: Infinity };
    const { plan, bound } = solveDistricting(frame.problem, {
      seed: question.limits.seed,
      shouldStop,
      ...(onProgress && { onProgress }),
    });
    return { frame, bound, ...(plan && { found: plan }) };
  });
  const cost = ({ found }: RedrawAttempt): number => found?.cost ?? Infinity;
  const best = attempts.reduce((least, attempt) => (cost(attempt) < cost(least) ? attempt : least));
  return { ...best, bound: Math.min(...attempts.map(({ bound }) => bound)) };
}
