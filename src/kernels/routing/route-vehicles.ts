import { seededRandom } from "../random.ts";
import { searchRoutes } from "./annealing.ts";
import { nearestFirst } from "./nearest.ts";
import { OneDestination } from "./one-destination.ts";
import type { Aim, Effort, RoutePlan, RoutingProblem } from "./problem.ts";

/**
 * Routes by ruin and recreate (see `OneDestination`), cooled. Same problem, same effort, same routes. A customer who by himself is beyond
 * capacity or duration gets a route of his own. `start`: a plan to begin with, which the answer is no worse than. O(rounds x nearest), after O(n^2 log n).
 */
export function routeVehicles(
  problem: RoutingProblem,
  aim: Aim,
  effort: Effort,
  start?: readonly (readonly number[])[],
): RoutePlan {
  const { customers, length, demand, capacity } = problem;
  if (customers === 0) return { routes: [], length: 0, fewestRoutes: 0 };
  const random = seededRandom(effort.seed);
  const search = new OneDestination(problem, nearestFirst(length, customers + 1, 1, customers), random);
  const fewestRoutes = Math.ceil(demand.reduce((sum, own) => sum + own, 0) / capacity - 1e-9);
  const routes = searchRoutes(search, aim, fewestRoutes, effort, random, start);
  return { routes, length: routes.reduce((sum, route) => sum + lengthOf(problem, route), 0), fewestRoutes };
}

function lengthOf({ customers, length }: RoutingProblem, route: readonly number[]): number {
  let [sum, at] = [0, 0];
  for (const customer of [...route, 0]) {
    sum += length[at * (customers + 1) + customer];
    at = customer;
  }
  return sum;
}
