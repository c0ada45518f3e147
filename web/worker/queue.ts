import type { ToWorker } from "./messages.ts";

/** What changes what all later answers are about: nothing overtakes it. */
const isTurn = ({ kind }: ToWorker): boolean => kind === "open" || kind === "list" || kind === "costs";

/** What a question is about, where only the latest about it counts: earlier ones are about plans that were walked past or drawn on. */
function aboutOf(message: ToWorker): string | undefined {
  if (message.kind === "detail") return `detail ${message.question.about}`;
  return message.kind === "wish" ? `wish ${message.about}` : undefined;
}

/**
 * The order in which a worker takes what it is asked. What the page waits for comes before what is only worked out at leisure,
 * and of what is worked out about one thing only the latest question counts: the others are about plans that were walked past.
 */
export class Queue {
  #waiting: ToWorker[] = [];

  add(message: ToWorker): void {
    const about = aboutOf(message);
    if (about !== undefined) this.#waiting = this.#waiting.filter((other) => aboutOf(other) !== about);
    this.#waiting.push(message);
  }

  /** The next to answer, taken out. */
  next(): ToWorker | undefined {
    return this.quick() ?? this.#waiting.shift();
  }

  /** The next that the page waits for, taken out; none where the case, the list or the prices change first. */
  quick(): ToWorker | undefined {
    const turn = this.#waiting.findIndex(isTurn);
    const now = turn < 0 ? this.#waiting : this.#waiting.slice(0, turn);
    const at = now.findIndex(({ kind }) => kind !== "detail");
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  /** Whether a later question about the same thing waits, so that the answer to this one would be shown to nobody. */
  supersedes(message: Extract<ToWorker, { kind: "detail" | "wish" }>): boolean {
    const about = aboutOf(message);
    return this.#waiting.some((other) => aboutOf(other) === about);
  }
}
