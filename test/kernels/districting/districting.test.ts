import { expect, test } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { solveExact } from "../../../src/kernels/districting/exact.ts";
import { linkPieces, piecesOf } from "../../../src/kernels/districting/links.ts";
import { adjacencyOf, type DistrictingProblem } from "../../../src/kernels/districting/problem.ts";
import { searchDistricts } from "../../../src/kernels/districting/search.ts";
import { solveDistricting } from "../../../src/kernels/districting/solve.ts";
import { checkedCost, exhaustive } from "./check.ts";
import { randomGrid, withSeats } from "./graphs.ts";

const untilDone = { shouldStop: () => false };

/** The exact answer against every labelling; returns whether there is one. */
function agrees(problem: DistrictingProblem, what: string): boolean {
  const best = exhaustive(problem);
  const { plan, bound } = solveExact(problem, untilDone);
  if (best === Infinity) {
    expect(plan, what).toBeUndefined();
    expect(bound, what).toBe(Infinity);
    return false;
  }
  expect(plan && checkedCost(problem, plan.rootOf), what).toBeCloseTo(best, 8);
  expect(plan?.cost, what).toBeCloseTo(best, 8);
  expect(bound, what).toBeCloseTo(best, 6);
  return true;
}

/** A problem with more rules: what is found exactly and by search is as it should be; whether there is a plan, and a dearer one than without. */
function boundAgainst(free: DistrictingProblem, bound: DistrictingProblem, seed: number): "none" | "found" | "dearer" {
  if (!agrees(bound, `seed ${seed}`)) return "none";
  const plan = searchDistricts(bound, { seed, rounds: 2, proposals: 9000 });
  if (plan) expect(checkedCost(bound, plan.rootOf), `seed ${seed}`).toBeCloseTo(plan.cost, 6);
  return exhaustive(bound) > exhaustive(free) + 1e-9 ? "dearer" : "found";
}

test("free middles: the proven plan is the best of every labelling, and none is found where there is none", () => {
  let found = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { problem } = randomGrid(seed, 3, 3, 2 + (seed % 3), 0.1 + 0.1 * (seed % 4));
    if (agrees(problem, `seed ${seed}`)) found++;
  }
  expect(found).toBeGreaterThan(20);
  expect(found).toBeLessThan(60);
});

test("fixed seats: the proven plan is the best of every labelling", () => {
  let found = 0;
  for (let seed = 1; seed <= 40; seed++)
    if (agrees(withSeats(randomGrid(seed, 3, 3, 2, 0.5), [seed % 4, 4 + (seed % 5)]), `seed ${seed}`)) found++;
  expect(found).toBeGreaterThan(15);
});

test("anchors: every district holds one, at the least cost that allows", () => {
  let dearer = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const { problem } = randomGrid(seed, 3, 3, 2, 0.4);
    const anchored = { ...problem, anchor: Uint8Array.from({ length: 9 }, (_, unit) => (unit < 2 ? 1 : 0)) };
    if (!agrees(anchored, `seed ${seed}`)) continue;
    if (exhaustive(anchored) > exhaustive(problem) + 1e-9) dearer++;
  }
  expect(dearer).toBeGreaterThan(5);
});

test("groups, groups apart and limits of a unit's district: the best of every labelling, free middles and seats", () => {
  let [found, dearer] = [0, 0];
  for (let seed = 1; seed <= 80; seed++) {
    const free = randomGrid(seed, 3, 3, 2 + (seed % 2), 0.3 + 0.2 * (seed % 3));
    const problem = seed % 3 === 0 ? withSeats(free, [0, 4, 8].slice(0, free.problem.districts)) : free.problem;
    const random = seededRandom(seed);
    const units = [...problem.demand.keys()].toSorted(() => random() - 0.5);
    const mean = problem.demand.reduce((sum, value) => sum + value, 0) / problem.districts;
    const together = [units.slice(0, 1 + (seed % 3)), units.slice(3, 4 + (seed % 2)), units.slice(5, 6)];
    const bound: DistrictingProblem = {
      ...problem,
      bonds: { together, apart: seed % 4 === 0 ? [] : [[0, 1 + (seed % 2)]] },
      unitLimits: seed % 5 < 3 ? [{ unit: units[seed % 9], least: 0.8 * mean, most: mean }] : [],
    };
    const is = boundAgainst(problem, bound, seed);
    if (is !== "none") found++;
    if (is === "dearer") dearer++;
  }
  expect(found).toBeGreaterThan(25);
  expect(found).toBeLessThan(80);
  expect(dearer).toBeGreaterThan(15);
});

test("rows that no district may be above 0 in, such as pupils less places: the best of every labelling, free middles and seats", () => {
  let [found, dearer] = [0, 0];
  for (let seed = 1; seed <= 80; seed++) {
    const free = randomGrid(seed, 3, 3, 2 + (seed % 2), 0.5 + 0.2 * (seed % 3));
    const problem = seed % 3 === 0 ? withSeats(free, [0, 4, 8].slice(0, free.problem.districts)) : free.problem;
    const random = seededRandom(seed);
    const row = (): Float64Array =>
      problem.demand.map((pupils) => pupils - (random() < 0.4 ? Math.round(pupils * (1 + 4 * random())) : 0));
    const excess = [row(), ...(seed % 2 === 0 ? [row()] : [])];
    const bound: DistrictingProblem = {
      ...problem,
      excess,
      ...(seed % 5 === 0 && { bonds: { together: [[1, 2]], apart: [] } }),
    };
    const is = boundAgainst(problem, bound, seed);
    if (is !== "none") found++;
    if (is === "dearer") dearer++;
  }
  expect(found).toBeGreaterThan(20);
  expect(found).toBeLessThan(75);
  expect(dearer).toBeGreaterThan(10);
});

test("the search keeps every rule and never undercuts the bound; the same seed gives the same plan", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { problem } = randomGrid(seed, 7, 7, 4, 0.1);
    const limits = { seed, rounds: 4, proposals: 30_000 };
    const plan = searchDistricts(problem, limits);
    if (!plan) continue;
    expect(checkedCost(problem, plan.rootOf), `seed ${seed}`).toBeCloseTo(plan.cost, 6);
    expect(searchDistricts(problem, limits)?.rootOf).toEqual(plan.rootOf);
    const exact = solveExact(problem, untilDone);
    expect(exact.bound).toBeLessThanOrEqual(plan.cost + 1e-6);
    expect(exact.plan && checkedCost(problem, exact.plan.rootOf)).toBeCloseTo(exact.bound, 6);
  }
});

test("stopped early, the bound still holds below the best plan", () => {
  const { problem } = randomGrid(3, 9, 9, 4, 0.05);
  let calls = 0;
  let first = 0;
  const best = solveDistricting(problem, {
    seed: 1,
    shouldStop: () => ++calls < 0,
    onProgress: ({ bound }) => {
      if (bound > 0) first ||= calls;
    },
  });
  // It is known before the rounds of the search, so that a short time has it too.
  expect(first).toBeLessThan(calls / 4);
  let asked = 0;
  const stopped = solveDistricting(problem, { seed: 1, shouldStop: () => ++asked > 40 });
  expect(best.plan && checkedCost(problem, best.plan.rootOf)).toBeCloseTo(best.bound, 6);
  expect(stopped.bound).toBeLessThanOrEqual(best.bound + 1e-6);
});

test("pieces are linked where they are closest, and a whole graph is left as it is", () => {
  const x = Float64Array.of(0, 1, 3, 9);
  const y = new Float64Array(4);
  const { adjacency, links } = linkPieces(adjacencyOf(4, [[0, 1]]), x, y);
  expect(links).toHaveLength(2);
  expect(new Set(links.map((link) => link.toSorted((a, b) => a - b).join("-")))).toEqual(new Set(["1-2", "2-3"]));
  expect(new Set(piecesOf(adjacency)).size).toBe(1);
  expect(linkPieces(adjacency, x, y).links).toHaveLength(0);
});
