import type { Model } from "../model/model.ts";
import { certify, TOLERANCE } from "./certify.ts";
import type { Solver, SolverAnswer, SolverOptions } from "./solver.ts";

/**
 * Largest model, in columns x rows, that goes to the small solver first. Measured: javascript-lp-solver answers such models
 * in milliseconds, before WebAssembly has started; beyond, HiGHS is faster (transportation 400 x 20: 104 ms against 422 ms).
 */
const SMALL_MODEL = 4000;
/** It answers most of them in milliseconds; one that it is this long at, in seconds, it may never come to the end of. */
const SMALL_LIMIT = 0.1;

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
          await small.solve(model, {
            ...options,
            secondsLimit: Math.min(SMALL_LIMIT, options.secondsLimit ?? SMALL_LIMIT),
          }),
          options,
        );
        if (answer.status === "optimal") return answer;
      }
      const answer = await large.solve(model, options);
      const found = checked(model, answer, options);
      return found.status === "failed" ? settled(model, answer, found, large, options) : found;
    },
  };
}

/** A claimed value or bound and what the answer's own values come to may differ by this share. */
const SAME = 1e-5;

/** The answer with exact values and the objective recomputed, or a failure that says what was wrong. */
function checked(model: Model, answer: SolverAnswer, { complete }: Pick<SolverOptions, "complete">): SolverAnswer {
  if ((answer.status !== "optimal" && answer.status !== "stopped") || !answer.values) return answer;
  const certificate = certify(model, complete ? completed(model, answer.values, complete) : answer.values);
  if ("wrong" in certificate) return { status: "failed", reason: certificate.wrong };
  const { values, objective } = certificate;
  const claimed = answer.status === "stopped" ? answer.bound : answer.objective;
  const [size, apart] = [Math.max(1, Math.abs(objective)), claimed - objective];
  if (apart > SAME * size) return { status: "failed", reason: `bound ${claimed} above the value ${objective}` };
  if (answer.status === "optimal" && apart < -SAME * size)
    return { status: "failed", reason: `the answer costs ${objective}, not ${claimed} as it says` };
  return answer.status === "stopped"
    ? { ...answer, values, objective, bound: Math.min(answer.bound, objective) }
    : { ...answer, values, objective };
}

/** The decisions made exact as far as they are near to it, and what follows from them. */
function completed({ integer }: Model, values: Float64Array, complete: (values: Float64Array) => void): Float64Array {
  const all = values.map((value, column) =>
    integer[column] === 1 && Math.abs(Math.round(value) - value) <= TOLERANCE ? Math.round(value) : value,
  );
  complete(all);
  return all;
}

/**
 * HiGHS takes 0.9999994 for whole; made exact, the other columns may have to follow by as little. They are solved for once
 * more with the whole columns fixed; an answer that costs more by then was wrong, and stays a failure.
 */
async function settled(
  model: Model,
  answer: SolverAnswer,
  failure: SolverAnswer,
  solver: Solver,
  options: SolverOptions,
): Promise<SolverAnswer> {
  if ((answer.status !== "optimal" && answer.status !== "stopped") || !answer.values) return failure;
  const values = answer.values;
  const fixed = (bound: Float64Array): Float64Array =>
    bound.map((limit, column) => (model.integer[column] === 1 ? Math.round(values[column]) : limit));
  const polished = await solver.solve({ ...model, lower: fixed(model.lower), upper: fixed(model.upper) });
  if (polished.status !== "optimal") return failure;
  const found = checked(model, { ...answer, values: polished.values }, options);
  const claimed = answer.objective ?? Infinity;
  return "objective" in found && (found.objective ?? Infinity) <= claimed + 1e-5 * Math.max(1, Math.abs(claimed))
    ? found
    : failure;
}
