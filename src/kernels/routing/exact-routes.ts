import type { RoutingProblem } from "./problem.ts";

/** What is known of plans of so many routes: one of them; that there is none; or nothing, as the search would take too long. */
type FewRoutes =
  | { readonly kind: "plan"; readonly routes: readonly (readonly number[])[] }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** All customers that one route may serve, found once; asked for plans of few routes. */
interface ExactRoutes {
  /** Whether so many routes, each with a customer, can serve all. */
  readonly planOf: (count: number) => FewRoutes;
}

/** A set is a bit a customer, customer 1 the lowest. */
const MOST_CUSTOMERS = 30;
const MOST_SETS = 50_000;
const MOST_STEPS = 4_000_000;

/**
 * Every plan of a small problem, by dynamic programming over the sets of customers of one route (Held and Karp 1962) and a search for sets
 * that share out all. A set grows from its last customer backwards and is given up when it is beyond capacity or duration: ways of no less than no
 * time are all that is asked of the tables. `undefined` for more than 30 customers, or more sets than are worth it.
 */
export function exactRoutes(problem: RoutingProblem): ExactRoutes | undefined {
  const sets = problem.customers <= MOST_CUSTOMERS ? routeSets(problem) : undefined;
  return sets && { planOf: (count) => sharedOut(problem, sets, count) };
}

/** For each set that a route may end with: the least duration from each of its customers first, and who comes next, `[customer - 1]`. */
interface RouteSet {
  readonly load: number;
  readonly least: Float64Array;
  readonly next: Int8Array;
  /** Who comes first in the quickest route of the set alone, and whether it is quick enough. */
  first: number;
  isRoute: boolean;
}

function routeSets({
  customers,
  demand,
  capacity,
  duration,
}: RoutingProblem): ReadonlyMap<number, RouteSet> | undefined {
  const width = customers + 1;
  const along = (from: number, to: number): number => duration?.along[from * width + to] ?? 0;
  const most = (duration?.most ?? 0) + SLACK;
  const sets = new Map<number, RouteSet>();
  const grow = (mask: number, load: number, first: number, least: number, next: number): void => {
    if (load > capacity || least > most) return;
    let set = sets.get(mask);
    if (!set) {
      set = {
        load,
        least: new Float64Array(customers).fill(Infinity),
        next: new Int8Array(customers),
        first: 0,
        isRoute: false,
      };
      sets.set(mask, set);
    }
    if (least >= set.least[first - 1]) return;
    set.least[first - 1] = least;
    set.next[first - 1] = next;
  };
  for (let customer = 1; customer <= customers; customer++)
    grow(1 << (customer - 1), demand[customer], customer, along(customer, 0), 0);
  // Sets come in the order of their size, as each is made of one with a customer less.
  for (const [mask, { load, least }] of sets) {
    if (sets.size > MOST_SETS) return undefined;
    for (let before = 1; before <= customers; before++) {
      const bit = 1 << (before - 1);
      if ((mask & bit) !== 0) continue;
      for (let first = 1; first <= customers; first++)
        if (least[first - 1] < Infinity)
          grow(mask | bit, load + demand[before], before, along(before, first) + least[first - 1], first);
    }
  }
  for (const set of sets.values()) {
    const whole = Array.from(set.least, (least, i) => along(0, i + 1) + least);
    const quickest = Math.min(...whole);
    set.first = 1 + whole.indexOf(quickest);
    set.isRoute = quickest <= most;
  }
  return sets;
}

/** Sums in another order differ by less. */
const SLACK = 1e-9;

/** The customer in fewest sets is shared out first; who is left over must fit into the routes that are left. */
function sharedOut(problem: RoutingProblem, sets: ReadonlyMap<number, RouteSet>, count: number): FewRoutes {
  const { customers, demand, capacity } = problem;
  const withCustomer: number[][] = Array.from({ length: customers }, () => []);
  for (const [mask, { isRoute }] of sets)
    for (let i = 0; i < customers; i++) if (isRoute && (mask & (1 << i)) !== 0) withCustomer[i].push(mask);
  const order = withCustomer
    .map((_, i) => i)
    .toSorted((a, b) => withCustomer[a].length - withCustomer[b].length || a - b);
  const all = demand.reduce((sum, own) => sum + own, 0);
  let steps = 0;
  const chosen: number[] = [];
  const search = (left: number, load: number, routes: number): boolean => {
    if (left === 0) return routes === 0;
    if (routes === 0 || load > routes * capacity) return false;
    if (routes === 1) {
      if (sets.get(left)?.isRoute !== true) return false;
      chosen.push(left);
      return true;
    }
    const customer = order.find((i) => (left & (1 << i)) !== 0) ?? 0;
    for (const mask of withCustomer[customer]) {
      if (steps++ > MOST_STEPS) return false;
      if ((mask & left) !== mask) continue;
      chosen.push(mask);
      if (search(left & ~mask, load - (sets.get(mask)?.load ?? 0), routes - 1)) return true;
      chosen.pop();
    }
    return false;
  };
  const everybody = customers === 0 ? 0 : 2 ** customers - 1;
  if (search(everybody, all, count)) return { kind: "plan", routes: chosen.map((mask) => routeOf(mask, sets)) };
  return steps > MOST_STEPS ? { kind: "unknown" } : { kind: "none" };
}

/** The quickest route of a set, in its order. */
function routeOf(mask: number, sets: ReadonlyMap<number, RouteSet>): readonly number[] {
  const route: number[] = [];
  let [left, at] = [mask, sets.get(mask)?.first ?? 0];
  while (at > 0) {
    route.push(at);
    const next = sets.get(left)?.next[at - 1] ?? 0;
    left &= ~(1 << (at - 1));
    at = next;
  }
  return route;
}
