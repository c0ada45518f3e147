import type { AskStep } from "../worker/messages.ts";
import type { Workers } from "../state/workers.ts";
import type { PagePlan } from "../state/plans.ts";
import type { AskedOf } from "./asked-of.ts";
import { refitted, type SavedQuestion } from "./saved.ts";
import type { FormOfFile } from "./from-file.ts";
import { type AskForm, FIRST_FORM } from "./form.ts";
import type { AskedQuestion, KeptRun, Run } from "./run.ts";

export interface Session {
  readonly form: AskForm;
  readonly run: Run;
  /** Where a file filled the form in: what of it the form cannot hold. */
  readonly fromFile?: FormOfFile["leftOut"] | undefined;
  /** What the run answers. */
  readonly asked?: AskedQuestion;
  /** What of the answer the map shows: a plan by its place in it, or a price by its line. */
  readonly shown?: number | string | undefined;
}

/** What the numbers in a form are of. */
interface FormContext {
  /** Name of the case, and hash of its data. */
  readonly place: string;
  readonly data: string;
  /** Ids of the schools, `[site]`, and of the plan's districts, by number. */
  readonly siteIds: readonly string[];
  readonly districtIds: readonly string[];
}

/** What a question is asked as: in place of an answer that was kept, or as one that was saved. */
interface AskedAs {
  readonly answer?: string;
  readonly saved?: SavedQuestion;
  readonly name?: string;
}

/** Asks a question of the plan in view, or of another. */
export type OnAsk = (form: AskForm, base?: PagePlan, as?: AskedAs) => void;

/** A question whose search has ended. */
export interface Ended {
  readonly asked: AskedQuestion;
  readonly run: Exclude<Run, { status: "none" | "searching" }>;
  readonly as: AskedAs;
  readonly of: FormContext;
  readonly seconds: number;
  /** (area, school) pairs that were weighed. */
  readonly pairs: number;
}

interface Hears {
  readonly onEnd: (ended: Ended) => void;
  /** What was asked is of a case that is left. */
  readonly onLeft: () => void;
}

/** The plan that the map shows at once. */
const FIRST = 0;

const DEAF: Hears = { onEnd: () => undefined, onLeft: () => undefined };

const namesIn = ({ siteIds, districtIds }: FormContext): string => [...siteIds, "", ...districtIds].join();

/** One question at a time, filled in, searched and answered; it goes on while something else is looked at. */
export class AskSession {
  #now: Session;
  #context: FormContext | undefined;
  readonly #listeners = new Set<() => void>();

  readonly #hears: Hears;

  constructor(form: AskForm = FIRST_FORM, hears: Hears = DEAF) {
    this.#now = { form, run: { status: "none" } };
    this.#hears = hears;
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
    this.#hears.onLeft();
  };

  /** The question on other schools and districts, as far as it has to do with those. */
  readonly formFor = (now: Pick<FormContext, "siteIds" | "districtIds">): AskForm =>
    refitted({ ...(this.#context ?? now), form: this.#now.form }, now).form;

  /** Whether the question is one of the case with these data. */
  readonly isOf = (data: string): boolean => (this.#context?.data ?? data) === data;

  /** A question of a file. What is being searched goes on; the form is there when that is answered. */
  readonly fill = ({ form, leftOut: fromFile }: FormOfFile): void => {
    const { run } = this.#now;
    this.#set({ form, fromFile, run: run.status === "searching" ? run : { status: "none" } });
  };

  readonly write = (change: Partial<AskForm>): void => this.#set({ form: { ...this.#now.form, ...change } });

  readonly ask = (
    { ask }: Pick<Workers, "ask">,
    asked: AskedQuestion,
    of: Pick<AskedOf, "plan" | "measured" | "context" | "size">,
    as: AskedAs = {},
  ): void => {
    const { task, question, lines, form } = asked;
    const began = performance.now();
    this.#set({ form, asked, fromFile: undefined, run: { status: "searching", began, stopping: "no" } });
    ask({ task, question, lines, seconds: form.seconds, plan: of.plan, measured: of.measured }, (step) => {
      if (this.#now.asked !== asked) return;
      const run = this.#hear(step);
      if (!run || !this.#context) return;
      const { siteIds, districtIds } = of.context;
      this.#hears.onEnd({
        asked,
        run,
        as,
        of: { ...this.#context, siteIds, districtIds },
        seconds: (performance.now() - began) / 1000,
        pairs: of.size.areas * of.size.schools,
      });
    });
  };

  /** How the search ended, where it did. */
  #hear(step: AskStep): Ended["run"] | undefined {
    const { run } = this.#now;
    if (step.status === "searching") {
      if (run.status === "searching") this.#set({ run: { ...run, progress: step.progress } });
      return undefined;
    }
    const ended = step.status === "answered" ? { status: step.status, answer: step } : step;
    this.#set({ run: ended, shown: FIRST });
    return ended;
  }

  /** Shows an answer that was given before. */
  readonly show = (asked: AskedQuestion, run: KeptRun): void =>
    this.#set({ form: asked.form, asked, run, shown: FIRST });

  /** Has one of the answer's plans, or who bears one of its prices, shown on the map, or none. */
  readonly look = (shown: Session["shown"]): void => this.#set({ shown });

  readonly stop = ({ stopAsking }: Pick<Workers, "stopAsking">): void => {
    const { run } = this.#now;
    if (run.status === "searching") this.#set({ run: { ...run, stopping: "yes" } });
    stopAsking();
  };

  /** Back to the form as it is. */
  readonly clear = (): void => this.#set({ run: { status: "none" } });
}
