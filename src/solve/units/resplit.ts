import { type UnitAssignment, valueOf } from "./problem.ts";
import type { Relaxed } from "./relax.ts";

/**
 * Every pair of sites in turn shares out anew, at least cost, the units that it has: exact, by a table over the pupils of one
 * of the two (the two-site case is a knapsack; Bellman 1957). Returns whether anything became cheaper. O(units x pupils) a pair.
 */
export function resplitPairs(
  problem: UnitAssignment,
  { bound, reducedCost }: Bounded,
  chosen: Uint16Array,
  shouldStop: () => boolean = () => false,
): boolean {
  let better = false;
  let gap = valueOf(problem, chosen).total - bound;
  const members = Array.from({ length: problem.sites }, (): number[] => []);
  chosen.forEach((site, unit) => members[site].push(unit));
  for (let a = 0; a < problem.sites; a++)
    for (let b = a + 1; b < problem.sites; b++) {
      if (shouldStop()) return better;
      const isOpen = (unit: number, to: number): boolean => reducedCost[unit * problem.sites + to] <= gap;
      if (!members[a].some((unit) => isOpen(unit, b)) && !members[b].some((unit) => isOpen(unit, a))) continue;
      const both = [...members[a], ...members[b]].toSorted((one, other) => one - other);
      if (!resplit(problem, chosen, both, a, b, (at) => reducedCost[at] <= gap)) continue;
      for (const site of [a, b]) members[site] = both.filter((unit) => chosen[unit] === site);
      gap = valueOf(problem, chosen).total - bound;
      better = true;
    }
  return better;
}

type Bounded = Pick<Relaxed, "bound" | "reducedCost">;

/** `both`: the units at the two sites, ascending; `mayBe` tells what a better plan may hold, by `unit * sites + site`; the rest stays as it is. */
function resplit(
  { sites, cost, demand, capacity, overflowPrice }: UnitAssignment,
  chosen: Uint16Array,
  both: readonly number[],
  a: number,
  b: number,
  mayBe: (at: number) => boolean,
): boolean {
  const free: number[] = [];
  let [all, atA, fixedA, fixedB, before] = [0, 0, 0, 0, 0];
  for (const unit of both) {
    const site = chosen[unit];
    const [toA, toB] = [cost[unit * sites + a], cost[unit * sites + b]];
    if (!mayBe(unit * sites + (site === a ? b : a))) {
      if (site === a) fixedA += demand[unit];
      else fixedB += demand[unit];
    } else {
      free.push(unit);
      all += demand[unit];
      if (site === a) [atA, before] = [atA + demand[unit], before + toA - toB];
    }
  }
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
