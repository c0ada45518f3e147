import { type ExactAnswer, type ExactProgress, RootTree, solveExact } from "./exact.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { screenRoots } from "./screen.ts";
import { GAIN } from "./seats.ts";
import { searchDistricts } from "./search.ts";

export interface DistrictingLimits {
  readonly seed: number;
  readonly start?: RootedPlan;
  readonly shouldStop: () => boolean;
  readonly onProgress?: (progress: ExactProgress) => void;
}

/** The search before the proof: rounds, for problems that a proof can hold at once and for larger ones, and draws in a round. */
const SEARCH = { rounds: 40, roundsIfLarge: 8, perUnit: 500, most: 1_000_000 } as const;
/** Pairs of root and unit that a proof can hold at once. */
const MOST_PAIRS = 3_000_000;

/**
 * A good plan by {@link searchDistricts}, then the best one with its proof by {@link RootTree}; where there are too many pairs
 * of root and unit for that, {@link screenRoots} first rules out roots.
 */
export function solveDistricting(problem: DistrictingProblem, limits: DistrictingLimits): ExactAnswer {
  const { seed, shouldStop, onProgress } = limits;
  const isLarge = problem.rootUnit.length * problem.demand.length > MOST_PAIRS;
  const proof = isLarge ? undefined : new RootTree(problem, { shouldStop, ...(onProgress && { onProgress }) });
  let bound = 0;
  let isSettled = false;
  const found = searchDistricts(problem, {
    seed,
    rounds: isLarge ? SEARCH.roundsIfLarge : SEARCH.rounds,
    proposals: Math.min(SEARCH.most, SEARCH.perUnit * problem.demand.length),
    shouldStop: () => isSettled || shouldStop(),
    onPlan: (plan) => onProgress?.({ bound, plan }),
    // The search takes most of a short time: what no map can go below is found before it, so that a stopped answer says how good it is.
    onQuick: (plan) => {
      const first = proof?.firstBound(plan) ?? 0;
      // Nothing goes below the plan at hand, or there is none: the rounds could only find that again.
      isSettled = first === Infinity;
      bound = isSettled ? (plan?.cost ?? 0) : Math.max(0, first);
      if (bound > 0) onProgress?.({ bound, ...(plan && { plan }) });
    },
    ...(limits.start && { start: limits.start }),
  });
  if (proof) return proof.prove(found);
  return solveScreened(problem, found, limits);
}

function solveScreened(
  problem: DistrictingProblem,
  found: RootedPlan | undefined,
  { shouldStop, onProgress }: DistrictingLimits,
): ExactAnswer {
  const cutoff = found ? found.cost * (1 - GAIN) : Infinity;
  const { bound, roots, prices } = screenRoots(problem, {
    shouldStop,
    onBound: (proven) => onProgress?.({ bound: proven, ...(found && { plan: found }) }),
    ...(found && { plan: found }),
  });
  onProgress?.({ bound, ...(found && { plan: found }) });
  const few = roots.length * problem.demand.length <= MOST_PAIRS;
  const plan = found && { plan: found };
  const figures = { nodes: 0, seatNodes: 0, rootSets: 0, roots: roots.length, pairs: 0, firstBound: bound };
  if (roots.length === 0) return { bound: found?.cost ?? Infinity, figures, ...plan };
  if (!few || shouldStop()) return { bound, figures, ...plan };
  const kept = solveExact(
    {
      ...problem,
      rootUnit: roots.map((root) => problem.rootUnit[root]),
      least: Float64Array.from(roots, (root) => problem.least[root]),
      most: Float64Array.from(roots, (root) => problem.most[root]),
      cost: (root) => problem.cost(roots[root]),
    },
    {
      shouldStop,
      cutoff,
      prices,
      onProgress: ({ bound: now, plan: better }) =>
        onProgress?.({ bound: Math.max(bound, now), ...(better ? { plan: named(better, roots) } : plan) }),
    },
  );
  const best = kept.plan ? { plan: named(kept.plan, roots) } : plan;
  // Without a plan of its own the proof says only that nothing is below the cutoff.
  const rest = kept.bound === Infinity ? (found?.cost ?? Infinity) : kept.bound;
  return { bound: Math.max(bound, rest), figures: kept.figures, ...best };
}

const named = ({ rootOf, cost }: RootedPlan, roots: Int32Array): RootedPlan => ({
  rootOf: rootOf.map((root) => roots[root]),
  cost,
});
