import { expect, test } from "vitest";
import { solveTransportation, type TransportationProblem } from "../../src/kernels/transportation.ts";
import { ModelBuilder, type Term } from "../../src/model/model.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { highs } from "../cases/solver.ts";

function randomProblem(seed: number): TransportationProblem {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const customers = whole(1, 14);
  const sites = whole(1, 5);
  const demand = Float64Array.from({ length: customers }, () => whole(0, 9));
  const total = demand.reduce((sum, value) => sum + value, 0);
  return {
    customers,
    sites,
    cost: Float64Array.from({ length: customers * sites }, () => (random() < 0.1 ? Infinity : whole(0, 30))),
    demand,
    capacity: Float64Array.from({ length: sites }, () =>
      random() < 0.1 ? Infinity : whole(0, Math.ceil((2 * total) / sites)),
    ),
  };
}

/** The same problem as a linear model: overflow is allowed at a price that no travel can make up for. */
function asModel({ customers, sites, cost, demand, capacity }: TransportationProblem, price: number) {
  const model = new ModelBuilder();
  const loads: Term[][] = Array.from({ length: sites }, () => []);
  for (let customer = 0; customer < customers; customer++) {
    const terms: Term[] = [];
    for (let site = 0; site < sites; site++) {
      if (cost[customer * sites + site] === Infinity) continue;
      const column = model.addColumn({
        cost: cost[customer * sites + site],
        lower: 0,
        upper: demand[customer],
        integer: "any",
      });
      terms.push([column, 1]);
      loads[site].push([column, 1]);
    }
    if (terms.length > 0) model.addRow("demand", demand[customer], demand[customer], terms);
  }
  loads.forEach((terms, site) => {
    if (capacity[site] === Infinity) return;
    const over = model.addColumn({ cost: price, lower: 0, upper: 1000, integer: "any" });
    model.addRow("capacity", -Infinity, capacity[site], [...terms, [over, -1]]);
  });
  return model.build();
}

test("costs, overflow and prices agree with HiGHS on 300 random problems", async () => {
  let overflows = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const problem = randomProblem(seed);
    const plan = solveTransportation(problem);
    const answer = await highs.solve(asModel(problem, 10_000));
    expect(answer.status).toBe("optimal");
    if (answer.status !== "optimal") continue;
    expect(plan.cost + 10_000 * plan.overflow, `seed ${seed}`).toBeCloseTo(answer.objective, 6);
    if (plan.overflow > 0) {
      overflows++;
      continue;
    }
    // Any prices give a bound; the right ones give the optimum itself.
    let bound = 0;
    for (let customer = 0; customer < problem.customers; customer++) {
      let least = Infinity;
      for (let site = 0; site < problem.sites; site++)
        least = Math.min(least, problem.cost[customer * problem.sites + site] + plan.price[site]);
      if (least < Infinity) bound += problem.demand[customer] * least;
    }
    plan.price.forEach((price, site) => {
      expect(price).toBeGreaterThanOrEqual(0);
      if (price > 0) bound -= price * problem.capacity[site];
    });
    expect(bound, `seed ${seed}`).toBeCloseTo(plan.cost, 6);
  }
  expect(overflows).toBeGreaterThan(30);
});

test("whole demand and whole room give a whole plan that sends everybody once", () => {
  for (let seed = 1000; seed < 1200; seed++) {
    const problem = randomProblem(seed);
    const { flow, load, stranded } = solveTransportation(problem);
    let sent = 0;
    for (let customer = 0; customer < problem.customers; customer++) {
      const row = flow.subarray(customer * problem.sites, (customer + 1) * problem.sites);
      const total = row.reduce((sum, value) => sum + value, 0);
      expect([0, problem.demand[customer]]).toContain(total);
      expect(row.every(Number.isInteger)).toBe(true);
      sent += total;
    }
    expect(sent + stranded).toBe(problem.demand.reduce((sum, value) => sum + value, 0));
    expect(load.reduce((sum, value) => sum + value, 0)).toBe(sent);
  }
});
