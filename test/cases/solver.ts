import loadHighs from "highs";
import { certifiedSolver } from "../../src/solve/certified-solver.ts";
import { highsSolver } from "../../src/solve/highs.ts";
import { jsLpSolver } from "../../src/solve/js-lp.ts";

/** The solvers as the product uses them, for tests. */
export const highs = highsSolver(() => loadHighs());
export const small = jsLpSolver(() => performance.now());
export const solver = certifiedSolver(small, highs);
