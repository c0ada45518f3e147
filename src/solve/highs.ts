import type { Highs, Model as HighsModel, ModelData } from "highs";
import type { Model } from "../model/model.ts";
import type { Solver, SolverAnswer, SolverOptions } from "./solver.ts";

/**
 * HiGHS (WebAssembly) behind the port. The solver is loaded on first use; `load` decides where its wasm file comes from.
 * What it loads is what the package `highs` gives, which is looked at then: its types are not named here, since they ask for a browser's
 * and would not hold in a program for Node alone that checks its libraries. Presolve stays on and all column bounds are finite: HiGHS 1.15.3 without presolve returns wrong optima (HiGHS #3273).
 */
export function highsSolver(load: () => Promise<object>): Solver {
  let loaded: Promise<object> | undefined;
  return {
    name: "HiGHS",
    solve: async (model, options = {}) => {
      const highs = await (loaded ??= load());
      if (!isHighs(highs)) return { status: "failed", reason: "what was loaded is not HiGHS" };
      if (model.cost.length === 0) return solveEmpty(model);
      try {
        return highs.withModel(toHighs(highs, model), (native) => run(highs, native, model, options));
      } catch (error) {
        // WebAssembly that has aborted (out of memory, a failed assertion) is not usable again.
        loaded = undefined;
        const what = error instanceof Error ? error.message.slice(0, 200) : "unknown";
        return { status: "failed", reason: `HiGHS broke off: ${what}` };
      }
    },
  };
}

const isHighs = (loaded: object): loaded is Highs => "withModel" in loaded && "constants" in loaded;

/** HiGHS calls a model without columns "empty" whether its rows hold or not. */
function solveEmpty(model: Model): SolverAnswer {
  const holds = model.rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return holds ? { status: "optimal", values: new Float64Array(), objective: 0 } : { status: "infeasible" };
}

function toHighs(highs: Highs, model: Model): ModelData {
  const starts = new Int32Array(model.rows.length + 1);
  model.rows.forEach(({ columns }, row) => (starts[row + 1] = starts[row] + columns.length));
  const indices = new Int32Array(starts[model.rows.length]);
  const values = new Float64Array(starts[model.rows.length]);
  model.rows.forEach(({ columns, coefficients }, row) => {
    indices.set(columns, starts[row]);
    values.set(coefficients, starts[row]);
  });
  const side = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  return {
    numCols: model.cost.length,
    numRows: model.rows.length,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: Float64Array.from(model.rows, ({ lower }) => side(lower)),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => side(upper)),
    matrix: { format: "csr", numRows: model.rows.length, numCols: model.cost.length, starts, indices, values },
    integrality: Int32Array.from(model.integer),
  };
}

function run(highs: Highs, native: HighsModel, model: Model, options: SolverOptions): SolverAnswer {
  const { modelStatus, callbackType } = highs.constants;
  native.options.set({
    output_flag: false,
    presolve: "on",
    random_seed: 0,
    mip_rel_gap: options.relativeGap ?? 0,
    mip_abs_gap: options.absoluteGap ?? 1e-6,
    ...(options.secondsLimit !== undefined && { time_limit: options.secondsLimit }),
  });
  if (options.start) native.setSolution({ colValue: options.start });
  let bound = -Infinity;
  native.run({
    [callbackType.mipInterrupt]: (event) => {
      const { data } = event;
      bound = Math.max(bound, data.mip_dual_bound ?? -Infinity);
      const value = data.mip_primal_bound ?? Infinity;
      options.onProgress?.({ bound, ...(Number.isFinite(value) && { incumbent: value }) });
      if (options.shouldStop?.()) event.interrupt();
    },
  });
  const status = native.getModelStatus();
  if (status === modelStatus.infeasible) return { status: "infeasible" };
  if (status === modelStatus.optimal) {
    const { colValue, rowDual } = native.getSolution();
    const answer = { status: "optimal", values: colValue, objective: native.getObjectiveValue() } as const;
    return model.integer.includes(1) ? answer : { ...answer, rowPrices: rowDual };
  }
  if (status === modelStatus.timeLimit || status === modelStatus.interrupted) {
    const whole = model.integer.includes(1);
    const proven = whole ? Math.max(bound, Number(native.info.get("mip_dual_bound"))) : -Infinity;
    const hasPlan = Number.isFinite(native.getObjectiveValue()) && native.info.get("primal_solution_status") === 2;
    return {
      status: "stopped",
      why: status === modelStatus.timeLimit ? "time" : "cancelled",
      bound: proven,
      ...(hasPlan && { values: native.getSolution().colValue, objective: native.getObjectiveValue() }),
    };
  }
  return { status: "failed", reason: `HiGHS ended with model status ${status}` };
}
