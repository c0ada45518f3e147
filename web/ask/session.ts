import type { AskAnswer, AskProgress, AskQuestion, AskStep, Collision } from "../worker/messages.ts";
import type { Workers } from "../state/workers.ts";
import type { PagePlan } from "../state/plans.ts";
import { refitted } from "./saved.ts";
import { type AskForm, FIRST_FORM } from "./form.ts";
import type { ReadForm } from "./question.ts";

/** How far a question is. */
export type Run =
  | { readonly status: "none" }
  | { readonly status: "searching"; readonly progress?: AskProgress; readonly stopping: "no" | "yes" }
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
}

export interface Session {
  readonly form: AskForm;
  readonly run: Run;
  /** What the run answers. */
  readonly asked?: AskedQuestion;
}

/** What the numbers in a form are of. */
interface FormContext {
  /** Hash of the case's data. */
  readonly data: string;
  /** Ids of the schools, `[site]`, and of the plan's districts, by number. */
  readonly siteIds: readonly string[];
  readonly districtIds: readonly string[];
}

const namesIn = ({ siteIds, districtIds }: FormContext): string => [...siteIds, "", ...districtIds].join();

/** One question at a time, filled in, searched and answered; it goes on while something else is looked at. */
export class AskSession {
  #now: Session;
  #context: FormContext | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(form: AskForm = FIRST_FORM) {
    this.#now = { form, run: { status: "none" } };
  }

  readonly now = (): Session => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(change: Partial<Session>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }

  /**
   * Brings the question to the case and schools there are now: rules go on with their schools, whose numbers may be others, and what was
   * asked of another case is gone.
   */
  readonly fit = (context: FormContext): void => {
    const before = this.#context;
    this.#context = context;
    if (!before || (before.data === context.data && namesIn(before) === namesIn(context))) return;
    const { form } = refitted({ ...before, form: this.#now.form }, context);
    if (before.data === context.data) return this.#set({ form });
    this.#now = { form, run: { status: "none" } };
    this.#set({});
  };

  /** Whether the question is one of the case with these data. */
  readonly isOf = (data: string): boolean => (this.#context?.data ?? data) === data;

  readonly write = (change: Partial<AskForm>): void => this.#set({ form: { ...this.#now.form, ...change } });

  readonly ask = (
    { ask }: Pick<Workers, "ask">,
    asked: AskedQuestion,
    of: Pick<AskQuestion, "plan" | "measured">,
  ): void => {
    const { task, question, lines, form } = asked;
    this.#set({ form, asked, run: { status: "searching", stopping: "no" } });
    ask({ task, question, lines, seconds: form.seconds, plan: of.plan, measured: of.measured }, (step) => {
      if (this.#now.asked === asked) this.#hear(step);
    });
  };

  #hear(step: AskStep): void {
    const { run } = this.#now;
    if (step.status === "searching") {
      const stopping = run.status === "searching" ? run.stopping : "no";
      this.#set({ run: { status: "searching", progress: step.progress, stopping } });
    } else if (step.status === "answered") this.#set({ run: { status: "answered", answer: step } });
    else this.#set({ run: step });
  }

  readonly stop = ({ stopAsking }: Pick<Workers, "stopAsking">): void => {
    const { run } = this.#now;
    if (run.status === "searching") this.#set({ run: { ...run, stopping: "yes" } });
    stopAsking();
  };

  /** Back to the form as it is. */
  readonly clear = (): void => this.#set({ run: { status: "none" } });
}
