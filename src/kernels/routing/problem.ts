/**
 * Vehicle routing with capacity (Dantzig and Ramser 1959): every customer on one route, each route within a vehicle's capacity and, where
 * asked, within a longest duration. Place 0 is where routes begin and end, customers are 1, 2, ... Where vehicles may begin anywhere, as
 * buses to a school do, the ways from place 0 are of no length.
 */
export interface RoutingProblem {
  readonly customers: number;
  /** What a plan should have least of, row-major over places, `[from * (customers + 1) + to]`; both ways need not be alike. */
  readonly length: Float64Array;
  /** `[place]`; none at place 0. In the unit of `capacity`. */
  readonly demand: Float64Array;
  readonly capacity: number;
  readonly duration?: Duration;
}

/** The longest that a route may take. */
interface Duration {
  /** As `length`; what is spent at a customer counts to the way that leaves it. In the unit of `most`. */
  readonly along: Float64Array;
  readonly most: number;
}

/** How much is searched: the same numbers, the same plan. */
export interface Effort {
  readonly seed: number;
  /** Rounds of taking out and putting back. */
  readonly rounds: number;
  /** The share spent from 0 to 1, asked for now and then in place of a count of rounds: for callers with a clock. */
  readonly spent?: () => number;
}

/** What is asked of a plan: fewest routes before all else, or the least length with as many routes as that takes. */
export type Aim = "fewest routes, then length" | "length";

export interface RoutePlan {
  /** Customers in the order of each route. */
  readonly routes: readonly (readonly number[])[];
  readonly length: number;
  /** No plan has fewer routes. */
  readonly fewestRoutes: number;
}

/** Rounds after which a caller's clock is asked again. */
export const ROUNDS_PER_LOOK = 256;

/** Kilometres and minutes where no road leads: farther than any. */
export const NO_WAY = 1e6;
