/** One of several questions that are asked again. */
export interface AgainItem {
  readonly id: string;
  readonly ask: () => void;
}

export interface Again {
  readonly status: "none" | "asking" | "ended";
  readonly done: number;
  readonly of: number;
  /** Of those done, how many found no answer. */
  readonly without: number;
}

/** Asks questions one after another; each is begun when the one before it has ended. */
export class AskAgain {
  #now: Again = { status: "none", done: 0, of: 0, without: 0 };
  #left: readonly AgainItem[] = [];
  readonly #listeners = new Set<() => void>();

  readonly now = (): Again => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(now: Again): void {
    this.#now = now;
    for (const listener of this.#listeners) listener();
  }

  readonly start = (items: readonly AgainItem[]): void => {
    this.#left = items;
    this.#set({ status: "asking", done: 0, of: items.length, without: 0 });
    this.#next();
  };

  /** The question that was begun has ended. */
  readonly ended = (how: "answered" | "without"): void => {
    const { status, done, without } = this.#now;
    if (status !== "asking") return;
    this.#set({ ...this.#now, done: done + 1, without: without + (how === "without" ? 1 : 0) });
    this.#next();
  };

  /** The rest is left as it is; the question that is being searched is the session's to stop. */
  readonly stop = (): void => {
    this.#left = [];
    if (this.#now.status === "asking") this.#set({ ...this.#now, status: "ended" });
  };

  readonly #next = (): void => {
    const [next, ...left] = this.#left;
    this.#left = left;
    if (next) next.ask();
    else this.#set({ ...this.#now, status: "ended" });
  };
}
