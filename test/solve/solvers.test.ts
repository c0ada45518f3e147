import { expect, test } from "vitest";
import { certifiedSolver } from "../../src/solve/certified-solver.ts";
import { certify } from "../../src/solve/certify.ts";
import type { Solver } from "../../src/solve/solver.ts";
import { randomModel } from "../cases/random-models.ts";
import { highs, small, solver } from "../cases/solver.ts";

/** More of them by hand: `MODELS=2000`. */
const MODELS = Number(process.env["MODELS"] ?? 600);

test("both solvers agree on hundreds of random models, save where an answer is caught, and the product's answer is always HiGHS's", async () => {
  let feasible = 0;
  const caught: number[] = [];
  for (let seed = 1; seed <= MODELS; seed++) {
    const model = randomModel(seed);
    const [a, b, product] = await Promise.all([small.solve(model), highs.solve(model), solver.solve(model)]);
    expect(product.status, `seed ${seed}`).toBe(b.status);
    if (product.status !== "optimal" || b.status !== "optimal") continue;
    feasible++;
    expect(product.objective, `seed ${seed}`).toBeCloseTo(b.objective, 5);
    expect(certify(model, product.values)).toHaveProperty("objective");
    if (a.status !== "optimal" || !("objective" in certify(model, a.values))) caught.push(seed);
    else expect(a.objective, `seed ${seed}`).toBeCloseTo(b.objective, 5);
  }
  expect(feasible).toBeGreaterThan(MODELS / 2);
  expect(caught.length).toBeLessThan(5);
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
