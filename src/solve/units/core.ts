import { type LocationProblem, SITE } from "../../kernels/location/problem.ts";
import { solveLocation } from "../../kernels/location/solve.ts";
import type { Outcome, StopReason } from "../../domain/outcome.ts";
import { ModelBuilder, type Term } from "../../model/model.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { type AssignedUnits, describe, type UnitAssignment, valueOf } from "./problem.ts";
import type { Relaxed } from "./relax.ts";

/** What is still open once the prices have ruled out the rest; units with one possible site are fixed. */
interface Core {
  readonly fixed: Uint16Array;
  /** Places left by those who are fixed, `[site]`. */
  readonly spare: Float64Array;
  readonly units: readonly { readonly unit: number; readonly open: readonly number[] }[];
}

/** `undefined` where nothing is left for some unit: no plan is better than the one in hand. */
function coreOf(problem: UnitAssignment, { bound, reducedCost }: Relaxed, start: Uint16Array): Core | undefined {
  const { units, sites, demand, capacity } = problem;
  const { total } = valueOf(problem, start);
  const core = { fixed: start.slice(), spare: capacity.slice(), units: [] as { unit: number; open: number[] }[] };
  for (let unit = 0; unit < units; unit++) {
    const open: number[] = [];
    for (let site = 0; site < sites; site++)
      if (bound + reducedCost[unit * sites + site] <= total - 1 + 1e-6) open.push(site);
    if (open.length === 0) return undefined;
    if (open.length > 1) core.units.push({ unit, open });
    else {
      core.fixed[unit] = open[0];
      core.spare[open[0]] -= demand[unit];
    }
  }
  return core;
}

/**
 * The core by the project's own branch and bound, with knapsacks for bounds: many times quicker than a general solver where
 * units are large. Only where nobody need be beyond capacity; only plans cheaper than `best`. `undefined` where its nodes do
 * not suffice.
 */
function searchCore(
  { sites, cost, demand }: UnitAssignment,
  { fixed, spare, units }: Core,
  best: number,
  shouldStop?: () => boolean,
): Uint16Array | "none better" | undefined {
  const problem: LocationProblem = {
    units: units.length,
    sites,
    resources: 1,
    cost: new Float64Array(units.length * sites).fill(Infinity),
    demand: { by: "unit", amount: Float64Array.from(units, ({ unit }) => demand[unit]) },
    capacity: spare,
    fixedCost: new Float64Array(sites),
    open: { kind: "any" },
    state: new Uint8Array(sites).fill(SITE.open),
  };
  const isOpen = new Set(units.map(({ unit }) => unit));
  units.forEach(({ unit, open }, row) => {
    for (const site of open) problem.cost[row * sites + site] = cost[unit * sites + site];
  });
  const fixedCost = fixed.reduce((sum, site, unit) => sum + (isOpen.has(unit) ? 0 : cost[unit * sites + site]), 0);
  const answer = solveLocation(problem, {
    seed: 1,
    nodes: MOST_NODES,
    below: best - fixedCost,
    ...(shouldStop && { shouldStop }),
  });
  if (answer.status === "infeasible") return "none better";
  if (answer.status === "stopped") return undefined;
  const chosen = fixed.slice();
  units.forEach(({ unit }, row) => (chosen[unit] = answer.plan.site[row]));
  return chosen;
}

/** A plan in hand when the time is over, or when all that is left is larger than a solver is asked. */
export const stoppedAt = (
  problem: UnitAssignment,
  { bound }: Pick<Relaxed, "bound">,
  plan: Uint16Array,
): Outcome<AssignedUnits> => {
  const { total } = valueOf(problem, plan);
  return {
    status: "stopped",
    answer: describe(problem, plan),
    gap: (total - bound) / Math.max(1, Math.abs(total)),
    why: "time",
  };
};

/** A core of more columns than this is more than a general solver finishes, and takes gigabytes. */
const MOST_COLUMNS = 200_000;
/** Nodes of the project's own branch and bound before the core goes to the solver. */
const MOST_NODES = 120;

export async function solveCore(
  problem: UnitAssignment,
  relaxed: Relaxed,
  start: Uint16Array,
  solver: Solver,
  options: SolverOptions,
): Promise<Outcome<AssignedUnits>> {
  const core = coreOf(problem, relaxed, start);
  if (!core) return { status: "optimal", answer: describe(problem, start) };
  const best = valueOf(problem, start);
  if (best.overflow === 0 && core.spare.every((places) => places >= 0)) {
    const found = searchCore(problem, core, best.cost, options.shouldStop);
    if (found) {
      const better = found !== "none better" && valueOf(problem, found).total < best.total ? found : start;
      return { status: "optimal", answer: describe(problem, better) };
    }
  }
  const columns = core.units.reduce((sum, { open }) => sum + open.length, 0);
  if (options.shouldStop?.() === true || columns > MOST_COLUMNS) return stoppedAt(problem, relaxed, start);
  return askSolver(problem, relaxed.bound, core, start, solver, options);
}

async function askSolver(
  problem: UnitAssignment,
  bound: number,
  { fixed, spare, units }: Core,
  start: Uint16Array,
  solver: Solver,
  options: SolverOptions,
): Promise<Outcome<AssignedUnits>> {
  const { sites, cost, demand, capacity, overflowPrice } = problem;
  const best = valueOf(problem, start);
  const model = new ModelBuilder();
  const loads: Term[][] = Array.from({ length: sites }, () => []);
  const choices: { unit: number; site: number; column: number }[] = [];
  for (const { unit, open } of units) {
    const least = Math.min(...open.map((site) => cost[unit * sites + site]));
    const terms = open.map((site): Term => {
      const column = model.addChoice(cost[unit * sites + site] - least);
      choices.push({ unit, site, column });
      loads[site].push([column, demand[unit]]);
      return [column, 1];
    });
    model.addRow("one site for each unit", 1, 1, terms);
  }
  loads.forEach((terms, site) => {
    if (capacity[site] === Infinity || terms.length === 0) return;
    const most = terms.reduce((sum, [, pupils]) => sum + pupils, 0);
    if (most <= spare[site]) return;
    const overflow = model.addColumn({
      cost: overflowPrice,
      lower: 0,
      upper: best.overflow > 0 || spare[site] < 0 ? most + Math.max(0, -spare[site]) : 0,
      integer: "any",
    });
    model.addRow("capacity", -Infinity, spare[site], [...terms, [overflow, -1]]);
  });
  const answer = await solver.solve(model.build(), { ...options, absoluteGap: 0.5 });
  if (answer.status === "infeasible") return { status: "optimal", answer: describe(problem, start) };
  if (answer.status === "failed") return { status: "failed", reason: answer.reason };
  const chosen = fixed.slice();
  if (answer.values) for (const { unit, site, column } of choices) if (answer.values[column] > 0.5) chosen[unit] = site;
  const found = answer.values ? valueOf(problem, chosen) : best;
  const better = answer.values && found.total < best.total ? chosen : start;
  if (answer.status === "optimal") return { status: "optimal", answer: describe(problem, better) };
  const why: StopReason = answer.why;
  const value = Math.min(found.total, best.total);
  return {
    status: "stopped",
    answer: describe(problem, better),
    gap: (value - bound) / Math.max(1, Math.abs(value)),
    why,
  };
}
