import { sum } from "../sum.ts";
import { gathered } from "./bonds.ts";
import { HessDual, PAIR, ROOT } from "./dual.ts";
import { NONE, type Pairs } from "./pairs.ts";
import { pricesOf } from "./prices.ts";
import type { DistrictingProblem, RootedPlan } from "./problem.ts";
import { GAIN } from "./seats.ts";

interface Screened {
  /** No plan costs less, whatever its roots; contiguity is not looked at. */
  readonly bound: number;
  /** Candidate roots that a plan which costs less than the one known may have. */
  readonly roots: Int32Array;
  /** Prices of the bound, `[unit]`. */
  readonly prices: Float64Array;
}

interface ScreenLimits {
  /** A known plan, which the prices start from and which other plans are to beat. */
  readonly plan?: RootedPlan;
  readonly shouldStop: () => boolean;
  readonly onBound?: (bound: number) => void;
}

/** Roots that the ascent starts with, all over or near each root of a plan, and how many join each round; steps of a round; roots priced at once. */
const SCREEN = { start: 160, near: 40, join: 48, rounds: 40, steps: 80, patience: 8, chunk: 256 } as const;
/** Rounds without a gain of this share of the bound after which it is settled. */
const SETTLED = { rounds: 3, gain: 1e-4 } as const;

/**
 * Bounds a problem with too many roots to hold every pair, and rules out roots: the prices of {@link HessDual} climb over a few of
 * the roots, then every root is priced once, one after the other, which gives a bound that holds for all; what is too dear is left out
 * from then on, the cheapest join the few, and so on (pricing of columns, as in Garfinkel and Nemhauser 1970). Units without demand cost nothing to leave out of
 * a bound. A round is O(steps * few * units) and O(roots * units).
 */
export function screenRoots(asked: DistrictingProblem, { plan, shouldStop, onBound }: ScreenLimits): Screened {
  const problem = gathered(asked);
  const { demand, districts, rootUnit } = problem;
  const cutoff = plan ? plan.cost * (1 - GAIN) : Infinity;
  const units = Int32Array.from(demand.keys()).filter((unit) => demand[unit] > 0);
  const stride = Math.max(1, Math.floor(rootUnit.length / SCREEN.start));
  const active = new Set(
    plan ? around(problem, plan.rootOf) : [...rootUnit.keys()].filter((root) => root % stride === 0),
  );
  let cover: Float64Array = new Float64Array(units.length);
  if (plan) {
    const all = pricesOf(problem, plan);
    cover = cover.map((_, at) => all[units[at]]);
  }
  let roots = Int32Array.from(rootUnit.keys());
  let best = cover;
  let bound = 0;
  let waited = 0;
  for (let round = 0; round < SCREEN.rounds && waited < SETTLED.rounds && !shouldStop(); round++) {
    cover = climbed(problem, [...active], units, cover, cutoff, shouldStop);
    const value = priceAll(problem, roots, units, cover, shouldStop);
    if (!value) break;
    const ranked = roots.toSorted((a, b) => value[a] - value[b] || a - b);
    const now = ranked.slice(0, districts).reduce((total, root) => total + value[root], sum(cover));
    waited = now > bound * (1 + SETTLED.gain) ? 0 : waited + 1;
    const last = value[ranked[districts - 1]];
    // What is too dear at any prices is in no better plan: the next bounds are of the others alone.
    roots = roots.filter((root) => now + Math.max(0, value[root] - last) < cutoff);
    for (const root of active) if (!(now + Math.max(0, value[root] - last) < cutoff)) active.delete(root);
    if (now > bound) [bound, best] = [now, cover];
    if (roots.length < districts) bound = cutoff;
    onBound?.(Math.min(bound, cutoff));
    if (bound >= cutoff) break;
    for (const root of ranked.filter((other) => !active.has(other)).slice(0, SCREEN.join)) active.add(root);
  }
  const prices = new Float64Array(demand.length);
  units.forEach((unit, at) => (prices[unit] = best[at]));
  return { bound: Math.min(bound, cutoff), roots: bound >= cutoff ? new Int32Array() : roots, prices };
}

/** The roots of a plan and those nearest to them, which are the first to be about as good, by rings of neighbours. */
function around({ adjacency: { start, target }, rootUnit }: DistrictingProblem, rootOf: Int32Array): readonly number[] {
  const rootIn = new Map(Array.from(rootUnit, (unit, root) => [unit, root]));
  return Array.from(new Set(rootOf)).flatMap((root) => {
    const ring = new Set([rootUnit[root]]);
    for (const unit of ring) {
      if (ring.size >= SCREEN.near) break;
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) ring.add(target[edge]);
    }
    return [...ring].flatMap((unit) => rootIn.get(unit) ?? []);
  });
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

/** Least reduced cost of a district with each of some roots at these prices, `[root]`, `Infinity` for the others; undefined where it is to stop before all are known. */
function priceAll(
  problem: DistrictingProblem,
  all: Int32Array,
  units: Int32Array,
  cover: Float64Array,
  shouldStop: () => boolean,
): Float64Array | undefined {
  const value = new Float64Array(problem.rootUnit.length).fill(Infinity);
  for (let first = 0; first < all.length; first += SCREEN.chunk) {
    if (shouldStop()) return undefined;
    const roots = [...all.subarray(first, first + SCREEN.chunk)];
    const { dual, numbers, rootState, pairState } = dualOf({ ...problem, districts: 1 }, roots, units, cover);
    dual.climb(numbers, rootState, pairState, { cutoff: Infinity, steps: 1, patience: 1 });
    roots.forEach((root, at) => (value[root] = dual.value[at]));
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
