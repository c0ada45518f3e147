import { type Random, seededRandom } from "../random.ts";
import { anneal } from "./anneal.ts";
import { FlipCheck } from "./flips.ts";
import { growDistricts, spreadRoots, UNCLAIMED } from "./grow.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { recombine } from "./recombine.ts";
import { SeatCost } from "./seat-cost.ts";
import { joinUp, type Settled, settle } from "./settle.ts";

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

/** Where a round starts from, and its temperature as a share of the mean cost of a unit: low for what is nearly as it should be. */
const HEAT = { settled: 0.05, again: 0.05, recombined: 0.3, fresh: 3 } as const;
type Start = keyof typeof HEAT;
/** The last temperature, as such a share. */
const COLD = 0.0003;
/** What rounds start from, one after the other, and as long as there is no plan. */
const ROUNDS: readonly Start[] = ["settled", "recombined", "again", "settled", "recombined", "fresh"];
const WITHOUT_PLAN: readonly Start[] = ["settled", "fresh"];
/** A plan dearer than the best by this factor is not looked at again for better seats. */
const WORTH_SEATING = 1.02;
/**
 * Sets of seats that are settled before the rounds, fewer where there are many units, and the best of them that are kept; of these some are
 * tried at once, each so much shorter than a round.
 */
const SETTLE = { starts: 32, fewest: 6, units: 100_000, kept: 8, quick: 3, shorter: 8 } as const;
/** What a pair of neighbours apart costs in temperatures; about where borders of a free lattice become smooth. */
const BORDER = 1;
/** How often a unit is tried with another in return: limits as tight as two units are kept by little else. */
const SWAPS = 0.3;
/** Trees tried for one recombination. */
const TREES = 20;

interface State {
  readonly root: Int32Array;
  readonly district: Int32Array;
  /** What a unit of demand outside the limits costs at first; by what units cost where absent. */
  readonly price?: number;
}

/**
 * A good plan without proof. Seats far apart are settled as if units could be split, and the best of these are made whole and connected and
 * improved by annealing with boundary flips; then in rounds from these, from the best plan, as it is or recombined, or from
 * districts grown afresh. `undefined` when none was found that keeps the limits.
 */
export function searchDistricts(asked: DistrictingProblem, limits: SearchLimits): RootedPlan | undefined {
  const problem: DistrictingProblem = { ...asked, cost: remembered((root) => priced(asked.cost(root))) };
  const flips = new FlipCheck(problem.adjacency);
  const shouldStop = limits.shouldStop ?? (() => false);
  let best = limits.start;
  const annealed = (from: State, start: Start, proposals: number, random: Random): void => {
    const isQuick = proposals < limits.proposals;
    const objective = new SeatCost(problem, from.root, from.price);
    const unit = meanCost(problem, from);
    const { value, district } = anneal(
      problem.adjacency,
      flips,
      objective,
      from.district,
      { proposals, hot: HEAT[start] * unit, cold: COLD * unit, border: BORDER, swaps: SWAPS, shouldStop },
      random,
    );
    if (value === Infinity || (best && value > WORTH_SEATING * best.cost)) return;
    const plan = seated(problem, objective, district, isQuick ? () => true : shouldStop);
    const cost = plan ? planCost(asked, plan.rootOf) : Infinity;
    if (plan === undefined || cost === Infinity || (best && cost >= best.cost)) return;
    best = { ...plan, cost };
    limits.onPlan?.(best);
  };
  const random = seededRandom(limits.seed);
  const quick = (start: Settled): void => {
    const from = stateOfSettled(problem, start);
    if (from) annealed(from, "settled", limits.proposals / SETTLE.shorter, random);
  };
  // A plan at once for who stops soon; the best of many starts only after that.
  const settled = settledStarts(problem, random, shouldStop, best ? () => undefined : quick);
  for (const [rank, start] of settled.entries()) {
    // Until there is a plan nothing else is worth a look.
    if ((rank >= SETTLE.quick && best) || shouldStop()) break;
    quick(start);
  }
  limits.onQuick?.(best);
  let turn = 0;
  const startOf: Record<Start, () => State | undefined> = {
    settled: () => stateOfSettled(problem, settled[turn++ % settled.length]),
    again: () => stateOf(problem, best),
    recombined: () => recombined(problem, stateOf(problem, best), random, shouldStop),
    fresh: () => grown(problem, random),
  };
  for (let round = 0; round < limits.rounds && !shouldStop(); round++) {
    const starts = best ? ROUNDS : WITHOUT_PLAN;
    const start = starts[round % starts.length];
    const from = startOf[start]();
    if (from) annealed(from, start, limits.proposals, random);
  }
  return best;
}

/** Different sets of seats that are as good as they can be made near by, the best first; `onFirst` has the first before the others are looked for. */
function settledStarts(
  problem: DistrictingProblem,
  random: Random,
  shouldStop: () => boolean,
  onFirst: (settled: Settled) => void,
): readonly Settled[] {
  const { starts, fewest, units } = SETTLE;
  const fixed = problem.rootUnit.length === problem.districts;
  const inhabited = problem.demand.reduce((count, demand) => count + (demand > 0 ? 1 : 0), 1);
  const most = fixed ? 1 : Math.min(starts, Math.max(fewest, Math.floor(units / inhabited)));
  const first = settle(problem, spreadRoots(problem, random), shouldStop);
  onFirst(first);
  const found = new Map([[first.roots.toSorted().join(), first]]);
  let best = first;
  const add = (from: Int32Array): void => {
    const settled = settle(problem, from, shouldStop);
    found.set(settled.roots.toSorted().join(), settled);
    if (settled.cost < best.cost) best = settled;
  };
  for (let start = 1; start < most && !shouldStop(); start++) add(spreadRoots(problem, random));
  for (let swap = 1; swap < most && !shouldStop(); swap++) add(oneElsewhere(problem, best.roots, random));
  return [...found.values()].toSorted((a, b) => a.cost - b.cost).slice(0, SETTLE.kept);
}

/** The same seats but one, which is any other (interchange; Teitz and Bart 1968). */
function oneElsewhere({ rootUnit }: DistrictingProblem, roots: Int32Array, random: Random): Int32Array {
  const others = Int32Array.from(rootUnit.keys()).filter((root) => !roots.includes(root));
  const moved = roots.slice();
  moved[Math.floor(random() * roots.length)] = others[Math.floor(random() * others.length)];
  return moved;
}

function stateOfSettled(problem: DistrictingProblem, settled: Settled): State | undefined {
  const district = joinUp(problem, settled);
  return district.includes(UNCLAIMED) ? undefined : { root: settled.roots, district, price: settled.price };
}

/** Costs that are kept at most, in numbers. */
const KEPT = 8_000_000;

/** Costs are kept for the next time, as they may have to be worked out; all are forgotten once there are too many. */
function remembered(cost: (root: number) => Float64Array): (root: number) => Float64Array {
  const kept = new Map<number, Float64Array>();
  return (root) => {
    const known = kept.get(root);
    if (known) return known;
    const column = cost(root);
    if (kept.size * column.length > KEPT) kept.clear();
    kept.set(root, column);
    return column;
  };
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
