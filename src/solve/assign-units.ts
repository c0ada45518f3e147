import type { Outcome, StopReason } from "../domain/outcome.ts";
import { type LocationProblem, SITE } from "../kernels/location/problem.ts";
import { solveLocation } from "../kernels/location/solve.ts";
import { solveTransportation } from "../kernels/transportation.ts";
import { ModelBuilder, type Term } from "../model/model.ts";
import type { Solver, SolverOptions } from "./solver.ts";

/**
 * Whole units to sites with limited room, at least total cost: the generalised assignment problem with one resource. Costs
 * and demands are whole numbers, so a plan is proven best once the bound is less than 1 below it.
 */
export interface UnitAssignment {
  readonly units: number;
  readonly sites: number;
  /** Cost of sending the whole unit, `[unit * sites + site]`; `Infinity` where it may not go. */
  readonly cost: Float64Array;
  /** Pupils, `[unit]`, at least 1. */
  readonly demand: Float64Array;
  /** Places, `[site]`; `Infinity` for no limit. */
  readonly capacity: Float64Array;
  /**
   * What a pupil beyond capacity costs; so large that overflow is least before anything else counts. `Infinity`: nobody may be
   * beyond capacity, and a problem that does not fit is infeasible.
   */
  readonly overflowPrice: number;
}

export interface AssignedUnits {
  /** Site, `[unit]`. */
  readonly site: Uint16Array;
  /** Total of the chosen costs, without the price of overflow. */
  readonly cost: number;
  /** Pupils beyond capacity, summed over the sites. */
  readonly overflow: number;
}

/**
 * Exactly solved, in steps that each may already prove the answer: (1) everybody at the cheapest site, if all fit;
 * (2) the transportation problem, where units may be split, gives a bound and prices; (3) shifts and swaps make a good
 * whole-unit plan from it; (4) what the prices prove cannot be in a better plan is ruled out (reduced costs, Dantzig, Fulkerson
 * and Johnson 1954); (5) the small rest goes to the project's own branch and bound, and what that cannot finish to the solver.
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
  return improve(problem, relaxed, round(problem, relaxed.flow));
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
  const start = improve(problem, relaxed, round(problem, relaxed.flow));
  while (valueOf(problem, start).total - relaxed.bound >= 1 && resplitPairs(problem, relaxed, start));
  if (valueOf(problem, start).total - relaxed.bound < 1) return { status: "optimal", answer: describe(problem, start) };
  return solveCore(problem, relaxed, start, solver, options);
}

function cheapestSites({ units, sites, cost }: UnitAssignment): Uint16Array | undefined {
  const chosen = new Uint16Array(units);
  for (let unit = 0; unit < units; unit++) {
    let least = Infinity;
    for (let site = 0; site < sites; site++)
      if (cost[unit * sites + site] < least) [least, chosen[unit]] = [cost[unit * sites + site], site];
    if (least === Infinity) return undefined;
  }
  return chosen;
}

function loadsOf({ sites, demand }: UnitAssignment, chosen: Uint16Array): Float64Array {
  const load = new Float64Array(sites);
  chosen.forEach((site, unit) => (load[site] += demand[unit]));
  return load;
}

function valueOf(problem: UnitAssignment, chosen: Uint16Array): { total: number; cost: number; overflow: number } {
  const { sites, capacity, overflowPrice } = problem;
  let cost = 0;
  chosen.forEach((site, unit) => (cost += problem.cost[unit * sites + site]));
  const overflow = loadsOf(problem, chosen).reduce((sum, load, site) => sum + Math.max(0, load - capacity[site]), 0);
  return { total: cost + overflow * overflowPrice, cost, overflow };
}

function describe(problem: UnitAssignment, site: Uint16Array): AssignedUnits {
  const { cost, overflow } = valueOf(problem, site);
  return { site, cost, overflow };
}

/** The relaxation: units may be split and room beyond capacity is a second, dear site beside each. */
interface Relaxed {
  /** Pupils of each unit at each site, `[unit * sites + site]`. */
  readonly flow: Float64Array;
  readonly bound: number;
  /** What choosing a site adds to the bound at least, `[unit * sites + site]`. */
  readonly reducedCost: Float64Array;
  /** Pupils that do not fit even when units may be split. */
  readonly overflow: number;
}

function relax({ units, sites, cost, demand, capacity, overflowPrice }: UnitAssignment): Relaxed {
  const needsOverflow = solveTransportation({
    customers: units,
    sites,
    cost: perPupil(units, sites, cost, demand),
    demand,
    capacity,
  });
  const twins = needsOverflow.overflow > 0 && overflowPrice < Infinity ? 2 : 1;
  const wide = sites * twins;
  const plan =
    twins === 1
      ? needsOverflow
      : solveTransportation({
          customers: units,
          sites: wide,
          cost: Float64Array.from({ length: units * wide }, (_, at) => {
            const unit = Math.floor(at / wide);
            const site = at % wide;
            return cost[unit * sites + (site % sites)] / demand[unit] + (site >= sites ? overflowPrice : 0);
          }),
          demand,
          capacity: Float64Array.from({ length: wide }, (_, site) => (site < sites ? capacity[site] : Infinity)),
        });
  const flow = new Float64Array(units * sites);
  const reducedCost = new Float64Array(units * sites);
  // Any prices give a valid bound, so it is computed from them and not taken from the flow.
  let bound = 0;
  for (let site = 0; site < sites; site++)
    if (plan.price[site] > 0) bound -= Math.min(plan.price[site], overflowPrice) * capacity[site];
  for (let unit = 0; unit < units; unit++) {
    let least = Infinity;
    for (let site = 0; site < sites; site++) {
      const price = Math.min(plan.price[site], overflowPrice);
      const value = cost[unit * sites + site] + demand[unit] * price;
      reducedCost[unit * sites + site] = value;
      least = Math.min(least, value);
      for (let twin = 0; twin < twins; twin++)
        flow[unit * sites + site] += plan.flow[unit * wide + twin * sites + site];
    }
    for (let site = 0; site < sites; site++) reducedCost[unit * sites + site] -= least;
    bound += least;
  }
  return { flow, bound, reducedCost, overflow: needsOverflow.overflow };
}

const perPupil = (units: number, sites: number, cost: Float64Array, demand: Float64Array): Float64Array =>
  Float64Array.from({ length: units * sites }, (_, at) => cost[at] / demand[Math.floor(at / sites)]);

/** Each unit to the site that has most of it. */
function round({ units, sites, cost }: UnitAssignment, flow: Float64Array): Uint16Array {
  return Uint16Array.from({ length: units }, (_, unit) => {
    let best = 0;
    for (let site = 1; site < sites; site++) {
      const more = flow[unit * sites + site] - flow[unit * sites + best];
      if (more > 0 || (more === 0 && cost[unit * sites + site] < cost[unit * sites + best])) best = site;
    }
    return best;
  });
}

/**
 * Shifts one unit or swaps two while that lowers cost plus overflow; deterministic, ends in a local optimum. A move whose
 * reduced cost exceeds the gap between plan and bound cannot be part of a better plan and is not tried.
 */
function improve(problem: UnitAssignment, { bound, reducedCost }: Relaxed, start: Uint16Array): Uint16Array {
  const { units, sites, cost, demand, capacity, overflowPrice } = problem;
  const chosen = start.slice();
  const load = loadsOf(problem, chosen);
  let total = valueOf(problem, chosen).total;
  const beyond = (site: number, change: number) =>
    (Math.max(0, load[site] + change - capacity[site]) - Math.max(0, load[site] - capacity[site])) * overflowPrice;
  const move = (unit: number, site: number) => {
    load[chosen[unit]] -= demand[unit];
    load[site] += demand[unit];
    chosen[unit] = site;
  };
  const shifts = (): boolean => {
    let better = false;
    for (let at = 0; at < units * sites; at++) {
      const unit = Math.floor(at / sites);
      const site = at % sites;
      const from = chosen[unit];
      if (site === from || reducedCost[at] > total - bound) continue;
      const extra = cost[at] - cost[unit * sites + from] + beyond(site, demand[unit]) + beyond(from, -demand[unit]);
      if (extra >= -1e-9) continue;
      move(unit, site);
      total += extra;
      better = true;
    }
    return better;
  };
  /** For each pair of sites, those who would rather be at the other, cheapest first, are tried against each other. */
  const swaps = (): boolean => {
    const wishes: number[][] = Array.from({ length: sites * sites }, () => []);
    for (let at = 0; at < units * sites; at++) {
      const from = chosen[Math.floor(at / sites)];
      if (at % sites !== from && reducedCost[at] <= total - bound) wishes[from * sites + (at % sites)].push(at);
    }
    for (const list of wishes) list.sort((a, b) => reducedCost[a] - reducedCost[b]);
    let better = false;
    for (let i = 0; i < sites; i++)
      for (let j = i + 1; j < sites; j++)
        for (const first of wishes[i * sites + j].slice(0, MOST_WISHES))
          for (const second of wishes[j * sites + i].slice(0, MOST_WISHES)) {
            const [a, b] = [Math.floor(first / sites), Math.floor(second / sites)];
            if (chosen[a] !== i || chosen[b] !== j) continue;
            const shift = demand[a] - demand[b];
            const extra =
              cost[first] +
              cost[second] -
              cost[a * sites + i] -
              cost[b * sites + j] +
              beyond(j, shift) +
              beyond(i, -shift);
            if (extra >= -1e-9) continue;
            move(a, j);
            move(b, i);
            total += extra;
            better = true;
          }
    return better;
  };
  while (shifts() || swaps());
  return chosen;
}

/**
 * Every pair of sites in turn shares out anew, at least cost, the units that it has: exact, by a table over the pupils of one
 * of the two (the two-site case is a knapsack; Bellman 1957). Returns whether anything became cheaper. O(units x pupils) a pair.
 */
function resplitPairs(problem: UnitAssignment, { bound, reducedCost }: Bounded, chosen: Uint16Array): boolean {
  let better = false;
  let gap = valueOf(problem, chosen).total - bound;
  for (let a = 0; a < problem.sites; a++)
    for (let b = a + 1; b < problem.sites; b++) {
      if (!resplit(problem, chosen, a, b, (at) => reducedCost[at] <= gap)) continue;
      gap = valueOf(problem, chosen).total - bound;
      better = true;
    }
  return better;
}

type Bounded = Pick<Relaxed, "bound" | "reducedCost">;

/** `mayBe` tells what a better plan may hold, by `unit * sites + site`; the rest stays as it is. */
function resplit(
  { sites, cost, demand, capacity, overflowPrice }: UnitAssignment,
  chosen: Uint16Array,
  a: number,
  b: number,
  mayBe: (at: number) => boolean,
): boolean {
  const free: number[] = [];
  let [all, atA, fixedA, fixedB, before] = [0, 0, 0, 0, 0];
  chosen.forEach((site, unit) => {
    if (site !== a && site !== b) return;
    const [toA, toB] = [cost[unit * sites + a], cost[unit * sites + b]];
    if (!mayBe(unit * sites + (site === a ? b : a))) {
      if (site === a) fixedA += demand[unit];
      else fixedB += demand[unit];
    } else {
      free.push(unit);
      all += demand[unit];
      if (site === a) [atA, before] = [atA + demand[unit], before + toA - toB];
    }
  });
  if (free.length === 0 || free.length * all > LARGEST_TABLE) return false;
  // least[w]: cheapest way to have w pupils at a, counted from all of them at b; took: whether the unit is among them.
  const least = new Float64Array(all + 1).fill(Infinity);
  least[0] = 0;
  const took = new Uint8Array(free.length * (all + 1));
  let reached = 0;
  free.forEach((unit, row) => {
    const [pupils, more] = [demand[unit], cost[unit * sites + a] - cost[unit * sites + b]];
    reached += pupils;
    for (let w = reached; w >= pupils; w--) {
      const value = least[w - pupils] + more;
      if (value >= least[w]) continue;
      least[w] = value;
      took[row * (all + 1) + w] = 1;
    }
  });
  const penalty = (w: number): number =>
    overflowPrice * (Math.max(0, fixedA + w - capacity[a]) + Math.max(0, fixedB + all - w - capacity[b]));
  let best = 0;
  for (let w = 1; w <= all; w++) if (least[w] + penalty(w) < least[best] + penalty(best)) best = w;
  if (least[best] + penalty(best) >= before + penalty(atA) - 1e-6) return false;
  for (let row = free.length - 1, w = best; row >= 0; row--) {
    const goes = took[row * (all + 1) + w] === 1;
    chosen[free[row]] = goes ? a : b;
    if (goes) w -= demand[free[row]];
  }
  return true;
}

/** Cells of the table beyond which a pair is left as it is. */
const LARGEST_TABLE = 20_000_000;

/** Units tried for a swap between two sites, in each direction. */
const MOST_WISHES = 60;

/** What is still open once the prices have ruled out the rest; units with one possible site are fixed. */
interface Core {
  readonly fixed: Uint16Array;
  /** Places left by those who are fixed, `[site]`. */
  readonly room: Float64Array;
  readonly units: readonly { readonly unit: number; readonly open: readonly number[] }[];
}

/** `undefined` where nothing is left for some unit: no plan is better than the one in hand. */
function coreOf(problem: UnitAssignment, { bound, reducedCost }: Relaxed, start: Uint16Array): Core | undefined {
  const { units, sites, demand, capacity } = problem;
  const { total } = valueOf(problem, start);
  const core = { fixed: start.slice(), room: capacity.slice(), units: [] as { unit: number; open: number[] }[] };
  for (let unit = 0; unit < units; unit++) {
    const open: number[] = [];
    for (let site = 0; site < sites; site++)
      if (bound + reducedCost[unit * sites + site] <= total - 1 + 1e-6) open.push(site);
    if (open.length === 0) return undefined;
    if (open.length > 1) core.units.push({ unit, open });
    else {
      core.fixed[unit] = open[0];
      core.room[open[0]] -= demand[unit];
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
  { fixed, room, units }: Core,
  best: number,
  shouldStop?: () => boolean,
): Uint16Array | "none better" | undefined {
  const problem: LocationProblem = {
    units: units.length,
    sites,
    resources: 1,
    cost: new Float64Array(units.length * sites).fill(Infinity),
    demand: { by: "unit", amount: Float64Array.from(units, ({ unit }) => demand[unit]) },
    capacity: room,
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

/** Nodes of the project's own branch and bound before the core goes to the solver. */
const MOST_NODES = 120;

async function solveCore(
  problem: UnitAssignment,
  relaxed: Relaxed,
  start: Uint16Array,
  solver: Solver,
  options: SolverOptions,
): Promise<Outcome<AssignedUnits>> {
  const core = coreOf(problem, relaxed, start);
  if (!core) return { status: "optimal", answer: describe(problem, start) };
  const best = valueOf(problem, start);
  if (best.overflow === 0 && core.room.every((places) => places >= 0)) {
    const found = searchCore(problem, core, best.cost, options.shouldStop);
    if (found) {
      const better = found !== "none better" && valueOf(problem, found).total < best.total ? found : start;
      return { status: "optimal", answer: describe(problem, better) };
    }
  }
  return askSolver(problem, relaxed.bound, core, start, solver, options);
}

async function askSolver(
  problem: UnitAssignment,
  bound: number,
  { fixed, room, units }: Core,
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
    if (most <= room[site]) return;
    const overflow = model.addColumn({
      cost: overflowPrice,
      lower: 0,
      upper: best.overflow > 0 || room[site] < 0 ? most + Math.max(0, -room[site]) : 0,
      integer: "any",
    });
    model.addRow("capacity", -Infinity, room[site], [...terms, [overflow, -1]]);
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
