/**
 * Whole units to sites with limited room, at least total cost: the generalised assignment problem with one resource. Demands
 * are whole numbers, and costs that differ by less than 1 in total count as the same.
 */
export interface UnitAssignment {
  readonly units: number;
  readonly sites: number;
  /** Cost of sending the whole unit, `[unit * sites + site]`; `Infinity` where it may not go. */
  readonly cost: Float64Array;
  /** Pupils, `[unit]`. */
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

export function loadsOf({ sites, demand }: UnitAssignment, chosen: Uint16Array): Float64Array {
  const load = new Float64Array(sites);
  chosen.forEach((site, unit) => (load[site] += demand[unit]));
  return load;
}

export function valueOf(
  problem: UnitAssignment,
  chosen: Uint16Array,
): { total: number; cost: number; overflow: number } {
  const { sites, capacity, overflowPrice } = problem;
  let cost = 0;
  chosen.forEach((site, unit) => (cost += problem.cost[unit * sites + site]));
  const overflow = loadsOf(problem, chosen).reduce((sum, load, site) => sum + Math.max(0, load - capacity[site]), 0);
  return { total: cost + overflow * overflowPrice, cost, overflow };
}

export function describe(problem: UnitAssignment, site: Uint16Array): AssignedUnits {
  const { cost, overflow } = valueOf(problem, site);
  return { site, cost, overflow };
}

export function cheapestSites({ units, sites, cost }: UnitAssignment): Uint16Array | undefined {
  const chosen = new Uint16Array(units);
  for (let unit = 0; unit < units; unit++) {
    let least = Infinity;
    for (let site = 0; site < sites; site++)
      if (cost[unit * sites + site] < least) [least, chosen[unit]] = [cost[unit * sites + site], site];
    if (least === Infinity) return undefined;
  }
  return chosen;
}
