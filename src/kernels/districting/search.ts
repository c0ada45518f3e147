import { type Random, seededRandom } from "../random.ts";
import { anneal } from "./anneal.ts";
import { FlipCheck } from "./flips.ts";
import { growDistricts, spreadRoots, UNCLAIMED } from "./grow.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { recombine } from "./recombine.ts";
import { SeatCost } from "./seat-cost.ts";

export interface SearchLimits {
  readonly seed: number;
  /** Rounds of annealing; the same number gives the same plan. */
  readonly rounds: number;
  /** Pairs of neighbours drawn in a round. */
  readonly proposals: number;
  readonly start?: RootedPlan;
  readonly shouldStop?: () => boolean;
  readonly onPlan?: (plan: RootedPlan) => void;
  /** Once, before the rounds, with the plan of a first quick look if there is one. */
  readonly onQuick?: (plan: RootedPlan | undefined) => void;
}

/** Temperatures as shares of the mean cost of a unit: of a quick try, of a fresh start, of a plan that was recombined, and the last one. */
const HEAT = { quick: 0.3, fresh: 3, mended: 0.3, cold: 0.002 } as const;
/** Tries before the rounds, each so much shorter than one, so that a search that is stopped early has a plan. */
const QUICK = { tries: 8, shorter: 4 } as const;
/** Every so many rounds start afresh. */
const FRESH_EVERY = 4;
/** What a pair of neighbours apart costs in temperatures; about where borders of a free lattice become smooth. */
const BORDER = 1;
/** Trees tried for one recombination. */
const TREES = 20;

interface State {
  readonly root: Int32Array;
  readonly district: Int32Array;
}

/**
 * A good plan without proof: districts grown from roots far apart, improved by annealing with boundary flips, then in rounds
 * either grown afresh or recombined from the best and annealed again. `undefined` when none was found that keeps the limits.
 */
export function searchDistricts(asked: DistrictingProblem, limits: SearchLimits): RootedPlan | undefined {
  const problem: DistrictingProblem = { ...asked, cost: (root) => priced(asked.cost(root)) };
  const flips = new FlipCheck(problem.adjacency);
  const shouldStop = limits.shouldStop ?? (() => false);
  let best = limits.start;
  const annealed = (from: State, kind: Exclude<keyof typeof HEAT, "cold">, random: Random): void => {
    const proposals = kind === "quick" ? limits.proposals / QUICK.shorter : limits.proposals;
    const objective = new SeatCost(problem, from.root);
    const unit = meanCost(problem, from);
    const { value, district } = anneal(
      problem.adjacency,
      flips,
      objective,
      from.district,
      {
        proposals,
        hot: HEAT[kind] * unit,
        cold: HEAT.cold * unit,
        border: BORDER,
        shouldStop,
      },
      random,
    );
    if (value === Infinity) return;
    const plan = seated(problem, objective, district, kind === "quick" ? () => true : shouldStop);
    const cost = plan ? planCost(asked, plan.rootOf) : Infinity;
    if (plan === undefined || cost === Infinity || (best && cost >= best.cost)) return;
    best = { ...plan, cost };
    limits.onPlan?.(best);
  };
  // Dice of their own, so that the rounds are the same without them.
  const quick = seededRandom(limits.seed);
  for (let tries = 0; tries < QUICK.tries && !shouldStop(); tries++) {
    if (best) break;
    const from = grown(problem, quick);
    if (from) annealed(from, "quick", quick);
  }
  limits.onQuick?.(best);
  const random = seededRandom(limits.seed);
  for (let round = 0; round < limits.rounds && !shouldStop(); round++) {
    const isFresh =
      best === undefined || (round === 0 && limits.start === undefined) || round % FRESH_EVERY === FRESH_EVERY - 1;
    const from = isFresh ? grown(problem, random) : recombined(problem, stateOf(problem, best), random, shouldStop);
    if (from) annealed(from, isFresh ? "fresh" : "mended", random);
  }
  return best;
}

/** How much dearer than the dearest unit that may belong to a district one is that may not. */
const DEARER_IF_BARRED = 10;

/** A unit that may not belong has a price while districts are looked for, so that they can be moved out of what is barred. */
function priced(cost: Float64Array): Float64Array {
  if (!cost.includes(Infinity)) return cost;
  const dearest = cost.reduce((most, value) => (value < Infinity ? Math.max(most, value) : most), 0);
  return cost.map((value) => Math.min(value, DEARER_IF_BARRED * Math.max(dearest, 1)));
}

/** The cost of a plan, unit by unit. */
function planCost({ cost }: DistrictingProblem, rootOf: Int32Array): number {
  const columns = new Map<number, Float64Array>();
  let total = 0;
  rootOf.forEach((root, unit) => {
    const column = columns.get(root) ?? cost(root);
    columns.set(root, column);
    total += column[unit];
  });
  return total;
}

function grown(problem: DistrictingProblem, random: Random): State | undefined {
  const root = spreadRoots(problem, random);
  const district = growDistricts(problem, root);
  return district.includes(UNCLAIMED) ? undefined : { root, district };
}

function stateOf({ districts }: DistrictingProblem, plan: RootedPlan | undefined): State {
  const root = Int32Array.from(new Set(plan?.rootOf)).slice(0, districts);
  const number = new Map(Array.from(root, (candidate, here) => [candidate, here]));
  return { root, district: Int32Array.from(plan?.rootOf ?? [], (candidate) => number.get(candidate) ?? 0) };
}

/** Two neighbouring districts cut anew; the same plan when no cut was found. */
function recombined(
  problem: DistrictingProblem,
  { root, district }: State,
  random: Random,
  shouldStop?: () => boolean,
): State {
  const { adjacency, demand, rootUnit, least, most } = problem;
  const fixed = root.length === rootUnit.length;
  for (let tried = 0; tried < TREES; tried++) {
    const edge = Math.floor(random() * adjacency.target.length);
    const unit = adjacency.start.findIndex((start) => start > edge) - 1;
    const [here, other] = [district[unit], district[adjacency.target[edge]]];
    if (here === other) continue;
    const units = [...district.keys()].filter((member) => district[member] === here || district[member] === other);
    const part = recombine(
      adjacency,
      demand,
      {
        units,
        least: Math.min(least[root[here]], least[root[other]]),
        most: Math.max(most[root[here]], most[root[other]]),
        ...(fixed && { seats: [rootUnit[root[here]], rootUnit[root[other]]] }),
      },
      random,
    );
    if (!part) continue;
    const next = district.slice();
    for (const member of units) next[member] = other;
    for (const member of part) next[member] = here;
    const objective = new SeatCost(problem, root);
    if (!fixed && !anySeats(problem, objective, next, shouldStop)) continue;
    return { root: objective.root, district: next };
  }
  return { root, district };
}

/** Seats wherever a district lost its own; false when it has no candidate at all. */
function anySeats(
  { rootUnit }: DistrictingProblem,
  objective: SeatCost,
  district: Int32Array,
  shouldStop?: () => boolean,
): boolean {
  const own = new Map<number, number>();
  rootUnit.forEach((unit, root) => own.set(district[unit], root));
  for (let here = 0; here < objective.root.length; here++) {
    if (district[rootUnit[objective.root[here]]] === here) continue;
    const root = own.get(here);
    if (root === undefined) return false;
    objective.seat(here, root);
  }
  objective.reseatFully(district, shouldStop);
  return true;
}

function meanCost(problem: DistrictingProblem, { root, district }: State): number {
  const value = new SeatCost(problem, root).reset(district);
  return Math.max(value, Number.MIN_VALUE) / district.length;
}

function seated(
  problem: DistrictingProblem,
  objective: SeatCost,
  district: Int32Array,
  shouldStop?: () => boolean,
): RootedPlan | undefined {
  const fixed = objective.root.length === problem.rootUnit.length;
  if (!fixed && !anySeats(problem, objective, district, shouldStop)) return undefined;
  objective.reset(district);
  if (!objective.keepsLimits()) return undefined;
  const rootOf = district.map((here) => objective.root[here]);
  return { rootOf, cost: planCost(problem, rootOf) };
}
