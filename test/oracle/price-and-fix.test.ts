import { expect, test } from "vitest";
import { priceAndFix } from "../../src/solve/price-and-fix.ts";
import { diceOf } from "../cases/random-question.ts";
import { randomModel } from "../cases/random-models.ts";
import { highs, tellingBest } from "../cases/solver.ts";

test("columns priced in and fixed give what the whole model gives, and no bound told on the way is above it", async () => {
  let [feasible, told] = [0, 0];
  for (let seed = 1; seed <= 100; seed++) {
    const model = randomModel(seed);
    const { whole } = diceOf(seed);
    const direct = whole(1, model.cost.length - 1);
    const bounds: number[] = [];
    const all = await highs.solve(model);
    const answer = await priceAndFix(
      model,
      new Set([whole(0, model.cost.length - 1)]),
      tellingBest,
      { onProgress: ({ bound }) => bounds.push(bound) },
      direct,
    );
    expect(answer.status, `seed ${seed}`).toBe(all.status);
    if (answer.status !== "optimal" || all.status !== "optimal") continue;
    feasible++;
    told += bounds.length;
    expect(answer.objective, `seed ${seed}`).toBeCloseTo(all.objective, 5);
    for (const bound of bounds) expect(bound, `seed ${seed}`).toBeLessThanOrEqual(all.objective + 1e-6);
  }
  expect(feasible).toBeGreaterThan(50);
  expect(told).toBeGreaterThan(50);
});
