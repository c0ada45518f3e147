import { expect, test } from "vitest";
import { assignUnits } from "../../src/solve/units/assign-units.ts";
import { fitWithin } from "../../src/solve/units/fit.ts";
import { type UnitAssignment, valueOf } from "../../src/solve/units/problem.ts";
import { relax } from "../../src/solve/units/relax.ts";
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

test("where time is over before it begins there is a plan, and what bounds it is no more than exhaustive search finds", async () => {
  let stopped = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const problem = randomProblem(seed);
    const best = bruteForce(problem);
    const outcome = await assignUnits(problem, solver, { shouldStop: () => true });
    if (outcome.status !== "optimal" && outcome.status !== "stopped")
      throw new Error(`seed ${seed}: ${outcome.status}`);
    const { total } = valueOf(problem, outcome.answer.site);
    expect(total, `seed ${seed}`).toBeGreaterThanOrEqual(best);
    if (outcome.status === "optimal") expect(total, `seed ${seed}`).toBe(best);
    else {
      stopped++;
      expect(total - outcome.gap * Math.max(1, total), `seed ${seed}`).toBeLessThanOrEqual(best + 1e-6);
    }
  }
  expect(stopped).toBeGreaterThan(30);
});

/** Few costs, so that many plans tie; some units of nobody, some ways closed, some sites without places, often no place to spare. */
function hardProblem(seed: number): UnitAssignment {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const [units, sites] = [whole(1, 7), whole(2, 4)];
  const demand = Float64Array.from({ length: units }, () => (random() < 0.15 ? 0 : whole(1, 5)));
  const cost = Float64Array.from({ length: units * sites }, (_, at) =>
    at % sites !== 0 && random() < 0.1 ? Infinity : 10 * whole(0, seed % 2 === 0 ? 2 : 40),
  );
  const capacity = new Float64Array(sites);
  if (seed % 3 === 0) capacity.forEach((_, site) => (capacity[site] = whole(0, 8)));
  // Exactly as many places as some plan takes.
  else demand.forEach((pupils) => (capacity[whole(0, sites - 1)] += pupils));
  return { units, sites, cost, demand, capacity, overflowPrice: PRICE };
}

test("tables over loads find what exhaustive search finds, where plans tie, no place is to spare and some units hold nobody", () => {
  let answered = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const problem = hardProblem(seed);
    const relaxed = relax(problem);
    const best = bruteForce(problem);
    const found = fitWithin(problem, relaxed, Infinity);
    // Pupils beyond places that no split of units would need: too dear for a budget.
    if (found === undefined) continue;
    if (found === "none") throw new Error(`seed ${seed}: none`);
    expect(valueOf(problem, found).total, `seed ${seed}`).toBe(best);
    expect(relaxed.bound, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-6);
    // A budget that the best does not keep to finds nothing, one that it just keeps to finds it.
    const extra = best - relaxed.bound;
    if (extra > 1) expect(fitWithin(problem, relaxed, extra - 1), `seed ${seed}`).toBe("none");
    answered++;
  }
  expect(answered).toBeGreaterThan(390);
});
