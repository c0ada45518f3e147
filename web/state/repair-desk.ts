import type { FromWorker, RepairQuestion, RepairStep, ToWorker } from "../worker/messages.ts";
import type { Workers } from "./workers.ts";

type Until = RepairQuestion["until"];

interface Waiting {
  readonly ticket: number;
  readonly hear: (step: RepairStep) => void;
}

/** Whoever waits for a plan to be completed, by how far. */
export class RepairDesk {
  readonly #post: (until: Until, message: ToWorker) => void;
  readonly #dismiss: () => void;
  readonly #waiting = new Map<Until, Waiting>();
  #ticket = 0;

  /** `dismiss` ends the worker that proves; {@link forget} follows. */
  constructor(post: (until: Until, message: ToWorker) => void, dismiss: () => void) {
    this.#post = post;
    this.#dismiss = dismiss;
  }

  readonly ask: Workers["repair"] = (question, hear) => {
    const ticket = ++this.#ticket;
    if (question.until === "proven") this.stop();
    this.#waiting.set(question.until, { ticket, hear });
    this.#post(question.until, { kind: "repair", ticket, ...question });
  };

  /** Ends what is still to be proven. */
  readonly stop = (): void => {
    if (this.#waiting.has("proven")) this.#dismiss();
  };

  hear({ ticket, step }: Extract<FromWorker, { kind: "repaired" }>): void {
    for (const [until, waiting] of this.#waiting) {
      if (waiting.ticket !== ticket) continue;
      if (step.status !== "answer" || step.proven !== "quick" || until === "quick") this.#waiting.delete(until);
      waiting.hear(step);
    }
  }

  waiting(until: Until): Pick<Waiting, "hear"> | undefined {
    return this.#waiting.get(until);
  }

  forget(until: Until): void {
    this.#waiting.delete(until);
  }
}
