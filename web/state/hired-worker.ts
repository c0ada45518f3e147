import type { OpenCase } from "../../src/index.ts";
import type { CaseFileBytes, ToWorker } from "../worker/messages.ts";

/** A worker that is hired before there is a case for it: what is posted to it until then waits, in order. */
export class HiredWorker {
  readonly #worker: Worker;
  #waiting: ToWorker[] | undefined = [];

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Gives it the case, as files or as another worker opened it; a second one is not taken. */
  open(from: { readonly files: readonly CaseFileBytes[] } | { readonly opened: OpenCase }): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    for (const message of [{ kind: "open", ...from } satisfies ToWorker, ...waiting]) this.#worker.postMessage(message);
  }

  post(message: ToWorker): void {
    if (this.#waiting) this.#waiting.push(message);
    else this.#worker.postMessage(message);
  }

  end(): void {
    this.#worker.terminate();
  }
}
