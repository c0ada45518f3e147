import loadHighs from "highs";
import { certifiedSolver } from "../../src/solve/certified-solver.ts";
import { highsSolver } from "../../src/solve/highs.ts";
import { jsLpSolver } from "../../src/solve/js-lp.ts";
import type { Solver } from "../../src/solve/solver.ts";

/** The solvers as the product uses them, for tests. */
export const highs = highsSolver(() => loadHighs());
export const small = jsLpSolver(() => performance.now());
export const solver = certifiedSolver(small, highs);

/** Tells, of each model with whole columns, the highest bound that it has: its optimum. */
export const tellingBest: Solver = {
  name: "telling",
  solve: async (model, options = {}) => {
    const answer = await solver.solve(model, options);
    if (answer.status === "optimal" && model.integer.includes(1)) options.onProgress?.({ bound: answer.objective });
    return answer;
  },
};
