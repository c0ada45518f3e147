import type { Guess } from "./dive.ts";
import type { Domain } from "./domain.ts";
import { demandLayout, type LocationProblem, type OpenSites } from "./problem.ts";

/** Some sites and the units at them, as a problem of its own, while everything else stays as a plan has it. */
export interface Part {
  readonly problem: LocationProblem;
  /** Number in the whole problem of the part's units and sites. */
  readonly units: Int32Array;
  readonly sites: Int32Array;
  /** Cost of everything outside. */
  readonly outside: number;
}

/** Takes out of a problem the sites that are `free`, permitting what `domain` has. Undefined where no sites may be open there. O(units + size of the part). */
export function partOf(whole: LocationProblem, domain: Domain, plan: Guess, free: Uint8Array): Part | undefined {
  const { resources, cost, capacity, fixedCost } = whole;
  const sites = positions(free, (is) => is === 1);
  const units = positions(plan.site, (site) => free[site] === 1);
  let outside = 0;
  plan.site.forEach((site, unit) => {
    if (free[site] === 0) outside += cost[unit * whole.sites + site];
  });
  plan.open.forEach((open, site) => {
    if (open === 1 && free[site] === 0) outside += fixedCost[site];
  });
  const open = openWithin(whole.open, plan.open, free);
  if (!open) return undefined;
  const number = new Int32Array(whole.units).fill(-1);
  units.forEach((unit, at) => (number[unit] = at));
  const costs = new Float64Array(units.length * sites.length).fill(Infinity);
  sites.forEach((site, column) => {
    for (let at = domain.start[site]; at < domain.start[site + 1]; at++) {
      const row = number[domain.units[at]];
      if (row >= 0) costs[row * sites.length + column] = cost[domain.units[at] * whole.sites + site];
    }
  });
  const problem = {
    units: units.length,
    sites: sites.length,
    resources,
    cost: costs,
    demand: demandWithin(whole, units, sites),
    capacity: Float64Array.from({ length: sites.length * resources }, (_, at) => {
      const site = sites[Math.floor(at / resources)];
      return capacity[site * resources + (at % resources)];
    }),
    fixedCost: Float64Array.from(sites, (site) => fixedCost[site]),
    open,
    state: Uint8Array.from(sites, (site) => domain.state[site]),
  };
  return { problem, units, sites, outside };
}

/** The whole plan once a part of it is replaced by the part's own. */
export function withPart(plan: Guess, { units, sites }: Part, own: Guess): Guess {
  const whole = { site: plan.site.slice(), open: plan.open.slice() };
  sites.forEach((site, at) => (whole.open[site] = own.open[at]));
  units.forEach((unit, at) => (whole.site[unit] = sites[own.site[at]]));
  return whole;
}

function positions<Value>(list: Iterable<Value>, isOne: (value: Value) => boolean): Int32Array {
  const found: number[] = [];
  let at = 0;
  for (const value of list) {
    if (isOne(value)) found.push(at);
    at++;
  }
  return Int32Array.from(found);
}

function openWithin(open: OpenSites, isOpen: Uint8Array, free: Uint8Array): OpenSites | undefined {
  if (open.kind === "any") return open;
  let { count } = open;
  isOpen.forEach((is, site) => {
    if (is === 1 && free[site] === 0) count--;
  });
  return count < 0 ? undefined : { kind: open.kind, count };
}

function demandWithin(whole: LocationProblem, units: Int32Array, sites: Int32Array): LocationProblem["demand"] {
  const { amount, unitStride, siteStride } = demandLayout(whole);
  const { resources } = whole;
  const rows = (of: ArrayLike<number>) => ({
    amount: Float64Array.from(
      { length: of.length * resources },
      (_, at) => amount[of[Math.floor(at / resources)] + (at % resources)],
    ),
  });
  if (whole.demand.by === "unit") return { by: "unit", ...rows(units.map((unit) => unit * unitStride)) };
  const starts = new Int32Array(units.length * sites.length);
  units.forEach((unit, row) =>
    sites.forEach((site, column) => (starts[row * sites.length + column] = unit * unitStride + site * siteStride)),
  );
  return { by: "unit-and-site", ...rows(starts) };
}
