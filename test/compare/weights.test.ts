import { describe, expect, test } from "vitest";
import {
  CONCERNS,
  leastOpposed,
  orderedBy,
  scores,
  type WeighedList,
  weighedList,
  weightsByPoints,
} from "../../src/compare/weights.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { firstForAll } from "../../src/solve/weights/first-for.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";
import { solver } from "../cases/solver.ts";

const real = async (): Promise<WeighedList> => {
  const { unsure } = openedCase("holbaek").basis.municipality.info.order ?? {};
  return weighedList({ ...(await listedPlans("nearest")), ...(unsure && { unsure }) });
};

/** A list with these costs by the first concerns, the others alike. */
function drawn(rows: readonly (readonly number[])[]): WeighedList {
  const costs = new Float64Array(rows.length * CONCERNS.length);
  rows.forEach((row, plan) => costs.set(row, plan * CONCERNS.length));
  return { count: rows.length, costs, telling: CONCERNS.slice(0, rows[0].length).map(({ key }) => key), unsure: [] };
}

describe("weighing concerns", () => {
  test("a vote on measures weighs the concerns that they stand for, as whole numbers up to the most; other measures weigh nothing", () => {
    const points = new Map([
      ["changed-site", 30],
      ["pupil-kilometres", 14],
      ["saving", 1],
      ["open-borders", 55],
    ]);
    expect(weightsByPoints(points, 10)).toEqual([5, 10, 0, 0, 1, 0]);
    expect(weightsByPoints(new Map([["open-borders", 55]]), 10)).toBeUndefined();
    expect(weightsByPoints(new Map(), 10)).toBeUndefined();
  });

  test("each concern runs from 0 for the best plan of the list to 1 for the worst, whichever way is better", async () => {
    const list = await real();
    const { values } = await listedPlans("nearest");
    CONCERNS.forEach(({ key, measure, better }, concern) => {
      const costs = Array.from({ length: list.count }, (_, plan) => list.costs[plan * CONCERNS.length + concern]);
      if (!list.telling.includes(key)) return expect(new Set(costs)).toEqual(new Set([0]));
      expect([Math.min(...costs), Math.max(...costs)]).toEqual([0, 1]);
      const all = [...values.get(measure)!];
      const best = better === "lower" ? Math.min(...all) : Math.max(...all);
      return expect(all[costs.indexOf(0)]).toBe(best);
    });
    expect(list.unsure).toContain("money");
  });

  test("only how weights stand to each other matters, and a weight on one concern orders by that alone", async () => {
    const list = await real();
    expect(orderedBy(list, [2, 4, 0, 1, 3, 1])).toEqual(orderedBy(list, [20, 40, 0, 10, 30, 10]));
    const order = orderedBy(list, [0, 0, 0, 0, 0, 1]);
    const ratios = (await listedPlans("nearest")).values.get("pupils-ratio")!;
    const ordered = [...order].map((plan) => ratios[plan]);
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
  });

  test("the plan nobody is most against is that of an enumeration, for 200 sets of weights over the 210 plans", async () => {
    const list = await real();
    const random = seededRandom(11);
    const sets = Array.from({ length: 200 }, () => CONCERNS.map(() => Math.floor(6 * random())));
    const behind = sets.map((weights) => {
      const all = [...scores(list, weights)];
      return all.map((score) => score - Math.min(...all));
    });
    const regrets = Array.from({ length: list.count }, (_, plan) => Math.max(...behind.map((each) => each[plan])));
    const least = Math.min(...regrets);
    expect(leastOpposed(list, sets)).toEqual({ plan: regrets.indexOf(least), regret: least });
    const [one] = sets;
    expect(leastOpposed(list, [one])!.regret).toBe(0);
  });
});

describe("which plans can be first", () => {
  test("a plan between two others on a hollow curve never is, one on a bulging curve is, and both have their proof", async () => {
    const found = await firstForAll(
      drawn([
        [0, 1],
        [0.6, 0.6],
        [0.4, 0.4],
        [1, 0],
      ]),
      solver,
    );
    if (found.status !== "solved") throw new Error(found.reason);
    expect(found.plans.map(({ is }) => is)).toEqual(["first", "never", "first", "first"]);
  });

  test("of the 210 plans each has weights that put it first or a mixture that beats it, and no weights tried put one of the others first", async () => {
    const list = await real();
    const found = await firstForAll(list, solver);
    if (found.status !== "solved") throw new Error(found.reason);
    expect(found.plans).toHaveLength(210);
    const never = new Set(found.plans.flatMap(({ is }, plan) => (is === "never" ? [plan] : [])));
    expect(never.size).toBeGreaterThan(0);
    expect(never.size).toBeLessThan(210);
    const random = seededRandom(5);
    for (let i = 0; i < 300; i++) {
      const [best] = orderedBy(
        list,
        CONCERNS.map(() => random()),
      );
      expect(never.has(best)).toBe(false);
    }
    found.plans.forEach((each, plan) => {
      if (each.is === "first") {
        const all = scores(list, each.weights);
        expect(all[plan]).toBeLessThanOrEqual(Math.min(...all) + 1e-6);
      } else {
        expect(each.shares.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
      }
    });
  });
});
