import type { AskStep, FromWorker, ToWorker } from "../worker/messages.ts";
import type { Workers } from "./workers.ts";

/** How long a search that is to stop may take to say what it has, milliseconds. */
const PATIENCE = 30_000;

interface Asking {
  readonly ticket: number;
  readonly stop: string;
  readonly hear: (step: AskStep) => void;
}

/** Whoever waits for the optimiser, which is asked one question at a time; the address given with it is taken back to stop it. */
export class AskDesk {
  readonly #post: (message: ToWorker) => void;
  readonly #dismiss: () => void;
  #asking: Asking | undefined;
  #ticket = 0;

  /** `dismiss` ends the worker that searches; {@link forget} follows. */
  constructor(post: (message: ToWorker) => void, dismiss: () => void) {
    this.#post = post;
    this.#dismiss = dismiss;
  }

  readonly ask: Workers["ask"] = (question, hear) => {
    if (this.#asking) this.#dismiss();
    const ticket = ++this.#ticket;
    const stop = URL.createObjectURL(new Blob(["on"]));
    this.#asking = { ticket, stop, hear };
    this.#post({ kind: "ask", ticket, stop, ...question });
  };

  readonly stop = (): void => {
    const asking = this.#asking;
    if (!asking) return;
    URL.revokeObjectURL(asking.stop);
    setTimeout(() => {
      if (this.#asking !== asking) return;
      this.#dismiss();
      asking.hear({ status: "failed", reason: "", why: "cancelled" });
    }, PATIENCE);
  };

  hear({ step, ticket }: Extract<FromWorker, { kind: "asked" }>): void {
    const asking = this.#asking;
    if (asking?.ticket !== ticket) return;
    if (step.status !== "searching") {
      URL.revokeObjectURL(asking.stop);
      this.#asking = undefined;
    }
    asking.hear(step);
  }

  waiting(): Pick<Asking, "hear"> | undefined {
    return this.#asking;
  }

  forget(): void {
    this.#asking = undefined;
  }
}
