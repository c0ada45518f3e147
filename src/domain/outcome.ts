import type { Text } from "./language.ts";

/** How a question was answered. Every switch over `status` ends in {@link unreachable}. */
export type Outcome<Answer> =
  | { readonly status: "optimal"; readonly answer: Answer }
  /** Found but not proven best: `gap` is (value - bound) / |value|, as a fraction. */
  | { readonly status: "stopped"; readonly answer: Answer; readonly gap: number; readonly why: StopReason }
  | { readonly status: "infeasible"; readonly conflict: Conflict }
  | Failed;

export interface Failed {
  readonly status: "failed";
  readonly reason: string;
}

export type StopReason = "time" | "cancelled" | "size";

/** A smallest set of rules that cannot hold together: leave out any one and the rest can. */
export interface Conflict {
  readonly rules: readonly Text[];
  /** What makes the first collision plain, in figures ("Tuse Skole lacks 43 places in grades 7-9"). */
  readonly details?: readonly Text[];
  /** What leaving out one rule would give: that rule, and the value of each stage then; absent where it is not enough. */
  readonly relaxing?: readonly { readonly rule: Text; readonly values: readonly number[] }[];
}

/** The end of a switch that must know every case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
