import loadHighs from "highs";
import { certifiedSolver } from "../solve/certified-solver.ts";
import { highsSolver } from "../solve/highs.ts";
import { jsLpSolver } from "../solve/js-lp.ts";

/** The solvers as Node loads them; HiGHS finds its wasm file beside its own code. */
export const nodeSolver = () =>
  certifiedSolver(
    jsLpSolver(() => performance.now()),
    highsSolver(() => loadHighs()),
  );
