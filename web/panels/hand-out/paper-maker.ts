import type { FromPaperWorker, ToPaperWorker } from "../../worker/paper-messages.ts";

/** What makes a paper, as far as it is talked to; in the page a worker. */
export type PaperHand = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

type Answer = Exclude<FromPaperWorker, { kind: "failed" }>;

/** Makes one paper in a thread of its own, which ends with it: at once when the signal says stop. */
export class PaperMaker {
  readonly #hand: PaperHand;
  readonly #signal: AbortSignal;

  /** `from`: on which the case comes. */
  constructor(signal: AbortSignal, from: MessagePort, hand: PaperHand = hired()) {
    this.#signal = signal;
    this.#hand = hand;
    hand.postMessage({ kind: "open", from } satisfies ToPaperWorker, [from]);
    signal.addEventListener("abort", this.end);
  }

  readonly end = (): void => {
    this.#signal.removeEventListener("abort", this.end);
    this.#hand.terminate();
  };

  /** Throws the signal's reason when it was stopped, and an error where the paper cannot be made. */
  ask(message: Extract<ToPaperWorker, { kind: "figures" }>): Promise<Extract<Answer, { kind: "measured" }>>;
  ask(message: Extract<ToPaperWorker, { kind: "write" | "tables" }>): Promise<Extract<Answer, { kind: "written" }>>;
  async ask(message: Exclude<ToPaperWorker, { kind: "open" }>): Promise<Answer> {
    this.#signal.throwIfAborted();
    return new Promise((done, refuse) => {
      // No more is heard of this question once it is answered.
      const over = new AbortController();
      const once = { once: true, signal: over.signal };
      const end = (act: () => void): void => {
        over.abort();
        act();
      };
      this.#signal.addEventListener("abort", () => end(() => refuse(this.#signal.reason)), once);
      this.#hand.addEventListener(
        "message",
        ({ data }: MessageEvent<FromPaperWorker>) =>
          end(() => (data.kind === "failed" ? refuse(new Error(data.reason)) : done(data))),
        once,
      );
      this.#hand.addEventListener("error", ({ message: reason }) => end(() => refuse(new Error(reason))), once);
      this.#hand.postMessage(message);
    });
  }
}

const hired = (): PaperHand =>
  new Worker(new URL("../../worker/paper-worker.ts", import.meta.url), { type: "module", name: "paper" });
