import { expect, test } from "vitest";
import { seededRandom } from "../../../src/kernels/random.ts";
import { solveExact } from "../../../src/kernels/districting/exact.ts";
import { balance } from "../../../src/kernels/districting/balance.ts";
import { Border } from "../../../src/kernels/districting/border.ts";
import { spreadRoots } from "../../../src/kernels/districting/grow.ts";
import { linkPieces, piecesOf } from "../../../src/kernels/districting/links.ts";
import { adjacencyOf, type DistrictingProblem } from "../../../src/kernels/districting/problem.ts";
import { screenRoots } from "../../../src/kernels/districting/screen.ts";
import { searchDistricts } from "../../../src/kernels/districting/search.ts";
import { joinUp, settle } from "../../../src/kernels/districting/settle.ts";
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
  const plan = searchDistricts(bound, { seed, rounds: 2, proposals: 3000 });
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
    const limits = { seed, rounds: 4, proposals: 8000 };
    const plan = searchDistricts(problem, limits);
    if (!plan) continue;
    expect(checkedCost(problem, plan.rootOf), `seed ${seed}`).toBeCloseTo(plan.cost, 6);
    expect(searchDistricts(problem, limits)?.rootOf).toEqual(plan.rootOf);
    const exact = solveExact(problem, untilDone);
    expect(exact.bound).toBeLessThanOrEqual(plan.cost + 1e-6);
    expect(exact.plan && checkedCost(problem, exact.plan.rootOf)).toBeCloseTo(exact.bound, 6);
  }
});

test("seats shared out: what splitting one unit costs by hand, and never more than the best of every labelling", () => {
  // Three units of 2 on a line at 0, 1 and 3, seats at both ends, 3 for each: the middle one is halved.
  const column = [0, 3].map((seat) => Float64Array.of(0, 1, 3).map((x) => 2 * (x - seat) ** 2));
  const three = Float64Array.of(3, 3);
  const halved = balance({ demand: Float64Array.of(2, 2, 2), column, least: three, most: three });
  expect(halved.cost).toBeCloseTo(0.5 * 2 + 0.5 * 8, 9);
  expect([halved.pick[0], halved.pick[2]]).toEqual([0, 1]);
  let found = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const problem = withSeats(randomGrid(seed, 3, 3, 2, 0.3), [seed % 4, 4 + (seed % 5)]);
    const best = exhaustive(problem);
    const { demand, least, most } = problem;
    const { cost } = balance({ demand, column: [problem.cost(0), problem.cost(1)], least, most });
    if (best === Infinity) continue;
    found++;
    expect(cost, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-9);
  }
  expect(found).toBeGreaterThan(5);
});

test("roots that are ruled out before the proof are in no better plan, and the bound holds for the best of every labelling", () => {
  let ruledOut = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const { problem } = randomGrid(seed, 3, 3, 2, 0.3);
    const { plan } = solveExact(problem, untilDone);
    if (!plan) continue;
    const free = screenRoots(problem, untilDone);
    expect(free.bound, `seed ${seed}`).toBeLessThanOrEqual(plan.cost + 1e-9);
    // A plan as dear as this one is to be beaten: the best one's roots have to be left.
    const dearer = { ...plan, cost: 1.05 * plan.cost };
    const { bound, roots } = screenRoots(problem, { ...untilDone, plan: dearer });
    expect(bound, `seed ${seed}`).toBeLessThanOrEqual(plan.cost + 1e-9);
    expect(
      [...plan.rootOf].every((root) => roots.includes(root)),
      `seed ${seed}`,
    ).toBe(true);
    ruledOut += problem.rootUnit.length - roots.length;
  }
  expect(ruledOut).toBeGreaterThan(30);
});

test("the border after any moves: the pairs that are apart, each once", () => {
  const { problem } = randomGrid(5, 6, 6, 3, 0.5);
  const { adjacency } = problem;
  const random = seededRandom(5);
  const district = Int32Array.from({ length: 36 }, () => Math.floor(3 * random()));
  const border = new Border(adjacency, district);
  for (let moves = 0; moves < 200; moves++) {
    const unit = Math.floor(36 * random());
    district[unit] = Math.floor(3 * random());
    border.moved(unit, district);
    const apart = [...adjacency.target.keys()].filter(
      (edge) => district[border.source[edge]] !== district[adjacency.target[edge]],
    );
    const drawn = Array.from({ length: border.length }, (_, at) => border.at((at + 0.5) / border.length));
    expect(drawn.toSorted((a, b) => a - b)).toEqual(apart);
  }
});

test("settled seats are joined up to whole districts, each with its seat, also where most units have no demand", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { problem: full } = randomGrid(seed, 8, 8, 3, 0.2);
    const random = seededRandom(seed);
    const demand = full.demand.map((pupils) => (random() < 0.7 ? 0 : pupils));
    const inside = (column: Float64Array) => column.map((cost, unit) => (demand[unit] > 0 ? cost : 0));
    const { adjacency, links } = linkPieces(full.adjacency, new Float64Array(64), Float64Array.from(demand.keys()));
    expect(links.length).toBeLessThan(64);
    const problem = { ...full, adjacency, demand, cost: (root: number) => inside(full.cost(root)) };
    const settled = settle(problem, spreadRoots(problem, random), () => false);
    const district = joinUp(problem, settled);
    settled.roots.forEach((root, here) => expect(district[problem.rootUnit[root]]).toBe(here));
    const within = [...district.keys()].flatMap((unit) =>
      Array.from(
        adjacency.target.subarray(adjacency.start[unit], adjacency.start[unit + 1]),
        (next) => [unit, next] as const,
      ),
    );
    const pairs = within.filter(([one, other]) => district[one] === district[other]);
    expect(new Set(piecesOf(adjacencyOf(64, pairs))).size, `seed ${seed}`).toBe(3);
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
