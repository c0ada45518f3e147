import type { DistrictingProblem } from "../../../src/kernels/districting/problem.ts";

/**
 * Cost of a plan, `[unit]`: the root of its district; or what is wrong with it. Written from the definition, apart from the code it checks.
 */
export function checkedCost(problem: DistrictingProblem, rootOf: ArrayLike<number>): number | string {
  const members = new Map<number, number[]>();
  for (let unit = 0; unit < rootOf.length; unit++)
    members.set(rootOf[unit], [...(members.get(rootOf[unit]) ?? []), unit]);
  if (members.size !== problem.districts) return `${members.size} districts`;
  let total = 0;
  for (const [root, units] of members) {
    if (!units.includes(problem.rootUnit[root])) return "a district without its root";
    if (!hangsTogether(problem, new Set(units))) return "a district in pieces";
    const load = units.reduce((sum, unit) => sum + problem.demand[unit], 0);
    if (load < problem.least[root] || load > problem.most[root]) return `demand ${load}`;
    const inHere = new Set(units);
    for (const { unit, least, most } of problem.unitLimits ?? [])
      if (inHere.has(unit) && (load < least || load > most)) return `demand ${load} with unit ${unit}`;
    const { together = [], apart = [] } = problem.bonds ?? {};
    if (together.some((group) => new Set(group.map((unit) => inHere.has(unit))).size > 1)) return "a group divided";
    if (apart.some(([one, other]) => inHere.has(together[one][0]) && inHere.has(together[other][0])))
      return "not apart";
    if (problem.excess?.some((row) => units.reduce((sum, unit) => sum + row[unit], 0) > 0))
      return "asks for more than it brings";
    if (problem.anchor && !units.some((unit) => problem.anchor?.[unit] === 1)) return "no anchor";
    total += units.reduce((sum, unit) => sum + problem.cost(root)[unit], 0);
  }
  return total;
}

function hangsTogether({ adjacency: { start, target } }: DistrictingProblem, units: ReadonlySet<number>): boolean {
  const [first] = units;
  const reached = new Set([first]);
  for (const unit of reached)
    for (const next of target.subarray(start[unit], start[unit + 1])) if (units.has(next)) reached.add(next);
  return reached.size === units.size;
}

/** Least cost over every way to label the units, seats as cheap as can be; `Infinity` when no way keeps the rules. */
export function exhaustive(problem: DistrictingProblem): number {
  const units = problem.demand.length;
  const label = new Int32Array(units);
  let best = Infinity;
  const visit = (unit: number, used: number): void => {
    if (unit === units) {
      if (used === problem.districts) best = Math.min(best, cheapest(problem, label));
      return;
    }
    for (let here = 0; here <= Math.min(used, problem.districts - 1); here++) {
      label[unit] = here;
      visit(unit + 1, Math.max(used, here + 1));
    }
  };
  visit(0, 0);
  return best;
}

/** A labelling with the best root for each label, independently where roots are free; by all orders where seats are fixed. */
function cheapest(problem: DistrictingProblem, label: Int32Array): number {
  const roots: number[] = [];
  for (let here = 0; here < problem.districts; here++) {
    let least = Infinity;
    let chosen = -1;
    problem.rootUnit.forEach((unit, root) => {
      if (label[unit] !== here) return;
      let cost = 0;
      const column = problem.cost(root);
      label.forEach((other, at) => (cost += other === here ? column[at] : 0));
      if (cost < least) [least, chosen] = [cost, root];
    });
    if (chosen === -1) return Infinity;
    roots.push(chosen);
  }
  const cost = checkedCost(
    problem,
    label.map((here) => roots[here]),
  );
  return typeof cost === "number" ? cost : Infinity;
}
