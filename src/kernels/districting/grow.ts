import type { Random } from "../random.ts";
import type { DistrictingProblem } from "./problem.ts";

/** Not yet in a district. */
export const UNCLAIMED = -1;

/**
 * Roots far apart: the first at random, each next one drawn among units in proportion to what they cost from the nearest root so
 * far (k-means++, Arthur and Vassilvitskii 2007). Fixed seats are taken as they are.
 */
export function spreadRoots(problem: DistrictingProblem, random: Random): Int32Array {
  const { districts, rootUnit, demand } = problem;
  if (rootUnit.length === districts) return Int32Array.from(rootUnit.keys());
  const chosen = [Math.floor(random() * rootUnit.length)];
  const nearest = new Float64Array(demand.length).fill(Infinity);
  while (chosen.length < districts) {
    const column = problem.cost(chosen[chosen.length - 1]);
    for (let unit = 0; unit < nearest.length; unit++) nearest[unit] = Math.min(nearest[unit], column[unit]);
    const weight = Array.from(rootUnit, (unit, root) =>
      chosen.includes(root) ? 0 : Math.min(nearest[unit], Number.MAX_VALUE / rootUnit.length) + Number.MIN_VALUE,
    );
    let left = random() * weight.reduce((sum, value) => sum + value, 0);
    let root = weight.findIndex((value) => (left -= value) < 0);
    if (root === -1) root = weight.findIndex((_, candidate) => !chosen.includes(candidate));
    chosen.push(root);
  }
  return Int32Array.from(chosen);
}

/**
 * Districts grown from their roots, one ring of neighbours at a time, until nothing is left that any may have. Returns the
 * district of each unit or {@link UNCLAIMED}. O(units).
 */
export function growDistricts(problem: DistrictingProblem, roots: Int32Array): Int32Array {
  const { adjacency, demand, rootUnit } = problem;
  const district = new Int32Array(demand.length).fill(UNCLAIMED);
  const column = Array.from(roots, (root) => problem.cost(root));
  const queue = Array.from(roots, (root) => rootUnit[root]);
  queue.forEach((unit, here) => (district[unit] = here));
  for (const unit of queue)
    for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) {
      const next = adjacency.target[edge];
      if (district[next] !== UNCLAIMED || column[district[unit]][next] === Infinity) continue;
      district[next] = district[unit];
      queue.push(next);
    }
  return district;
}
