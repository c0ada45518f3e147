import { type ExactAnswer, type ExactProgress, solveExact } from "./exact.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { searchDistricts } from "./search.ts";

export interface DistrictingLimits {
  readonly seed: number;
  readonly start?: RootedPlan;
  readonly shouldStop: () => boolean;
  readonly onProgress?: (progress: ExactProgress) => void;
}

/** Pairs of neighbours drawn by the search before the proof begins: so many rounds, so many draws for every unit. */
const SEARCH = { rounds: 8, perUnit: 4000, most: 4_000_000 } as const;

/** A good plan by {@link searchDistricts}, then the best one with its proof by {@link solveExact}. */
export function solveDistricting(problem: DistrictingProblem, limits: DistrictingLimits): ExactAnswer {
  const { seed, shouldStop, onProgress } = limits;
  const found = searchDistricts(problem, {
    seed,
    rounds: SEARCH.rounds,
    proposals: Math.min(SEARCH.most, SEARCH.perUnit * problem.demand.length),
    shouldStop,
    onPlan: (plan) => onProgress?.({ bound: 0, plan }),
    ...(limits.start && { start: limits.start }),
  });
  return solveExact(problem, { shouldStop, ...(found && { start: found }), ...(onProgress && { onProgress }) });
}
