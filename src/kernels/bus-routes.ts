import { type Random, seededRandom } from "./random.ts";

/**
 * Routes of school buses to one school: an open vehicle routing problem with capacity and a longest ride.
 *
 * Method: savings (Clarke and Wright 1964) for routes that end at the school, joined end to end while the pupils fit and nobody
 * rides too long; then stops are moved and stretches turned round or exchanged between routes while that saves a vehicle or
 * kilometres (Or 1976; Potvin and Rousseau 1995); then a neighbourhood of stops is taken out and put back where it costs least,
 * over and over (ruin and recreate, Schrimpf et al. 2000). Same problem, same routes. O(n^2 log n), and O(n q) a round.
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
  /** No plan has fewer vehicles, none fewer kilometres: pupils per seats, and the spanning tree that every plan contains. */
  readonly fewestVehicles: number;
  readonly leastKilometres: number;
  /** Stops from which even a direct ride is too long; they are driven all the same, and reported. */
  readonly tooFar: readonly number[];
}

export function routeBuses(problem: BusProblem): BusPlan {
  const router = new Router(problem);
  const improved = router.improve(router.savings());
  const routes = router.described(router.improve(router.ruinAndRecreate(improved)));
  const kilometres = routes.reduce((sum, route) => sum + route.kilometres, 0);
  const { stops, pupils, seats } = problem;
  const all = pupils.reduce((sum, count) => sum + count, 0);
  return {
    routes,
    kilometres,
    fewestVehicles: Math.ceil(all / seats),
    leastKilometres: spanningTree(problem),
    tooFar: Array.from({ length: stops }, (_, stop) => stop).filter(
      (stop) => pupils[stop] > 0 && !router.isShortEnough([stop]),
    ),
  };
}

class Router {
  readonly #problem: BusProblem;
  readonly #school: number;

  constructor(problem: BusProblem) {
    this.#problem = problem;
    this.#school = problem.stops;
  }

  #along(stops: readonly number[], table: Float64Array): number {
    const width = this.#school + 1;
    let sum = 0;
    for (let i = 0; i < stops.length; i++) sum += table[stops[i] * width + (stops[i + 1] ?? this.#school)];
    return sum;
  }

  #kilometres = (stops: readonly number[]): number => this.#along(stops, this.#problem.kilometres);
  /** What improvement lowers: kilometres, and a detour's worth for every vehicle that drives. */
  #cost = (stops: readonly number[]): number => (stops.length === 0 ? 0 : VEHICLE_KILOMETRES + this.#kilometres(stops));
  #minutes = (stops: readonly number[]): number =>
    this.#along(stops, this.#problem.minutes) + stops.length * this.#problem.stopMinutes;
  #pupils = (stops: readonly number[]): number => stops.reduce((sum, stop) => sum + this.#problem.pupils[stop], 0);

  isShortEnough = (stops: readonly number[]): boolean => this.#minutes(stops) <= this.#problem.longestRide;

  /** One stop by itself is always driven: a stop with too many pupils or too far away is nobody else's. */
  #isAllowed = (stops: readonly number[]): boolean =>
    stops.length <= 1 || (this.#pupils(stops) <= this.#problem.seats && this.isShortEnough(stops));

  savings(): number[][] {
    const { stops, kilometres, pupils } = this.#problem;
    const width = stops + 1;
    const routeOf = new Map<number, number[]>();
    for (let stop = 0; stop < stops; stop++) if (pupils[stop] > 0) routeOf.set(stop, [stop]);
    const joins: { end: number; start: number; saving: number }[] = [];
    for (const end of routeOf.keys())
      for (const start of routeOf.keys()) {
        // Driving on from the last stop of one route to the first of the other instead of to the school.
        const saving = kilometres[end * width + this.#school] - kilometres[end * width + start];
        if (end !== start && saving > 0) joins.push({ end, start, saving });
      }
    joins.sort((a, b) => b.saving - a.saving || a.end - b.end || a.start - b.start);
    for (const { end, start } of joins) {
      const [first, second] = [routeOf.get(end), routeOf.get(start)];
      if (!first || !second || first === second || first.at(-1) !== end || second[0] !== start) continue;
      const joined = [...first, ...second];
      if (!this.#isAllowed(joined)) continue;
      for (const stop of joined) routeOf.set(stop, joined);
    }
    return [...new Set(routeOf.values())];
  }

  improve(start: readonly (readonly number[])[]): number[][] {
    const routes = start.map((stops) => [...stops]);
    while (this.#moveStop(routes) || this.#swapTails(routes) || this.#turnRound(routes));
    return routes.filter((stops) => stops.length > 0);
  }

  described(routes: readonly (readonly number[])[]): BusRoute[] {
    return routes.map((stops) => ({
      stops,
      pupils: this.#pupils(stops),
      minutes: this.#minutes(stops),
      kilometres: this.#kilometres(stops),
    }));
  }

  /** Takes out a stop and its neighbours, puts each back where it costs least, and keeps the result unless it is worse. */
  ruinAndRecreate(start: number[][]): number[][] {
    const driven = start.flat().toSorted((a, b) => a - b);
    const random = seededRandom(SEED);
    const width = this.#school + 1;
    let [routes, cost] = [start, this.#total(start)];
    for (let round = 0; driven.length > 1 && round < ROUNDS_PER_STOP * driven.length; round++) {
      const centre = driven[Math.floor(random() * driven.length)];
      const most = Math.min(driven.length, MOST_REMOVED);
      const near = driven
        .toSorted((a, b) => this.#problem.kilometres[centre * width + a] - this.#problem.kilometres[centre * width + b])
        .slice(0, 1 + Math.floor(random() * most));
      const removed = new Set(near);
      const left = routes
        .map((stops) => stops.filter((stop) => !removed.has(stop)))
        .filter((stops) => stops.length > 0);
      // Many pupils first, or far first, or as it comes: which is best differs from place to place.
      const order = random();
      if (order < 0.4) near.sort((a, b) => this.#problem.pupils[b] - this.#problem.pupils[a]);
      else if (order < 0.7) near.reverse();
      else shuffle(near, random);
      for (const stop of near) this.#insert(left, stop);
      const after = this.#total(left);
      if (after <= cost + 1e-9) [routes, cost] = [left, after];
    }
    return routes;
  }

  #total = (routes: readonly (readonly number[])[]): number =>
    routes.reduce((sum, stops) => sum + this.#cost(stops), 0);

  /** Puts a stop where it adds least, in a vehicle of its own if nothing else is allowed or cheaper. */
  #insert(routes: number[][], stop: number): void {
    let [bestRoute, bestStops, least] = [routes.length, [stop], this.#cost([stop])];
    for (const [r, stops] of routes.entries())
      for (let place = 0; place <= stops.length; place++) {
        const longer = stops.toSpliced(place, 0, stop);
        const added = this.#cost(longer) - this.#cost(stops);
        if (added < least && this.#isAllowed(longer)) [bestRoute, bestStops, least] = [r, longer, added];
      }
    routes[bestRoute] = bestStops;
  }

  /** One stop to a better place in its own or another route. */
  #moveStop(routes: number[][]): boolean {
    for (const [a, from] of routes.entries())
      for (const [at, stop] of from.entries()) {
        const without = from.toSpliced(at, 1);
        const saved = this.#cost(from) - this.#cost(without);
        for (const [b, to] of routes.entries()) {
          const base = a === b ? without : to;
          for (let place = 0; place <= base.length; place++) {
            const longer = base.toSpliced(place, 0, stop);
            const added = this.#cost(longer) - this.#cost(base);
            if (added >= saved - 1e-9 || !this.#isAllowed(longer)) continue;
            if (a === b) routes[a] = longer;
            else [routes[a], routes[b]] = [without, longer];
            return true;
          }
        }
      }
    return false;
  }

  /** Two routes exchange what comes after a point of each. */
  #swapTails(routes: number[][]): boolean {
    for (const [a, first] of routes.entries())
      for (const [b, second] of routes.entries()) {
        if (b <= a) continue;
        const before = this.#cost(first) + this.#cost(second);
        for (let i = 0; i <= first.length; i++)
          for (let j = 0; j <= second.length; j++) {
            const x = [...first.slice(0, i), ...second.slice(j)];
            const y = [...second.slice(0, j), ...first.slice(i)];
            const after = this.#cost(x) + this.#cost(y);
            if (after >= before - 1e-9 || !this.#isAllowed(x) || !this.#isAllowed(y)) continue;
            [routes[a], routes[b]] = [x, y];
            return true;
          }
      }
    return false;
  }

  /** A stretch of a route is driven the other way. */
  #turnRound(routes: number[][]): boolean {
    for (const [a, stops] of routes.entries()) {
      const before = this.#cost(stops);
      for (let i = 0; i < stops.length; i++)
        for (let j = i + 1; j < stops.length; j++) {
          const turned = [...stops.slice(0, i), ...stops.slice(i, j + 1).toReversed(), ...stops.slice(j + 1)];
          if (this.#cost(turned) >= before - 1e-9 || !this.#isAllowed(turned)) continue;
          routes[a] = turned;
          return true;
        }
    }
    return false;
  }
}

/** Fisher and Yates 1938. */
function shuffle(stops: number[], random: Random): void {
  for (let last = stops.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [stops[last], stops[other]] = [stops[other], stops[last]];
  }
}

const SEED = 2016;
const ROUNDS_PER_STOP = 20;
const MOST_REMOVED = 8;
/** Sparing a vehicle is worth this detour: it costs far more than kilometres. */
const VEHICLE_KILOMETRES = 30;

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
