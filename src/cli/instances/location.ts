import type { LocationPlan, LocationProblem } from "../../kernels/location/problem.ts";
import { solveLocation } from "../../kernels/location/solve.ts";
import type { InstanceSolution } from "../../protocol/instance-file.ts";
import type { InstanceAnswer, InstanceRun } from "./instance.ts";

/** A point of a p-median problem: somebody to send, and a place where a median may be. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly capacity: number;
}

/** Exactly so many medians among the points, at least total distance. */
export function medianProblem(
  points: readonly Point[],
  medians: number,
  round: (distance: number) => number,
): LocationProblem {
  const count = points.length;
  if (medians > count) throw new Error(`${medians} medians are asked for among ${count} points`);
  const cost = points.flatMap((from) => points.map((to) => round(Math.hypot(from.x - to.x, from.y - to.y))));
  return {
    units: count,
    sites: count,
    resources: 1,
    cost: Float64Array.from(cost),
    demand: { by: "unit", amount: Float64Array.from(points, ({ demand }) => demand) },
    capacity: Float64Array.from(points, ({ capacity }) => capacity),
    fixedCost: new Float64Array(count),
    open: { kind: "exactly", count: medians },
    state: new Uint8Array(count),
  };
}

/** The medians of a plan and each point's own, under the numbers `[point]` that the file gives its points. */
export const medianSolution =
  (number: readonly number[]) =>
  ({ site, open }: LocationPlan): InstanceSolution => ({
    medians: number.filter((_, point) => open[point] === 1),
    medianOfPoint: Array.from(site, (point) => number[point]),
  });

/** Solves a published instance until proof or until the time is up; `solutionOf` writes a plan as its format numbers things. */
export function solveInstance(
  problem: LocationProblem,
  run: InstanceRun,
  solutionOf: (plan: LocationPlan) => InstanceSolution,
): InstanceAnswer {
  const answer = solveLocation(problem, run);
  const details = { units: problem.units, sites: problem.sites, nodes: answer.nodes };
  if (answer.status === "infeasible") return { status: "infeasible", details };
  const { status, plan, bound } = answer;
  return { status, ...(plan && { value: plan.value, solution: solutionOf(plan) }), bound, details };
}
