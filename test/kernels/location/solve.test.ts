import { expect, test } from "vitest";
import { wholeDomain } from "../../../src/kernels/location/domain.ts";
import { reduced } from "../../../src/kernels/location/fixing.ts";
import { Relaxation } from "../../../src/kernels/location/relaxation.ts";
import { searchLocation } from "../../../src/kernels/location/search.ts";
import { solveLocation } from "../../../src/kernels/location/solve.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { bandsProblem } from "../../bench/location-cases.ts";
import { leastCost, openCost, sendingCost, smallProblem } from "./small-problems.ts";

const CASES = 400;
const never = () => false;

test(`${CASES} small cases cost what trying everything finds, or are infeasible where nothing is found`, () => {
  let feasible = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const problem = smallProblem(seed);
    const least = leastCost(problem);
    const answer = solveLocation(problem, { seed: 1 });
    expect(answer.status, `seed ${seed}`).toBe(least === Infinity ? "infeasible" : "optimal");
    if (answer.status !== "optimal") continue;
    feasible++;
    const { plan, bound } = answer;
    expect(plan.value, `seed ${seed}`).toBeCloseTo(least, 6);
    expect(bound).toBe(plan.value);
    const open = plan.open.reduce((set, is, site) => set + is * 2 ** site, 0);
    expect(sendingCost(problem, plan.site) + openCost(problem, open), `seed ${seed}`).toBeCloseTo(plan.value, 6);
    for (const site of plan.site) expect(plan.open[site]).toBe(1);
  }
  expect(feasible).toBeGreaterThan(CASES / 3);
});

test("the bound is at most the best cost whatever the pay, and fixing at that cost keeps a best plan", () => {
  const random = seededRandom(7);
  for (let seed = 1; seed <= 200; seed++) {
    const problem = smallProblem(seed);
    const least = leastCost(problem);
    const relaxation = new Relaxation(problem);
    const domain = wholeDomain(problem);
    if (least === Infinity || !relaxation.enter(domain)) continue;
    for (let draw = 0; draw < 5; draw++) {
      relaxation.enter(domain);
      relaxation.pay.forEach((_, unit) => (relaxation.pay[unit] = 60 * random()));
      for (const effort of ["exact", "fine", "rough"] as const)
        expect(relaxation.evaluate(effort, 1.5 * least), `seed ${seed}`).toBeLessThanOrEqual(least + 1e-6);
      const left = reduced(relaxation, least + 1e-6).domain;
      expect(left, `seed ${seed}`).toBeDefined();
      const kept = problem.cost.map(() => Infinity);
      for (let site = 0; site < problem.sites; site++)
        for (let at = left!.start[site]; at < left!.start[site + 1]; at++) {
          const entry = left!.units[at] * problem.sites + site;
          kept[entry] = problem.cost[entry];
        }
      expect(leastCost({ ...problem, cost: kept, state: left!.state }), `seed ${seed}`).toBeCloseTo(least, 6);
    }
  }
});

test("local search never returns a plan that breaks a limit or beats the best", () => {
  let found = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const problem = smallProblem(seed);
    const { best } = searchLocation(problem, { seed, proposals: 1 << 13, coolings: 1, shouldStop: never });
    if (!best) continue;
    found++;
    expect(best.value, `seed ${seed}`).toBeGreaterThanOrEqual(leastCost(problem) - 1e-6);
    expect(sendingCost(problem, best.site), `seed ${seed}`).toBeLessThan(Infinity);
  }
  expect(found).toBeGreaterThan(50);
});

test("bounds rise, values fall and never cross, whole units under three bands; the same seed gives the same answer", () => {
  const problem = bandsProblem(40, 8, 3, 1);
  const run = () => {
    let [value, bound] = [Infinity, -Infinity];
    const answer = solveLocation(problem, {
      seed: 3,
      nodes: 12,
      onProgress: (progress) => {
        expect(progress.value ?? Infinity).toBeLessThanOrEqual(value);
        expect(progress.bound ?? -Infinity).toBeGreaterThanOrEqual(bound - 1e-9);
        value = progress.value ?? value;
        bound = progress.bound ?? bound;
        expect(bound).toBeLessThanOrEqual(value);
      },
    });
    return answer;
  };
  const answer = run();
  expect(answer.status).not.toBe("infeasible");
  expect(run()).toEqual(answer);
});

test("demand beyond all room is infeasible at once, however many units share it", () => {
  const problem = bandsProblem(60, 10, 3, 1);
  const halved = { ...problem, capacity: problem.capacity.map((room) => Math.floor(room / 2)) };
  expect(solveLocation(halved, { seed: 1 }).status).toBe("infeasible");
  const few = { ...problem, open: { kind: "at-most", count: 4 } as const };
  expect(solveLocation(few, { seed: 1 }).status).toBe("infeasible");
});

test("a plan given to begin with is never made worse", () => {
  const problem = bandsProblem(30, 6, 3, 2);
  const first = solveLocation(problem, { seed: 1, nodes: 1 });
  if (first.status === "infeasible" || !first.plan) throw new Error("no plan");
  const again = solveLocation(problem, { seed: 9, nodes: 1, start: first.plan });
  expect(again.status === "infeasible" ? Infinity : again.plan?.value).toBeLessThanOrEqual(first.plan.value);
});
