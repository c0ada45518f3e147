import type { ToWorker } from "../worker/messages.ts";

/** A worker that is hired before there is a case for it: what is posted to it until then waits, in order. */
export class HiredWorker {
  readonly #worker: Worker;
  #waiting: ToWorker[] | undefined = [];

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Whether it has been told where its case comes from. */
  get hasCase(): boolean {
    return this.#waiting === undefined;
  }

  /** Tells it where its case comes from; a second one is not taken. */
  open(message: Extract<ToWorker, { kind: "open" }>): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    for (const each of [message, ...waiting]) this.post(each);
  }

  /** A port in the message goes over to it. */
  post(message: ToWorker): void {
    if (this.#waiting) this.#waiting.push(message);
    else this.#worker.postMessage(message, portsIn(message));
  }

  /** A port on which it hands its case over. */
  share(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.post({ kind: "share", to: port1 });
    return port2;
  }

  end(): void {
    this.#worker.terminate();
  }
}

const portsIn = (message: ToWorker): Transferable[] =>
  Object.values(message).filter((value): value is MessagePort => value instanceof MessagePort);
