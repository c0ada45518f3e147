import { expect, test } from "vitest";
import { certifiedSolver } from "../../src/solve/certified-solver.ts";
import { certify } from "../../src/solve/certify.ts";
import type { Solver } from "../../src/solve/solver.ts";
import { randomModel } from "../cases/random-models.ts";
import { highs, small } from "../cases/solver.ts";

test("both solvers agree on 200 random models, and both answers are certified", async () => {
  let feasible = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const model = randomModel(seed);
    const [a, b] = await Promise.all([small.solve(model), highs.solve(model)]);
    expect(a.status, `seed ${seed}`).toBe(b.status);
    if (a.status !== "optimal" || b.status !== "optimal") continue;
    feasible++;
    expect(a.objective, `seed ${seed}`).toBeCloseTo(b.objective, 5);
    expect(certify(model, a.values)).toHaveProperty("objective");
    expect(certify(model, b.values)).toHaveProperty("objective");
  }
  expect(feasible).toBeGreaterThan(100);
});

test("a solver that claims a fractional answer is optimal is not believed", async () => {
  const liar: Solver = {
    name: "liar",
    solve: (model) => Promise.resolve({ status: "optimal", values: model.cost.map(() => 0.5), objective: -1e9 }),
  };
  const model = randomModel(1);
  const honest = await highs.solve(model);
  const guarded = await certifiedSolver(liar, highs).solve(model);
  expect(guarded.status).toBe(honest.status);
  expect((await certifiedSolver(liar, liar).solve(model)).status).toBe("failed");
});
