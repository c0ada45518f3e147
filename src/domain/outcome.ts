import type { Text } from "./language.ts";

/** How a question was answered. Every switch over `status` ends in {@link unreachable}. */
export type Outcome<Answer> =
  | { readonly status: "optimal"; readonly answer: Answer }
  /** Found but not proven best: `gap` is (value - bound) / |value|, as a fraction. */
  | { readonly status: "stopped"; readonly answer: Answer; readonly gap: number; readonly why: StopReason }
  | Infeasible
  | Failed;

export interface Infeasible {
  readonly status: "infeasible";
  readonly conflict: Conflict;
}

export interface Failed {
  readonly status: "failed";
  readonly reason: string;
  /** Set where nothing went wrong: the search ended with nothing in hand, stopped or beyond its size. Else it is a fault. */
  readonly why?: StopReason;
}

export type StopReason = "time" | "cancelled" | "size";

/** A search that ended with nothing in hand. */
export const nothingFound = (why: StopReason, reason: string = why): Failed => ({ status: "failed", reason, why });

/** A smallest set of rules that cannot hold together: leave out any one and the rest can. */
export interface Conflict {
  readonly rules: readonly Text[];
  /** What makes the first collision plain, in figures ("Tuse Skole lacks 43 places in grades 7-9"). */
  readonly details?: readonly Text[];
  /** What leaving out each of the rules by itself would give. */
  readonly relaxing?: readonly Relaxation[];
}

export interface Relaxation {
  readonly rule: Text;
  /**
   * `optimal`: `values` are the best that the rest allows; `stopped`: a plan with these values is there, perhaps a better one;
   * `infeasible`: other rules collide as well; `unknown`: not settled in the time that a test gets.
   */
  readonly outcome: "optimal" | "stopped" | "infeasible" | "unknown";
  /** Value of each stage; empty where there is no plan. */
  readonly values: readonly number[];
}

/** The end of a switch that must know every case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
