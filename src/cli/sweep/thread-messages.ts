import type { SweepAnswer } from "../../protocol/sweep-answer.ts";
import type { Scenario } from "../../sweep/scenarios.ts";
import type { CasePlace } from "./case-as-it-is.ts";

/** The case that a thread computes on: it reads the files itself, which must be those that the program has read. */
export interface ThreadCase extends CasePlace {
  readonly dataHash: string;
}

export interface ThreadQuestion {
  readonly scenario: Scenario;
}

/** Ready once the case is read, or changed where its files are others by now; then an answer for each question. */
export type ThreadAnswer =
  | { readonly kind: "ready" | "changed" }
  | { readonly kind: "answer"; readonly answer: SweepAnswer }
  | { readonly kind: "fault"; readonly why: string };
