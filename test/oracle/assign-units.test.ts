import { expect, test } from "vitest";
import { assignUnits } from "../../src/solve/units/assign-units.ts";
import type { UnitAssignment } from "../../src/solve/units/problem.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { solver } from "../cases/solver.ts";

const PRICE = 1e6;

function randomProblem(seed: number): UnitAssignment {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const units = whole(2, 9);
  const sites = whole(1, 3);
  const demand = Float64Array.from({ length: units }, () => whole(1, 9));
  const total = demand.reduce((sum, value) => sum + value, 0);
  return {
    units,
    sites,
    cost: Float64Array.from({ length: units * sites }, () => whole(0, 60)),
    demand,
    capacity: Float64Array.from({ length: sites }, () => whole(0, Math.ceil((1.6 * total) / sites))),
    overflowPrice: PRICE,
  };
}

/** Every way to send the units, one by one. */
function bruteForce({ units, sites, cost, demand, capacity }: UnitAssignment): number {
  let best = Infinity;
  const load = new Float64Array(sites);
  const visit = (unit: number, spent: number): void => {
    if (unit === units) {
      const overflow = load.reduce((sum, value, site) => sum + Math.max(0, value - capacity[site]), 0);
      best = Math.min(best, spent + PRICE * overflow);
      return;
    }
    for (let site = 0; site < sites; site++) {
      load[site] += demand[unit];
      visit(unit + 1, spent + cost[unit * sites + site]);
      load[site] -= demand[unit];
    }
  };
  visit(0, 0);
  return best;
}

test("whole units are sent as well as exhaustive search can, on 300 random problems", async () => {
  let tight = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const problem = randomProblem(seed);
    const outcome = await assignUnits(problem, solver);
    expect(outcome.status, `seed ${seed}`).toBe("optimal");
    if (outcome.status !== "optimal") continue;
    expect(outcome.answer.cost + PRICE * outcome.answer.overflow, `seed ${seed}`).toBe(bruteForce(problem));
    if (outcome.answer.overflow === 0) tight++;
  }
  expect(tight).toBeGreaterThan(50);
});
