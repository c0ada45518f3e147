import type { FromPaperWorker, ToPaperWorker } from "../../worker/paper-messages.ts";

/** What makes a paper, as far as it is talked to; in the page a worker. */
export interface PaperHand extends Pick<Worker, "postMessage" | "terminate"> {
  onmessage: ((event: MessageEvent<FromPaperWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

type Answer = Exclude<FromPaperWorker, { kind: "failed" }>;

/** Makes one paper in a thread of its own, which ends with it: at once when the signal says stop. */
export class PaperMaker {
  readonly #hand: PaperHand;
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal, hand: PaperHand = hired()) {
    this.#signal = signal;
    this.#hand = hand;
    signal.addEventListener("abort", this.end);
  }

  readonly end = (): void => {
    this.#signal.removeEventListener("abort", this.end);
    this.#hand.terminate();
  };

  /** Throws the signal's reason when it was stopped, and an error where the paper cannot be made. */
  ask(message: Extract<ToPaperWorker, { kind: "figures" }>): Promise<Extract<Answer, { kind: "measured" }>>;
  ask(message: Extract<ToPaperWorker, { kind: "write" }>): Promise<Extract<Answer, { kind: "written" }>>;
  ask(message: ToPaperWorker): Promise<Answer> {
    return new Promise((done, refuse) => {
      const stopped = (): void => refuse(this.#signal.reason);
      if (this.#signal.aborted) return stopped();
      this.#signal.addEventListener("abort", stopped, { once: true });
      this.#hand.onmessage = ({ data }) => {
        this.#signal.removeEventListener("abort", stopped);
        if (data.kind === "failed") refuse(new Error(data.reason));
        else done(data);
      };
      this.#hand.onerror = ({ message: reason }) => refuse(new Error(reason));
      return this.#hand.postMessage(message);
    });
  }
}

const hired = (): PaperHand =>
  new Worker(new URL("../../worker/paper-worker.ts", import.meta.url), { type: "module", name: "paper" });
