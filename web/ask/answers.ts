import type { Plan } from "../../src/index.ts";
import { isSamePlan } from "../../src/index.ts";
import type { PagePlan } from "../state/plans.ts";
import { pairsOfPlan, type SaidPairs, textOfPairs } from "../worker/pair-edits.ts";
import { pairsAsked } from "./question.ts";
import type { AskedQuestion, KeptRun } from "./run.ts";

/** A question with its answer, as it is kept in this browser. */
export interface KeptAnswer extends Omit<AskedQuestion, "base"> {
  readonly id: string;
  /** Name of the case, and hash of the data that it was asked on. */
  readonly place: string;
  readonly data: string;
  /** ISO 8601. */
  readonly at: string;
  /** Ids of the schools and districts that the form names by number. */
  readonly siteIds: readonly string[];
  readonly districtIds: readonly string[];
  /** The plan that was asked of. */
  readonly base: Pick<PagePlan, "ref" | "key"> & { readonly plan: Plan };
  readonly run: KeptRun;
  /** What the question was saved as, where it was. */
  readonly name?: string;
  /** Seconds that it took, and the (area, school) pairs that were weighed; absent where it was ended by hand. */
  readonly took?: { readonly seconds: number; readonly pairs: number };
}

/** Where answers are kept; each throws where the browser keeps nothing. */
export interface AnswerStore {
  readonly all: () => Promise<readonly KeptAnswer[]>;
  readonly put: (answer: KeptAnswer) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

interface Shelf {
  /** Of every case, the newest first; none before they are read. */
  readonly answers: readonly KeptAnswer[];
  readonly keeps: "yes" | "no";
}

/** Answers kept of a case; older ones make room for new ones. */
export const MOST_ANSWERS = 20;

/** The answers that were given, also before the page was last loaded. */
export class AnswerShelf {
  #now: Shelf = { answers: [], keeps: "yes" };
  readonly #store: AnswerStore;
  readonly #listeners = new Set<() => void>();
  #read: Promise<void> | undefined;

  constructor(store: AnswerStore) {
    this.#store = store;
  }

  readonly now = (): Shelf => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(change: Partial<Shelf>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Reads what was kept, once. What is given meanwhile stands before it. */
  readonly read = (): Promise<void> =>
    (this.#read ??= this.#tried(async () => {
      const known = new Set(this.#now.answers.map(({ id }) => id));
      const kept = (await this.#store.all()).filter(({ id }) => !known.has(id));
      this.#set({ answers: [...this.#now.answers, ...kept].toSorted((a, b) => b.at.localeCompare(a.at)) });
    }));

  /** Keeps an answer in place of the one with its id, and lets go of the oldest of its case. */
  readonly keep = async (answer: KeptAnswer): Promise<void> => {
    await this.read();
    const others = this.#now.answers.filter(({ id }) => id !== answer.id);
    const old = others.filter(({ place }) => place === answer.place).slice(MOST_ANSWERS - 1);
    this.#set({ answers: [answer, ...others.filter((other) => !old.includes(other))] });
    await this.#tried(async () => {
      await this.#store.put(answer);
      for (const { id } of old) await this.#store.remove(id);
    });
  };

  readonly remove = async (id: string): Promise<void> => {
    this.#set({ answers: this.#now.answers.filter((other) => other.id !== id) });
    await this.#tried(() => this.#store.remove(id));
  };

  async #tried(keep: () => Promise<void>): Promise<void> {
    try {
      await keep();
    } catch {
      this.#set({ keeps: "no" });
    }
  }
}

/** What an answer is held against. */
interface Now {
  readonly data: string;
  readonly costs: string;
  readonly said: SaidPairs;
  /** What a plan of the page is now. */
  readonly find: (ref: PagePlan["ref"]) => PagePlan | undefined;
}

/**
 * Whether an answer is one of the data, the prices, the pairs of districts that are said to touch, and the plan with all that it assumes,
 * as they are now: "gone" where there is no such plan any more, or where another has its name.
 */
export function standingOf(
  { data, base, costs, question, form }: Pick<KeptAnswer, "data" | "base" | "costs" | "question" | "form">,
  now: Now,
): {
  readonly is: "current" | "other-data" | "other-prices" | "other-pairs" | "other-plan" | "gone";
  readonly plan?: PagePlan;
} {
  const plan = now.find(base.ref);
  // A number in a list is another plan's where the list is another.
  const isIt = plan && (base.ref.from !== "list" || districtsOf(plan.plan) === districtsOf(base.plan));
  if (!plan || !isIt) return { is: "gone" };
  if (data !== now.data) return { is: "other-data", plan };
  if (plan.key !== base.key || !isSamePlan(plan.plan, base.plan)) return { is: "other-plan", plan };
  if (question.kind === "consolidate") {
    const pairs = pairsAsked(form, { touching: pairsOfPlan(now.said, plan.plan.districts) });
    if (textOfPairs(question.touching ?? []) !== textOfPairs(pairs)) return { is: "other-pairs", plan };
  }
  return { is: costs === undefined || costs === now.costs ? "current" : "other-prices", plan };
}

const districtsOf = ({ districts }: Plan): string =>
  districts
    .map(({ id }) => id)
    .toSorted()
    .join();
