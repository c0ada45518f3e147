import type { Random } from "../random.ts";
import { type Aim, type Effort, ROUNDS_PER_LOOK } from "./problem.ts";

/** Routes that are changed in place, beside the last that were kept. */
export interface ChangingRoutes {
  /** Length of what is driven. */
  readonly length: number;
  readonly routeCount: number;
  /** Customers on no route, by number; the first `absentCount` count. */
  readonly absent: Int32Array;
  readonly absentCount: number;
  /** Takes some customers out and puts back what fits, on no more routes than that. */
  readonly disturb: (mostRoutes: number) => void;
  readonly keep: () => void;
  /** Back to what was kept. */
  readonly restore: () => void;
  /** Takes the route off the road whose customers weigh least, one each and their weight; they are absent. */
  readonly dissolve: (weight: (customer: number) => number) => void;
  /** The places of each route in order. */
  readonly routes: () => readonly (readonly number[])[];
  /** These routes in place of all. */
  readonly start: (routes: readonly (readonly number[])[]) => void;
}

/**
 * The routes found, best by the aim; those for whom there is no room nowhere get a route of their own. `fewest`: no plan has fewer. `start`:
 * routes that serve all, where some are known; none worse by the aim are found.
 */
export function searchRoutes(
  routes: ChangingRoutes,
  aim: Aim,
  fewest: number,
  effort: Effort,
  random: Random,
  start?: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  if (start) routes.start(start);
  else routes.disturb(Infinity);
  let best = routes.routes();
  const remember = (): void => {
    best = routes.routes();
  };
  const mean = routes.length / Math.max(1, routes.absent.length);
  const cooling = { first: FIRST_HEAT * mean, last: LAST_HEAT * mean };
  if (aim === "length") {
    annealLength(routes, effort, cooling, Infinity, random, remember);
    return best;
  }
  reduceRoutes(routes, partOf(effort, 0, REDUCING), cooling, fewest, random, remember);
  routes.start(best);
  annealLength(routes, partOf(effort, REDUCING, 1), cooling, best.length, random, remember);
  return best;
}

/** Heats at the beginning and the end, in shares of the mean length for each customer. */
const FIRST_HEAT = 0.3;
const LAST_HEAT = 0.01;
/** Share of the effort for fewer routes. */
const REDUCING = 0.6;

/** The effort from one share of it to another. */
function partOf({ seed, rounds, spent }: Effort, from: number, to: number): Effort {
  const part = { seed, rounds: Math.round(rounds * (to - from)) };
  return spent ? { ...part, spent: () => (spent() - from) / (to - from) } : part;
}

/** From the heat at which much worse is kept to one at which hardly anything is, in the unit of length. */
interface Cooling {
  readonly first: number;
  readonly last: number;
}

/** Asks the caller's clock, or counts the rounds. */
function progressOf({ rounds, spent }: Effort): (round: number) => number {
  let share = 0;
  return (round) => {
    if (!spent) return round / rounds;
    if (round % ROUNDS_PER_LOOK === 0) share = spent();
    return share;
  };
}

/** Simulated annealing (Kirkpatrick et al. 1983) over rounds of ruin and recreate; calls `onBest` for each best plan so far. */
function annealLength(
  routes: ChangingRoutes,
  effort: Effort,
  cooling: Cooling,
  mostRoutes: number,
  random: Random,
  onBest: () => void,
): void {
  const progress = progressOf(effort);
  routes.keep();
  let [kept, best] = [routes.length, routes.length];
  for (let round = 0; ; round++) {
    const share = progress(round);
    if (share >= 1) return;
    const heat = cooling.first * (cooling.last / cooling.first) ** share;
    routes.disturb(mostRoutes);
    if (routes.absentCount > 0 || routes.length >= kept - heat * Math.log(1 - random())) {
      routes.restore();
      continue;
    }
    kept = routes.length;
    routes.keep();
    if (kept < best - 1e-9) {
      best = kept;
      onBest();
    }
  }
}

/**
 * Fewest routes (Christiaens and Vanden Berghe 2020): one route at a time is taken off the road, and its customers are put into the others
 * in the course of ruin and recreate. A plan without some customers is kept where these have been absent for fewer rounds in all: who is
 * hard to place is placed, and who is left out changes. Calls `onBest` for each plan of fewer routes with everybody in it; ends at the
 * bound.
 */
function reduceRoutes(
  routes: ChangingRoutes,
  effort: Effort,
  cooling: Cooling,
  bound: number,
  random: Random,
  onBest: () => void,
): void {
  const progress = progressOf(effort);
  const absences = new Float64Array(routes.absent.length);
  const sumOfAbsent = (): number => {
    let sum = 0;
    for (let i = 0; i < routes.absentCount; i++) sum += absences[routes.absent[i]];
    return sum;
  };
  let most = Infinity;
  const dissolve = (): void => {
    routes.dissolve((customer) => absences[customer]);
    most = routes.routeCount;
    routes.keep();
  };
  if (routes.routeCount <= bound) return;
  dissolve();
  let [kept, keptAbsent, keptSum] = [routes.length, routes.absentCount, sumOfAbsent()];
  for (let round = 0; ; round++) {
    const share = progress(round);
    if (share >= 1) return;
    const heat = cooling.first * (cooling.last / cooling.first) ** share;
    routes.disturb(most);
    const sum = sumOfAbsent();
    const isKept =
      sum < keptSum ||
      routes.absentCount < keptAbsent ||
      (sum === keptSum && routes.length < kept - heat * Math.log(1 - random()));
    for (let i = 0; i < routes.absentCount; i++) absences[routes.absent[i]]++;
    if (!isKept) {
      routes.restore();
      // Those left out by what is kept have been absent for a round more too: else nothing else would ever be kept.
      for (let i = 0; i < routes.absentCount; i++) absences[routes.absent[i]]++;
      keptSum = sumOfAbsent();
      continue;
    }
    if (routes.absentCount === 0) {
      onBest();
      if (routes.routeCount <= bound) return;
      dissolve();
    } else routes.keep();
    [kept, keptAbsent, keptSum] = [routes.length, routes.absentCount, sumOfAbsent()];
  }
}
