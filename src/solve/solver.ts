import type { StopReason } from "../domain/outcome.ts";
import type { Stage } from "../domain/question.ts";
import type { Model } from "../model/model.ts";

/** The port: whatever solves a {@link Model}. Adapters are beside this file; {@link certifiedSolver} chooses among them. */
export interface Solver {
  readonly name: string;
  readonly solve: (model: Model, options?: SolverOptions) => Promise<SolverAnswer>;
}

export interface SolverOptions {
  readonly secondsLimit?: number;
  /** Stop when (value - bound) / |value| is at most this; 0 (the default) asks for proof. */
  readonly relativeGap?: number;
  /** Stop when value - bound is at most this. A whole-number objective is proven at any gap below 1. */
  readonly absoluteGap?: number;
  /** A whole-number start, `[column]`; ignored where it is not feasible. */
  readonly start?: Float64Array;
  /** Row prices are needed, so the model goes to a solver that has them. */
  readonly prices?: "wanted";
  /** Sets the columns of a whole-number answer that follow from its others, `[column]`: a solver leaves them off by its tolerance. */
  readonly complete?: (values: Float64Array) => void;
  readonly onProgress?: (progress: SolverProgress) => void;
  /** Asked now and then; the search ends when it says so. */
  readonly shouldStop?: () => boolean;
}

interface SolverProgress {
  readonly bound: number;
  /** Value of the best plan so far; absent before there is one. */
  readonly incumbent?: number;
  /** Of an assignment: the stage that the two are values of. */
  readonly stage?: Stage;
}

export type SolverAnswer =
  | {
      readonly status: "optimal";
      readonly values: Float64Array;
      readonly objective: number;
      /** Price of each row, `[row]`, where the model has no whole columns and the solver knows them. */
      readonly rowPrices?: Float64Array;
    }
  | {
      readonly status: "stopped";
      readonly why: StopReason;
      readonly bound: number;
      readonly values?: Float64Array;
      readonly objective?: number;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "failed"; readonly reason: string };
