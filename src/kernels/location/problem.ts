/**
 * The capacitated location and assignment problem: every unit goes whole to one open site, within the room of each kind that
 * the site has, at least total of the costs of sending and of keeping sites open. The capacitated p-median problem, facility
 * location with single sourcing, generalised assignment, and schools with room per grade band are all of this form.
 */
export interface LocationProblem {
  readonly units: number;
  readonly sites: number;
  /** Kinds of room that are limited, such as one per grade band. */
  readonly resources: number;
  /** Cost of sending the whole unit, `[unit * sites + site]`; `Infinity` where it may not go. */
  readonly cost: Float64Array;
  readonly demand: UnitLoads;
  /** Room, `[site * resources + resource]`; `Infinity` for no limit. */
  readonly capacity: Float64Array;
  /** Cost of an open site, `[site]`, at least 0; whether or not it is used. */
  readonly fixedCost: Float64Array;
  readonly open: OpenSites;
  /** `[site]`: one of {@link SITE}. */
  readonly state: Uint8Array;
}

/** Room that a unit takes, never negative: `[unit * resources + resource]`, or `[(unit * sites + site) * resources + resource]`. */
export type UnitLoads =
  | { readonly by: "unit"; readonly amount: Float64Array }
  | { readonly by: "unit-and-site"; readonly amount: Float64Array };

/** How many sites are open. */
export type OpenSites =
  | { readonly kind: "any" }
  | { readonly kind: "exactly"; readonly count: number }
  | { readonly kind: "at-most"; readonly count: number };

/** What is decided about a site beforehand. */
export const SITE = { free: 0, open: 1, closed: 2 } as const;

/** Who goes where. */
export interface LocationPlan {
  /** `[unit]` */
  readonly site: Int32Array;
  /** 1 where a site is open, `[site]`. */
  readonly open: Uint8Array;
  /** Total cost, recomputed from the plan. */
  readonly value: number;
}

/** Where a unit's demand stands: `amount[unit * unitStride + site * siteStride + resource]`. */
interface DemandLayout {
  readonly amount: Float64Array;
  readonly unitStride: number;
  readonly siteStride: number;
}

export function demandLayout({ demand, sites, resources }: LocationProblem): DemandLayout {
  return demand.by === "unit"
    ? { amount: demand.amount, unitStride: resources, siteStride: 0 }
    : { amount: demand.amount, unitStride: sites * resources, siteStride: resources };
}

/** Room beyond which a load counts as too much: sums of fractions are exact to about this. */
export const withSlack = (capacity: number): number => capacity + 1e-9 * Math.max(1, Math.abs(capacity));

/** Whether a unit may go to a site at all: permitted, not closed, and the unit fits there alone. */
export function mayGo(problem: LocationProblem, unit: number, site: number): boolean {
  const { sites, resources, cost, capacity, state } = problem;
  if (state[site] === SITE.closed || cost[unit * sites + site] === Infinity) return false;
  const { amount, unitStride, siteStride } = demandLayout(problem);
  for (let r = 0; r < resources; r++)
    if (amount[unit * unitStride + site * siteStride + r] > withSlack(capacity[site * resources + r])) return false;
  return true;
}

/** Whether the sites that may be open could hold all demand of each kind, were units not whole: otherwise there is no plan. */
export function capacitySuffices(problem: LocationProblem): boolean {
  const { units, sites, resources, capacity, state, open } = problem;
  const { amount, unitStride, siteStride } = demandLayout(problem);
  for (let r = 0; r < resources; r++) {
    let needed = 0;
    for (let unit = 0; unit < units; unit++) {
      let least = Infinity;
      for (let site = 0; site < sites; site++)
        least = Math.min(least, amount[unit * unitStride + site * siteStride + r]);
      needed += least;
    }
    const held = [...state.keys()]
      .filter((site) => state[site] !== SITE.closed)
      .map((site) => capacity[site * resources + r]);
    const used = open.kind === "any" ? held : held.toSorted((a, b) => b - a).slice(0, open.count);
    if (needed > withSlack(used.reduce((sum, each) => sum + each, 0))) return false;
  }
  return true;
}

/**
 * Checks a plan from nothing but the problem: every unit at a permitted open site, every load within room, as many sites open
 * as asked. Returns its cost, or what is wrong in words.
 */
export function checkPlan(
  problem: LocationProblem,
  site: ArrayLike<number>,
  open: ArrayLike<number>,
): { readonly value: number } | { readonly wrong: string } {
  const { units, sites, resources, cost, capacity, fixedCost, state } = problem;
  const { amount, unitStride, siteStride } = demandLayout(problem);
  const load = new Float64Array(sites * resources);
  let value = 0;
  for (let unit = 0; unit < units; unit++) {
    const to = site[unit];
    if (!(to >= 0 && to < sites) || open[to] !== 1)
      return { wrong: `unit ${unit} is at site ${to}, which is not open` };
    if (!Number.isFinite(cost[unit * sites + to])) return { wrong: `unit ${unit} may not go to site ${to}` };
    value += cost[unit * sites + to];
    for (let r = 0; r < resources; r++) load[to * resources + r] += amount[unit * unitStride + to * siteStride + r];
  }
  for (let at = 0; at < load.length; at++)
    if (load[at] > withSlack(capacity[at]))
      return { wrong: `site ${Math.floor(at / resources)} has load ${load[at]} for room ${capacity[at]}` };
  let count = 0;
  for (let j = 0; j < sites; j++) {
    if (state[j] === SITE.open && open[j] !== 1) return { wrong: `site ${j} is closed and must be open` };
    if (state[j] === SITE.closed && open[j] === 1) return { wrong: `site ${j} is open and must be closed` };
    if (open[j] !== 1) continue;
    count++;
    value += fixedCost[j];
  }
  const wanted = problem.open;
  if ((wanted.kind === "exactly" && count !== wanted.count) || (wanted.kind === "at-most" && count > wanted.count))
    return { wrong: `${count} sites are open instead of ${wanted.kind} ${wanted.count}` };
  return { value };
}

/** Two plans of different cost differ by at least this: 1 where all costs are whole numbers, otherwise 0. */
export function costStep({ cost, fixedCost }: LocationProblem): number {
  return cost.every(isWhole) && fixedCost.every(isWhole) ? 1 : 0;
}

const isWhole = (value: number): boolean => value === Infinity || Number.isInteger(value);
