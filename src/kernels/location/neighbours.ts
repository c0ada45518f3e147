import type { Domain } from "./domain.ts";
import { demandLayout, type LocationProblem, SITE } from "./problem.ts";

/** For each unit the sites it may go to, best first, and the other way round; as flat lists. */
export interface Neighbours {
  /** Sites of unit i are `sites[start[i]] .. sites[start[i + 1] - 1]`, best first. */
  readonly start: Int32Array;
  readonly sites: Int32Array;
  /** Units of site j are `units[startOfSite[j]] ..`, by rising cost. */
  readonly startOfSite: Int32Array;
  readonly units: Int32Array;
}

/** What a unit costs at a site with the room it takes, where room has these prices, `[site * resources + resource]`. */
export function pricedCost(problem: LocationProblem, price: Float64Array): (unit: number, site: number) => number {
  const { sites, resources, cost } = problem;
  const { amount, unitStride, siteStride } = demandLayout(problem);
  return (unit, site) => {
    let sum = cost[unit * sites + site];
    for (let r = 0; r < resources; r++)
      sum += price[site * resources + r] * amount[unit * unitStride + site * siteStride + r];
    return sum;
  };
}

/** Who may go where: a unit's sites by what it costs there, at most `most` of them. O(size of the domain * log sites). */
export function neighboursOf(
  { units }: LocationProblem,
  domain: Domain,
  most: number,
  costAt: (unit: number, site: number) => number,
): Neighbours {
  const key = new Float64Array(domain.state.length);
  const lists = sitesByUnit(units, domain).map((list, unit) => {
    for (const site of list) key[site] = costAt(unit, site);
    return list.toSorted((a, b) => key[a] - key[b] || a - b).subarray(0, most);
  });
  const start = new Int32Array(units + 1);
  lists.forEach((list, unit) => {
    start[unit + 1] = start[unit] + list.length;
  });
  const flat = new Int32Array(start[units]);
  lists.forEach((list, unit) => flat.set(list, start[unit]));
  return { start, sites: flat, startOfSite: domain.start, units: domain.units };
}

/** The domain's sites of each unit, by rising number. */
function sitesByUnit(units: number, domain: Domain): readonly Int32Array[] {
  const counts = new Int32Array(units);
  const siteOf = (visit: (unit: number, site: number) => void) => {
    for (let site = 0; site < domain.state.length; site++)
      if (domain.state[site] !== SITE.closed)
        for (let at = domain.start[site]; at < domain.start[site + 1]; at++) visit(domain.units[at], site);
  };
  siteOf((unit) => counts[unit]++);
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  siteOf((unit, site) => (lists[unit][counts[unit]++] = site));
  return lists;
}
