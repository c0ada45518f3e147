import { mostApart, shortestOver } from "./routing/apart.ts";
import { exactRoutes } from "./routing/exact-routes.ts";
import { type Effort, NO_WAY, type RoutingProblem } from "./routing/problem.ts";
import { routeVehicles } from "./routing/route-vehicles.ts";

/**
 * Routes of school buses to one school: an open vehicle routing problem with capacity and a longest ride, fewest vehicles first and then
 * fewest kilometres (see `routeVehicles`). Same problem, same routes.
 */
export interface BusProblem {
  readonly stops: number;
  /** Minutes and kilometres between stops, row-major over stops and then the school, `[from * (stops + 1) + to]`. */
  readonly minutes: Float64Array;
  readonly kilometres: Float64Array;
  /** Pupils at each stop, `[stop]`. */
  readonly pupils: Float64Array;
  /** Seats of a vehicle. */
  readonly seats: number;
  /** Longest time from the first stop to the school, minutes. */
  readonly longestRide: number;
  /** Minutes a vehicle stands at a stop. */
  readonly stopMinutes: number;
}

export interface BusRoute {
  /** In the order driven; the school comes after the last. */
  readonly stops: readonly number[];
  readonly pupils: number;
  readonly minutes: number;
  readonly kilometres: number;
}

export interface BusPlan {
  readonly routes: readonly BusRoute[];
  readonly kilometres: number;
  /** No plan has fewer vehicles, none fewer kilometres: see `fewestBuses` and `exactRoutes`, and the spanning tree that every plan contains. */
  readonly fewestVehicles: number;
  readonly leastKilometres: number;
  /** Stops from which even a direct ride is too long; they are driven all the same, and reported. */
  readonly tooFar: readonly number[];
}

export function routeBuses(problem: BusProblem): BusPlan {
  const driven = Array.from({ length: problem.stops }, (_, stop) => stop).filter((stop) => problem.pupils[stop] > 0);
  const effort = { seed: SEED, rounds: driven.length < 2 ? 0 : ROUNDS + ROUNDS_PER_STOP * driven.length };
  const { routes: found, fewest } = fewestRouted(openRouting(problem, driven), fewestBuses(problem, driven), effort);
  const routes = found.map((customers) =>
    described(
      problem,
      customers.map((customer) => driven[customer - 1]),
    ),
  );
  return {
    routes,
    kilometres: routes.reduce((sum, route) => sum + route.kilometres, 0),
    fewestVehicles: fewest,
    leastKilometres: spanningTree(problem),
    tooFar: driven.filter((stop) => described(problem, [stop]).minutes > problem.longestRide),
  };
}

/**
 * Routes, and how many no plan has fewer than: where the search has more than `bound`, all plans of a small problem are gone through for each
 * number between.
 */
function fewestRouted(
  routing: RoutingProblem,
  bound: number,
  effort: Effort,
): { readonly routes: readonly (readonly number[])[]; readonly fewest: number } {
  const { routes } = routeVehicles(routing, "fewest routes, then length", effort);
  const exact = bound < routes.length ? exactRoutes(routing) : undefined;
  if (!exact) return { routes, fewest: bound };
  for (let count = bound; count < routes.length; count++) {
    const few = exact.planOf(count);
    if (few.kind === "unknown") return { routes, fewest: count };
    if (few.kind === "plan") {
      const shorter = routeVehicles(routing, "fewest routes, then length", effort, few.routes);
      return { routes: shorter.routes, fewest: count };
    }
  }
  return { routes, fewest: routes.length };
}

/** The stops with pupils as customers; a bus begins at any stop, so the ways from place 0, the school, are of no length. */
function openRouting(problem: BusProblem, driven: readonly number[]): RoutingProblem {
  const { stops, kilometres, minutes, pupils, seats, longestRide, stopMinutes } = problem;
  const places = [stops, ...driven];
  const table = (of: (from: number, to: number) => number): Float64Array =>
    Float64Array.from(
      places.flatMap((from) => places.map((to) => (from === stops ? 0 : of(from * (stops + 1) + to, to)))),
    );
  return {
    customers: driven.length,
    length: table((way) => Math.min(kilometres[way], NO_WAY)),
    demand: Float64Array.from(places, (place) => (place === stops ? 0 : pupils[place])),
    capacity: seats,
    duration: { along: table((way) => Math.min(minutes[way], NO_WAY) + stopMinutes), most: longestRide },
  };
}

function described(
  { stops, kilometres, minutes, pupils, stopMinutes }: BusProblem,
  route: readonly number[],
): BusRoute {
  const along = (table: Float64Array): number =>
    route.reduce((sum, stop, i) => sum + table[stop * (stops + 1) + (route[i + 1] ?? stops)], 0);
  return {
    stops: route,
    pupils: route.reduce((sum, stop) => sum + pupils[stop], 0),
    minutes: along(minutes) + route.length * stopMinutes,
    kilometres: along(kilometres),
  };
}

const SEED = 2016;
const ROUNDS = 500;
const ROUNDS_PER_STOP = 60;

/**
 * A bound on vehicles: pupils per seats, or more stops of which no two can share one, for their pupils or because the ride past both is
 * too long either way round, on ways as short as stops between make them. O(n^3).
 */
function fewestBuses(
  { stops, minutes, pupils, seats, longestRide, stopMinutes }: BusProblem,
  driven: readonly number[],
): number {
  const width = stops + 1;
  const shortest = shortestOver(minutes, width);
  const ride = (first: number, second: number): number =>
    shortest[first * width + second] + shortest[second * width + stops] + 2 * stopMinutes;
  const areApart = (a: number, b: number): boolean =>
    pupils[a] + pupils[b] > seats || Math.min(ride(a, b), ride(b, a)) > longestRide + 1e-9;
  const all = driven.reduce((sum, stop) => sum + pupils[stop], 0);
  return Math.max(Math.ceil(all / seats), mostApart(driven, areApart));
}

/** Kilometres of the cheapest tree that joins all stops with pupils to the school (Prim 1957): every plan contains such a tree. */
function spanningTree({ stops, kilometres, pupils }: BusProblem): number {
  const width = stops + 1;
  const nearest = Float64Array.from({ length: stops }, (_, stop) =>
    pupils[stop] > 0 ? kilometres[stop * width + stops] : Infinity,
  );
  const left = new Set(Array.from({ length: stops }, (_, stop) => stop).filter((stop) => pupils[stop] > 0));
  let total = 0;
  while (left.size > 0) {
    let next = -1;
    for (const stop of left) if (next < 0 || nearest[stop] < nearest[next]) next = stop;
    total += nearest[next];
    left.delete(next);
    for (const stop of left)
      nearest[stop] = Math.min(nearest[stop], kilometres[stop * width + next], kilometres[next * width + stop]);
  }
  return total;
}
