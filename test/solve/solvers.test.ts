import { expect, test } from "vitest";
import { certifiedSolver } from "../../src/solve/certified-solver.ts";
import { certify } from "../../src/solve/certify.ts";
import { ModelBuilder, type Term } from "../../src/model/model.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { jsLpSolver } from "../../src/solve/js-lp.ts";
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

test("the small solver is broken off by the clock it is given, and never calls what it has by one of its own the best", async () => {
  const random = seededRandom(3);
  const model = new ModelBuilder();
  const drawn = (): number => 10 + Math.floor(random() * 90);
  for (let column = 0; column < 24; column++) model.addChoice(-drawn());
  const terms = (): Term[] => Array.from({ length: 24 }, (_, column) => [column, drawn()]);
  for (let row = 0; row < 3; row++) model.addRow("fits", -Infinity, 400, terms());
  const limit = { secondsLimit: 0.001 };
  expect(await jsLpSolver(() => 0).solve(model.build(), limit)).toMatchObject({ status: "optimal", objective: -593 });
  let now = 0;
  expect(await jsLpSolver(() => now++).solve(model.build(), limit)).toMatchObject({ status: "stopped" });
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
