import type { AskAnswer, AskProgress, AskStep, Collision } from "../worker/messages.ts";
import type { PagePlan } from "../state/plans.ts";
import type { AskForm } from "./form.ts";
import type { ReadForm } from "./question.ts";

/** How far a question is. */
export type Run =
  | { readonly status: "none" }
  | {
      readonly status: "searching";
      /** By `performance.now()`. */
      readonly began: number;
      readonly progress?: AskProgress;
      readonly stopping: "no" | "yes";
    }
  | { readonly status: "answered"; readonly answer: AskAnswer }
  | { readonly status: "impossible"; readonly collision: Collision }
  | {
      readonly status: "failed";
      readonly reason: string;
      readonly why?: Extract<AskStep, { status: "failed" }>["why"];
    };

/** What was asked, and of which plan. */
export interface AskedQuestion extends ReadForm {
  readonly form: AskForm;
  /** The plan that was asked of. */
  readonly base: PagePlan;
  /** The corrections of prices then, as the address writes them; absent where it was kept before that was noted. */
  readonly costs?: string;
}

/** What a search may end with and be worth keeping. */
export type KeptRun = Extract<Run, { status: "answered" | "impossible" }>;
