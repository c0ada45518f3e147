import { describe, expect, test, vi } from "vitest";
import { choiceOf } from "../../web/state/address.ts";
import { startDesk } from "../../web/state/desk.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import type { CaseFileBytes, FromWorker, ToWorker } from "../../web/worker/messages.ts";
import { drawnCase, drawnList, effects, scenery } from "./drawn-page.ts";

/** A worker that answers only what the test has it say. */
class DrawnWorker {
  readonly heard: ToWorker[] = [];
  ended = false;
  readonly #listeners: ((event: { data: FromWorker }) => void)[] = [];
  addEventListener(kind: string, listener: (event: { data: FromWorker }) => void): void {
    if (kind === "message") this.#listeners.push(listener);
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
  kinds(): readonly string[] {
    return this.heard.map(({ kind }) => kind);
  }
}

function deskAt(query: string) {
  const hired: DrawnWorker[] = [];
  const store = createStore(startingState(choiceOf(query)));
  const desk = startDesk(store, () => {
    const worker = new DrawnWorker();
    hired.push(worker);
    return worker as unknown as Worker;
  });
  return { store, desk, hired };
}

const FILES: readonly CaseFileBytes[] = [{ path: "case.json", bytes: new Uint8Array([1]) }];
const OTHER: readonly CaseFileBytes[] = [{ path: "case.json", bytes: new Uint8Array([2]) }];
const opening = (view = drawnCase()): readonly FromWorker[] => [
  { kind: "scenery", scenery },
  { kind: "opened", view },
];
vi.stubGlobal("performance", { ...performance, mark: () => undefined, now: () => 0 });

describe("opening another case", () => {
  test("takes no correction, plan, number of districts or search over from the one before", () => {
    const { store, desk, hired } = deskAt(
      "?costs=moving_1_2_3&plan=3&districts=3&against=2&join=A%2BB&start=2030&view=side",
    );
    desk.open(FILES);
    hired[0].say(...opening());
    expect(hired[0].heard.find(({ kind }) => kind === "costs")).toMatchObject({ costs: [{ item: "moving" }] });
    desk.open(OTHER);
    hired[1].say(...opening(drawnCase({ dataHash: "99887766" })));
    const { costs, plan, districts, against, search, start, view } = store.state().choice;
    expect({ costs, plan, districts, against, search, start }).toEqual({ costs: [], search: "" });
    expect(view).toBe("side");
    expect(hired[1].kinds()).not.toContain("costs");
    expect(store.state().linkFaults).toEqual([]);
  });

  test("ends the worker of the one before", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    hired[0].say(...opening());
    desk.open(OTHER);
    expect(hired[0].ended).toBe(true);
    expect(store.state().caseState.status).toBe("loading");
  });
});

describe("asking the worker", () => {
  test("the list first, then the chosen plan's effects, each once", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    const [worker] = hired;
    worker.say(...opening());
    expect(worker.kinds()).toEqual(["open", "list"]);
    worker.say({ kind: "listed", list: drawnList() });
    store.dispatch({ kind: "tab", tab: "effects" });
    expect(worker.kinds().filter((kind) => kind === "effects")).toHaveLength(1);
  });

  test("a plan walked back to is not asked about again", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    const [worker] = hired;
    worker.say(...opening(), { kind: "listed", list: drawnList() });
    const choose = (number: number) => store.dispatch({ kind: "choose", change: { plan: { from: "list", number } } });
    choose(1);
    worker.say({ kind: "effects", key: "stay 3 1 ", effects });
    choose(2);
    choose(1);
    const asked = worker.heard.flatMap((message) => (message.kind === "effects" ? [message.key] : []));
    expect(asked.filter((key) => key === "stay 3 1 ")).toHaveLength(1);
  });

  test("another policy has a worker of its own, so that one can be stopped while the other answers", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    hired[0].say(...opening(), { kind: "listed", list: drawnList() });
    store.dispatch({ kind: "choose", change: { policy: "nearest" } });
    expect(hired).toHaveLength(2);
    desk.stop("nearest");
    expect(hired.map(({ ended }) => ended)).toEqual([false, true]);
    expect(store.state().lists.nearest.status).toBe("stopped");
    expect(store.state().lists.stay.status).toBe("listed");
  });

  test("a worker that fails before the case is open says why the case is not", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    hired[0].say({ kind: "failed", reason: "out of memory" });
    expect(store.state().caseState).toEqual({ status: "failed", reason: "out of memory" });
  });
});
