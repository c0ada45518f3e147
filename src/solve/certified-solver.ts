import type { Model } from "../model/model.ts";
import { certify } from "./certify.ts";
import type { Solver, SolverAnswer } from "./solver.ts";

/**
 * Largest model, in columns x rows, that goes to the small solver first. Measured: javascript-lp-solver answers such models
 * in milliseconds, before WebAssembly has started; beyond, HiGHS is faster (transportation 400 x 20: 104 ms against 422 ms).
 */
const SMALL_MODEL = 4000;

/**
 * Chooses the solver by size and lets no answer through unchecked: each is certified, and what the small solver cannot
 * prove or gets wrong is solved again by the large one. A wrong answer of the large one is a failure, never a plan.
 */
export function certifiedSolver(small: Solver, large: Solver): Solver {
  return {
    name: `${small.name} or ${large.name}`,
    solve: async (model, options = {}) => {
      if (model.cost.length * model.rows.length <= SMALL_MODEL && !options.start && !options.prices) {
        const answer = checked(
          model,
          await small.solve(model, { ...options, secondsLimit: Math.min(2, options.secondsLimit ?? 2) }),
        );
        if (answer.status === "optimal") return answer;
      }
      return checked(model, await large.solve(model, options));
    },
  };
}

/** The answer with exact values and the objective recomputed, or a failure that says what was wrong. */
function checked(model: Model, answer: SolverAnswer): SolverAnswer {
  if ((answer.status !== "optimal" && answer.status !== "stopped") || !answer.values) return answer;
  const certificate = certify(model, answer.values);
  if ("wrong" in certificate) return { status: "failed", reason: certificate.wrong };
  const { values, objective } = certificate;
  if (answer.status === "stopped" && answer.bound > objective + 1e-6 * Math.max(1, Math.abs(objective)))
    return { status: "failed", reason: `bound ${answer.bound} above the value ${objective}` };
  return { ...answer, values, objective };
}
