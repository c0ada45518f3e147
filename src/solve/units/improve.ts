import { selected } from "../../kernels/uncertainty/select.ts";
import { loadsOf, type UnitAssignment, valueOf } from "./problem.ts";
import type { Relaxed } from "./relax.ts";

/**
 * Shifts one unit or swaps two while that lowers cost plus overflow; deterministic, ends in a local optimum. A move whose
 * reduced cost exceeds the gap between plan and bound cannot be part of a better plan and is not tried.
 */
export function improve(
  problem: UnitAssignment,
  relaxed: Relaxed,
  start: Uint16Array,
  shouldStop: () => boolean = () => false,
): Uint16Array {
  const { bound, reducedCost } = relaxed;
  const { sites, cost, demand, capacity, overflowPrice } = problem;
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
  const tried = waysTried(problem, relaxed);
  const shifts = (): boolean => {
    let better = false;
    for (const at of tried) {
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
    const preferred: number[][] = Array.from({ length: sites * sites }, () => []);
    for (const at of tried) {
      const from = chosen[Math.floor(at / sites)];
      if (at % sites !== from && reducedCost[at] <= total - bound) preferred[from * sites + (at % sites)].push(at);
    }
    for (const list of preferred) list.sort((a, b) => reducedCost[a] - reducedCost[b]);
    let better = false;
    for (let i = 0; i < sites; i++)
      for (let j = i + 1; j < sites; j++)
        for (const first of preferred[i * sites + j].slice(0, MOST_PREFERRED))
          for (const second of preferred[j * sites + i].slice(0, MOST_PREFERRED)) {
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
  while (!shouldStop() && (shifts() || swaps()));
  return chosen;
}

/** Units tried for a swap between two sites, in each direction. */
const MOST_PREFERRED = 60;

/** Of more sites than this, only so many are tried for each unit: those that the prices make cheapest. */
const MOST_TRIED = 24;

/** `unit * sites + site`, ascending. */
function waysTried({ units, sites }: UnitAssignment, { reducedCost }: Relaxed): Uint32Array {
  if (sites <= MOST_TRIED) return Uint32Array.from({ length: units * sites }, (_, at) => at);
  const tried = new Uint32Array(units * MOST_TRIED);
  const own = new Float64Array(sites);
  let count = 0;
  for (let unit = 0; unit < units; unit++) {
    own.set(reducedCost.subarray(unit * sites, (unit + 1) * sites));
    const most = selected(own, MOST_TRIED - 1);
    for (let site = 0, left = MOST_TRIED; site < sites && left > 0; site++) {
      const at = unit * sites + site;
      if (reducedCost[at] === Infinity || reducedCost[at] > most) continue;
      tried[count++] = at;
      left--;
    }
  }
  return tried.subarray(0, count);
}
