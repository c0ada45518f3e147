import type { Outcome } from "../../domain/outcome.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { solveCore, stoppedAt } from "./core.ts";
import { fitWithin } from "./fit.ts";
import { improve } from "./improve.ts";
import { type AssignedUnits, cheapestSites, describe, type UnitAssignment, valueOf } from "./problem.ts";
import { relax, round } from "./relax.ts";
import { resplitPairs } from "./resplit.ts";

/**
 * Exactly solved, in steps that each may already prove the answer: (1) everybody at the cheapest site, if all fit;
 * (2) the transportation problem, where units may be split, gives a bound and prices; (3) the plan that costs least more than it is
 * looked for by tables over the loads of the sites; where that is too much work, (4) shifts and swaps make a good whole-unit plan;
 * (5) what the prices prove cannot be in a better plan is ruled out (reduced costs, Dantzig, Fulkerson and Johnson 1954); (6) the
 * small rest goes to the project's own branch and bound, and what that cannot finish to the solver.
 */
export async function assignUnits(
  problem: UnitAssignment,
  solver: Solver,
  options: SolverOptions = {},
): Promise<Outcome<AssignedUnits>> {
  if (problem.overflowPrice < Infinity) return assignPriced(problem, solver, options);
  const nobodyBeyond: Outcome<never> = { status: "infeasible", conflict: { rules: [] } };
  if (relax(problem).overflow > 0) return nobodyBeyond;
  const outcome = await assignPriced({ ...problem, overflowPrice: dearerThanAnything(problem) }, solver, options);
  return outcome.status === "optimal" && outcome.answer.overflow > 0 ? nobodyBeyond : outcome;
}

/** A good plan without proof and without a solver; `undefined` where a unit may go nowhere. */
export function goodUnits(problem: UnitAssignment): Uint16Array | undefined {
  const cheapest = cheapestSites(problem);
  if (!cheapest || valueOf(problem, cheapest).overflow === 0) return cheapest;
  const relaxed = relax(problem);
  const good = improve(problem, relaxed, round(problem, relaxed.flow));
  // Where shifts and swaps leave a site overfull, two sites at a time share out what they have.
  if (valueOf(problem, good).overflow > 0) resplitPairs(problem, relaxed, good);
  return good;
}

/** More than any two plans within capacity can differ by. */
function dearerThanAnything({ units, sites, cost }: UnitAssignment): number {
  let span = 1;
  for (let unit = 0; unit < units; unit++) {
    const own = cost.subarray(unit * sites, (unit + 1) * sites).filter((value) => value < Infinity);
    span +=
      own.reduce((most, value) => Math.max(most, value), 0) -
      own.reduce((least, value) => Math.min(least, value), Infinity);
  }
  return Math.max(1, span);
}

async function assignPriced(
  problem: UnitAssignment,
  solver: Solver,
  options: SolverOptions,
): Promise<Outcome<AssignedUnits>> {
  const cheapest = cheapestSites(problem);
  if (!cheapest) return { status: "failed", reason: "a unit may go nowhere" };
  if (valueOf(problem, cheapest).overflow === 0) return { status: "optimal", answer: describe(problem, cheapest) };
  const relaxed = relax(problem);
  const rounded = round(problem, relaxed.flow);
  const shouldStop = options.shouldStop ?? (() => false);
  const fitted = shouldStop()
    ? undefined
    : fitWithin(problem, relaxed, valueOf(problem, rounded).total - relaxed.bound);
  if (fitted) return { status: "optimal", answer: describe(problem, fitted === "none" ? rounded : fitted) };
  const start = improve(problem, relaxed, rounded);
  const gap = (): number => valueOf(problem, start).total - relaxed.bound;
  // Whatever the time: without this a site may be left overfull where all could have a place.
  const isDone = (): boolean => valueOf(problem, start).overflow <= relaxed.overflow && shouldStop();
  while (gap() >= 1 && !isDone() && resplitPairs(problem, relaxed, start, isDone));
  if (gap() < 1) return { status: "optimal", answer: describe(problem, start) };
  if (isDone()) return stoppedAt(problem, relaxed, start);
  return solveCore(problem, relaxed, start, solver, options);
}
