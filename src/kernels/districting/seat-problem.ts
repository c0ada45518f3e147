import type { Adjacency } from "../../domain/municipality.ts";
import type { Bonds, UnitLimits } from "./bonds.ts";

/** Units to be divided among fixed seats, as dense arrays. */
export interface SeatProblem {
  readonly adjacency: Adjacency;
  readonly demand: Float64Array;
  /** The unit of each seat, `[seat]`. */
  readonly seatUnit: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** `[seat * units + unit]`; `Infinity` where the unit may not go. */
  readonly cost: Float64Array;
  /** Where given, every seat must get a unit marked 1, `[unit]`. */
  readonly anchor?: Uint8Array;
  /** As in a districting problem, with all that a group has at the unit that leads it. */
  readonly bonds?: Bonds;
  readonly unitLimits?: readonly UnitLimits[];
  readonly excess?: readonly Float64Array[];
}

export interface SeatLimits {
  /** Only plans that cost less than this are looked for. */
  readonly cutoff: number;
  /** Branches to look at before giving up. */
  readonly nodes: number;
  /** Where the prices of demand start, `[seat]`. */
  readonly price?: Float64Array;
  readonly shouldStop?: () => boolean;
  /** Called with every better plan: seat of each unit, `[unit]`. */
  readonly onPlan: (seatOf: Int32Array, cost: number) => void;
}

export interface SeatAnswer {
  /** No plan costs less than this, or than the best found; `Infinity` when all was searched. */
  readonly bound: number;
  readonly nodes: number;
}
