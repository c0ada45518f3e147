import { choiceOf } from "../../web/state/address.ts";
import { startWorkers } from "../../web/state/page-workers.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import { expect } from "vitest";
import type { CaseFileBytes, FromWorker, ToWorker } from "../../web/worker/messages.ts";
import { drawnCase, drawnList, scenery } from "./drawn-page.ts";

/** A worker that answers only what the test has it say. */
export class DrawnWorker {
  readonly heard: ToWorker[] = [];
  ended = false;
  readonly #listeners: ((event: { data: FromWorker }) => void)[] = [];
  #fail: (event: { message: string | undefined }) => void = () => undefined;
  addEventListener(kind: string, listener: (event: object) => void): void {
    if (kind === "message") this.#listeners.push(listener);
    if (kind === "error") this.#fail = listener;
  }
  fail(message?: string): void {
    this.#fail({ message });
  }
  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(...messages: readonly FromWorker[]): void {
    for (const data of messages) for (const listener of this.#listeners) listener({ data });
  }
  /** Of the list it was asked for last. */
  get ticket(): number {
    return this.heard.findLast((message) => message.kind === "list")?.ticket ?? 0;
  }
  kinds(): readonly string[] {
    return this.heard.map(({ kind }) => kind);
  }
}

export function workersAt(query: string) {
  const hired: DrawnWorker[] = [];
  const store = createStore(startingState(choiceOf(query)));
  const workers = startWorkers(store, () => {
    const worker = new DrawnWorker();
    hired.push(worker);
    return worker as unknown as Worker;
  });
  return { store, workers, hired };
}

export const FILES: readonly CaseFileBytes[] = [{ path: "case.json", bytes: new Uint8Array([1]) }];
export const OTHER: readonly CaseFileBytes[] = [{ path: "case.json", bytes: new Uint8Array([2]) }];
/** Where a worker has a case from that another one opened. */
export const HANDED = { kind: "open", from: expect.any(MessagePort) };
export const opening = (view = drawnCase()): readonly FromWorker[] => [
  { kind: "scenery", scenery },
  { kind: "opened", view },
  { kind: "ready" },
];

/** A workers whose case is open and whose solving worker is at the list. */
export function openWorkers(query = "") {
  const found = workersAt(query);
  found.workers.open(FILES);
  const [measurer, solver] = found.hired;
  measurer.say(...opening());
  return { ...found, measurer, solver };
}

/** The list that a solving worker was asked for last. */
export const listed = (solver: DrawnWorker, change: Parameters<typeof drawnList>[0] = {}): FromWorker => ({
  kind: "listed",
  ticket: solver.ticket,
  list: drawnList(change),
});
