import { adjacencyOf, type DistrictingProblem, matrixCost } from "../../../src/kernels/districting/problem.ts";
import { seededRandom } from "../../../src/kernels/random.ts";

export interface DrawnGraph {
  readonly problem: DistrictingProblem;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Units on a jittered grid, rook neighbours with one in ten missing, demand 0 to 9, least moment of inertia, limits ± tolerance. */
export function randomGrid(
  seed: number,
  columns: number,
  rows: number,
  districts: number,
  tolerance: number,
): DrawnGraph {
  const random = seededRandom(seed);
  const units = columns * rows;
  const x = Float64Array.from({ length: units }, (_, unit) => (unit % columns) + 0.6 * random());
  const y = Float64Array.from({ length: units }, (_, unit) => Math.floor(unit / columns) + 0.6 * random());
  const demand = Float64Array.from({ length: units }, () => Math.floor(10 * random()));
  const pairs: (readonly [number, number])[] = [];
  for (let unit = 0; unit < units; unit++) {
    if (unit % columns < columns - 1 && random() > 0.1) pairs.push([unit, unit + 1]);
    if (unit + columns < units && random() > 0.1) pairs.push([unit, unit + columns]);
  }
  const mean = demand.reduce((sum, value) => sum + value, 0) / districts;
  const cost = new Float64Array(units * units);
  for (let root = 0; root < units; root++)
    for (let unit = 0; unit < units; unit++)
      cost[root * units + unit] = demand[unit] * ((x[root] - x[unit]) ** 2 + (y[root] - y[unit]) ** 2);
  const problem = {
    adjacency: adjacencyOf(units, pairs),
    demand,
    districts,
    rootUnit: Int32Array.from({ length: units }, (_, unit) => unit),
    least: new Float64Array(units).fill((1 - tolerance) * mean),
    most: new Float64Array(units).fill((1 + tolerance) * mean),
    cost: matrixCost(cost, units),
  };
  return { problem, x, y };
}

/** The same with some units as fixed seats, one district each. */
export function withSeats({ problem }: DrawnGraph, seats: readonly number[]): DistrictingProblem {
  const { cost, least, most } = problem;
  return {
    ...problem,
    districts: seats.length,
    rootUnit: Int32Array.from(seats),
    least: least.slice(0, seats.length),
    most: most.slice(0, seats.length),
    cost: (root) => cost(seats[root]),
  };
}
