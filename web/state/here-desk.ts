import type { HereAnswer, HereQuestion } from "../worker/here-messages.ts";
import type { FromWorker, ToWorker } from "../worker/messages.ts";

type Hear = (answer: HereAnswer) => void;

/** Whoever asks about a place, and waits for the latest answer of each kind. */
export class HereDesk {
  readonly #post: (message: ToWorker) => void;
  readonly #waiting = new Map<HereQuestion["about"], { readonly ticket: number; readonly hear: Hear }>();
  #ticket = 0;

  constructor(post: (message: ToWorker) => void) {
    this.#post = post;
  }

  readonly ask = (question: HereQuestion, hear: Hear): void => {
    const ticket = ++this.#ticket;
    this.#waiting.set(question.about, { ticket, hear });
    this.#post({ kind: "here", ticket, question });
  };

  hear({ ticket, answer }: Extract<FromWorker, { kind: "here" }>): void {
    for (const [about, waiting] of this.#waiting)
      if (waiting.ticket === ticket) {
        this.#waiting.delete(about);
        waiting.hear(answer);
      }
  }

  /** The worker is gone; whoever waits is told so. */
  breakOff(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { hear } of waiting) hear({ about: "broken" });
  }
}
