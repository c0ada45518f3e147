import { gathered } from "./bonds.ts";
import { HessDual, PAIR, ROOT } from "./dual.ts";
import { NONE, type Pairs } from "./pairs.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { GAIN } from "./seats.ts";

interface Screened {
  /** No plan costs less, whatever its roots; contiguity is not looked at. */
  readonly bound: number;
  /** Candidate roots that a plan which costs less than the one known may have. */
  readonly roots: Int32Array;
}

interface ScreenLimits {
  /** A known plan, which the prices start from and which other plans are to beat. */
  readonly plan?: RootedPlan;
  readonly shouldStop: () => boolean;
  readonly onBound?: (bound: number) => void;
}

/** Roots that the ascent starts with and how many join each round; steps of a round; roots priced at once. */
const SCREEN = { start: 160, join: 48, rounds: 40, steps: 80, patience: 8, chunk: 256 } as const;
/** Rounds without a gain of this share of the bound after which it is settled. */
const SETTLED = { rounds: 3, gain: 1e-4 } as const;

/**
 * Bounds a problem with too many roots to hold every pair, and rules out roots: the prices of {@link HessDual} climb over a few of
 * the roots, then every root is priced once, one after the other, which gives a bound that holds for all; the cheapest join
 * the few, and so on (pricing of columns, as in Garfinkel and Nemhauser 1970). Units without demand cost nothing to leave out of
 * a bound. A round is O(steps * few * units) and O(roots * units).
 */
export function screenRoots(asked: DistrictingProblem, { plan, shouldStop, onBound }: ScreenLimits): Screened {
  const problem = gathered(asked);
  const { demand, districts, rootUnit } = problem;
  const cutoff = plan ? plan.cost * (1 - GAIN) : Infinity;
  const units = Int32Array.from(demand.keys()).filter((unit) => demand[unit] > 0);
  const active = new Set(plan?.rootOf);
  const stride = Math.max(1, Math.floor(rootUnit.length / SCREEN.start));
  for (let root = 0; root < rootUnit.length; root += stride) active.add(root);
  let cover: Float64Array = plan ? pricesOf(problem, plan, units) : new Float64Array(units.length);
  let best: Priced = { bound: 0, value: new Float64Array(0), last: -Infinity };
  let waited = 0;
  for (let round = 0; round < SCREEN.rounds && waited < SETTLED.rounds && !shouldStop(); round++) {
    cover = climbed(problem, [...active], units, cover, cutoff, shouldStop);
    const value = priceAll(problem, units, cover, shouldStop);
    if (!value) break;
    const ranked = Array.from(value.keys()).toSorted((a, b) => value[a] - value[b] || a - b);
    const bound = ranked.slice(0, districts).reduce((sum, root) => sum + value[root], sumOf(cover));
    waited = bound > best.bound * (1 + SETTLED.gain) ? 0 : waited + 1;
    if (bound > best.bound) best = { bound, value, last: value[ranked[districts - 1]] };
    onBound?.(Math.min(best.bound, cutoff));
    if (best.bound >= cutoff) break;
    for (const root of ranked.filter((other) => !active.has(other)).slice(0, SCREEN.join)) active.add(root);
  }
  const { bound, value, last } = best;
  const roots = Int32Array.from(rootUnit.keys()).filter(
    (root) => value.length === 0 || bound + Math.max(0, value[root] - last) < cutoff,
  );
  return { bound: Math.min(bound, cutoff), roots };
}

/** Every root priced at the best prices so far. */
interface Priced {
  readonly bound: number;
  /** `[root]`; empty before the first round. */
  readonly value: Float64Array;
  /** The dearest of the roots chosen. */
  readonly last: number;
}

/**
 * Prices near those of a good plan: what a unit costs there and, for every unit of demand, what its district would gain by it,
 * the mean cost of demand. `[unit with demand]`
 */
function pricesOf({ cost, demand }: DistrictingProblem, plan: RootedPlan, units: Int32Array): Float64Array {
  const columns = new Map(Array.from(new Set(plan.rootOf), (root) => [root, cost(root)]));
  const mean = plan.cost / sumOf(demand);
  return Float64Array.from(units, (unit) => (columns.get(plan.rootOf[unit])?.[unit] ?? 0) + mean * demand[unit]);
}

/** The best prices for some of the roots. */
function climbed(
  problem: DistrictingProblem,
  roots: readonly number[],
  units: Int32Array,
  cover: Float64Array,
  cutoff: number,
  shouldStop: () => boolean,
): Float64Array {
  const { dual, numbers, rootState, pairState } = dualOf(problem, roots, units, cover);
  const { steps, patience } = SCREEN;
  dual.climb(numbers, rootState, pairState, { cutoff, steps, patience, shouldStop });
  return dual.cover;
}

/** Least reduced cost of a district with each root at these prices, `[root]`; undefined where it is to stop before all are known. */
function priceAll(
  problem: DistrictingProblem,
  units: Int32Array,
  cover: Float64Array,
  shouldStop: () => boolean,
): Float64Array | undefined {
  const value = new Float64Array(problem.rootUnit.length);
  for (let first = 0; first < value.length; first += SCREEN.chunk) {
    if (shouldStop()) return undefined;
    const roots = Array.from({ length: Math.min(SCREEN.chunk, value.length - first) }, (_, at) => first + at);
    const { dual, numbers, rootState, pairState } = dualOf({ ...problem, districts: 1 }, roots, units, cover);
    dual.climb(numbers, rootState, pairState, { cutoff: Infinity, steps: 1, patience: 1 });
    value.set(dual.value, first);
  }
  return value;
}

/** A dual of some roots and the units with demand, everything free. */
function dualOf(problem: DistrictingProblem, roots: readonly number[], units: Int32Array, cover: Float64Array) {
  const some = {
    ...problem,
    demand: Float64Array.from(units, (unit) => problem.demand[unit]),
    rootUnit: Int32Array.from(roots, (root) => problem.rootUnit[root]),
    least: Float64Array.from(roots, (root) => problem.least[root]),
    most: Float64Array.from(roots, (root) => problem.most[root]),
  };
  const dual = new HessDual(some, rowsOf(problem, roots, units));
  dual.cover.set(cover);
  return {
    dual,
    numbers: [...roots.keys()],
    rootState: new Uint8Array(roots.length).fill(ROOT.free),
    pairState: new Uint8Array(roots.length * units.length).fill(PAIR.free),
  };
}

function rowsOf(problem: DistrictingProblem, roots: readonly number[], units: Int32Array): Pairs {
  const cost = new Float64Array(roots.length * units.length);
  roots.forEach((root, row) => {
    const column = problem.cost(root);
    for (let at = 0; at < units.length; at++) cost[row * units.length + at] = column[units[at]];
  });
  return {
    start: Int32Array.from({ length: roots.length + 1 }, (_, row) => row * units.length),
    unit: Int32Array.from({ length: cost.length }, (_, pair) => pair % units.length),
    cost,
    own: new Int32Array(roots.length).fill(NONE),
  };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
