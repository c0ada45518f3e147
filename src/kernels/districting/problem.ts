import type { Adjacency } from "../../domain/municipality.ts";
import type { Bonds, UnitLimits } from "./bonds.ts";

/**
 * Contiguous districting with roots (Hess et al. 1965): choose `districts` of the candidate roots and give every unit whole to
 * one of them, so that every district is connected, holds its root's unit and keeps its limits, at least total cost. With as
 * many candidates as districts the roots are fixed seats, such as schools; with every unit a candidate and the same limits
 * for all, a district costs what it costs from its best member.
 */
export interface DistrictingProblem {
  readonly adjacency: Adjacency;
  /** Demand, never negative, `[unit]`. */
  readonly demand: Float64Array;
  readonly districts: number;
  /** The unit each candidate root stands in, all different, `[root]`. */
  readonly rootUnit: Int32Array;
  /** Least and most demand of a district with this root, `[root]`. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Cost of every unit in a district with this root, never negative, `[unit]`; `Infinity` where it may not belong. Read, never written. */
  readonly cost: (root: number) => Float64Array;
  /** Where given, every district must hold a unit marked 1, such as one with a school, `[unit]`. */
  readonly anchor?: Uint8Array;
  readonly bonds?: Bonds;
  readonly unitLimits?: readonly UnitLimits[];
  /**
   * Where given, the sum of each row over a district may not be above 0, `[row][unit]`: what each unit asks for less what it brings,
   * such as pupils less places. Finite.
   */
  readonly excess?: readonly Float64Array[];
}

/** A plan for a {@link DistrictingProblem}. */
export interface RootedPlan {
  /** Candidate root of the district each unit belongs to, `[unit]`. */
  readonly rootOf: Int32Array;
  readonly cost: number;
}

/** Costs as a matrix `[root * units + unit]`, each column a view of it. */
export function matrixCost(matrix: Float64Array, units: number): (root: number) => Float64Array {
  return (root) => matrix.subarray(root * units, (root + 1) * units);
}

/** The neighbours of every unit from a list of pairs that touch; each pair once, either way round. */
export function adjacencyOf(units: number, pairs: readonly (readonly [number, number])[]): Adjacency {
  const neighbours = Array.from({ length: units }, () => new Set<number>());
  for (const [a, b] of pairs) {
    if (a === b) continue;
    neighbours[a].add(b);
    neighbours[b].add(a);
  }
  const start = new Uint32Array(units + 1);
  neighbours.forEach((set, unit) => (start[unit + 1] = start[unit] + set.size));
  return { start, target: Uint32Array.from(neighbours.flatMap((set) => [...set].toSorted((a, b) => a - b))) };
}
