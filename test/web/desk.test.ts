import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { choiceOf } from "../../web/state/address.ts";
import { startDesk } from "../../web/state/desk.ts";
import { effectsKey } from "../../web/state/selectors.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import type { CaseFileBytes, FromWorker, ToWorker } from "../../web/worker/messages.ts";
import type { PlanRef } from "../../web/worker/plan-ref.ts";
import { drawnCase, drawnList, effects, scenery } from "./drawn-page.ts";

/** A worker that answers only what the test has it say. */
class DrawnWorker {
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
const marks: string[] = [];
vi.stubGlobal("performance", { ...performance, mark: (name: string) => marks.push(name), now: () => 0 });

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

const listed = (change: Parameters<typeof drawnList>[0] = {}): FromWorker => ({
  kind: "listed",
  list: drawnList(change),
});

const repriced = (districts: number): FromWorker => ({
  kind: "repriced",
  repriced: { districts, costs: "moving_1_2_3" } as never,
});

/** A desk whose case is open and whose first worker is at the list. */
function openDesk(query = "") {
  const found = deskAt(query);
  found.desk.open(FILES);
  const [worker] = found.hired;
  worker.say(...opening());
  return { ...found, worker };
}

describe("hearing the worker", () => {
  test("the map is there before the case is, and a case that is open is not opened again", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    const [worker] = hired;
    worker.say({ kind: "opened", view: drawnCase() });
    expect(store.state().caseState.status).toBe("loading");
    worker.say({ kind: "scenery", scenery });
    expect(store.state().caseState).toMatchObject({ status: "loading", scenery });
    worker.say({ kind: "opened", view: drawnCase() });
    worker.say(
      { kind: "scenery", scenery: { name: "Other" } as never },
      { kind: "opened", view: drawnCase({ name: "Other" }) },
    );
    expect(store.state().caseState).toMatchObject({ status: "open", scenery, view: { name: "Gitterby" } });
  });

  test("a worker that breaks down says why, as far as the browser tells", () => {
    const { store, worker } = openDesk();
    worker.fail("out of memory");
    expect(store.state().lists.stay).toEqual({ status: "failed", districts: 3, reason: "out of memory" });
    worker.fail();
    expect(store.state().lists.stay).toEqual({ status: "failed", districts: 3, reason: "" });
  });

  test("what is wrong with the files is shown", () => {
    const { store, desk, hired } = deskAt("");
    desk.open(FILES);
    hired[0].say({ kind: "refused", problems: [] });
    expect(store.state().caseState).toEqual({ status: "refused", problems: [] });
  });

  test("how far it has come is shown while it solves, and not once it is done", () => {
    const { store, worker } = openDesk();
    const progress = { done: 3, of: 9 } as never;
    worker.say({ kind: "progress", progress });
    expect(store.state().lists.stay).toEqual({ status: "solving", districts: 3, progress });
    worker.say(listed(), { kind: "progress", progress });
    expect(store.state().lists.stay.status).toBe("listed");
  });

  test("rules that cannot be kept, and a failure, belong to the question asked", () => {
    const { store, worker } = openDesk();
    worker.say({ kind: "impossible", rules: [] });
    expect(store.state().lists.stay).toEqual({ status: "impossible", districts: 3, rules: [] });
    worker.say({ kind: "failed", reason: "lost" });
    expect(store.state().lists.stay).toEqual({ status: "failed", districts: 3, reason: "lost" });
    expect(store.state().caseState.status).toBe("open");
  });

  test("the same list made again changes nothing; at other prices it is another", () => {
    const { store, worker } = openDesk();
    worker.say(listed());
    const before = store.state();
    worker.say(listed());
    expect(store.state()).toBe(before);
    worker.say(listed({ costs: "moving_1_2_3" }));
    expect(store.state().lists.stay).toMatchObject({ list: { costs: "moving_1_2_3" } });
  });

  test("new prices are put into the list they were worked out for", () => {
    const { store, worker } = openDesk();
    worker.say(repriced(3));
    expect(store.state().lists.stay.status).toBe("solving");
    worker.say(listed(), repriced(2));
    expect(store.state().lists.stay).toMatchObject({ list: { costs: "", count: 6 } });
    worker.say(repriced(3));
    expect(store.state().lists.stay).toMatchObject({ status: "listed", list: { costs: "moving_1_2_3", count: 6 } });
  });

  test("a way to school is shown where it is still the one asked for", () => {
    const { store, desk, worker } = openDesk();
    desk.askRoute(4, 1);
    expect(worker.heard.at(-1)).toEqual({ kind: "route", unit: 4, site: 1 });
    worker.say({ kind: "route", unit: 4, site: 2 }, { kind: "route", unit: 5, site: 1 });
    expect(store.state().route).toEqual({ unit: 4, site: 1 });
    worker.say({ kind: "route", unit: 4, site: 1 });
    expect(store.state().route).toEqual({ unit: 4, site: 1, route: "none" });
  });
});

describe("asking anew", () => {
  test("another number of districts ends the worker that is still at the first", () => {
    const { store, hired, worker } = openDesk();
    store.dispatch({ kind: "choose", change: { districts: 2 } });
    expect(worker.ended).toBe(true);
    expect(hired).toHaveLength(2);
    // Once: whoever is asked twice computes twice.
    expect(hired[1].heard).toMatchObject([{ kind: "open" }, { kind: "list", districts: 2, policy: "stay" }]);
  });

  test("a worker that is done is asked about other numbers too", () => {
    const { store, hired, worker } = openDesk();
    worker.say(listed());
    store.dispatch({ kind: "choose", change: { districts: 2 } });
    expect(hired).toHaveLength(1);
    expect(worker.heard.at(-1)).toEqual({ kind: "list", districts: 2, policy: "stay" });
  });

  test("what a stopped worker has not answered is asked of the next, and of no other", () => {
    const { store, desk, hired, worker } = openDesk();
    const asks = (at: number) => hired[at].kinds().filter((kind) => kind === "effects").length;
    worker.say(listed());
    store.dispatch({ kind: "choose", change: { policy: "nearest" } });
    hired[1].say(listed({ policy: "nearest" }));
    expect([asks(0), asks(1)]).toEqual([1, 1]);
    desk.stop("stay");
    desk.start("stay");
    store.dispatch({ kind: "tab", tab: "effects" });
    expect(asks(1)).toBe(1);
    store.dispatch({ kind: "choose", change: { policy: "stay" } });
    hired[2].say(listed());
    expect(asks(2)).toBe(1);
  });

  test("a list that is done stays when its worker is stopped", () => {
    const { store, desk, worker } = openDesk();
    worker.say(listed());
    desk.stop("stay");
    expect(worker.ended).toBe(true);
    expect(store.state().lists.stay.status).toBe("listed");
  });

  test("a list that was stopped is made again on request only", () => {
    const { store, desk, hired } = openDesk();
    desk.stop("stay");
    store.dispatch({ kind: "tab", tab: "effects" });
    expect(store.state().lists.stay).toEqual({ status: "stopped", districts: 3 });
    expect(hired).toHaveLength(1);
    desk.start("stay");
    expect(store.state().lists.stay.status).toBe("solving");
    expect(hired).toHaveLength(2);
  });

  test("corrections are told once, and again when they change", () => {
    const { store, worker } = openDesk();
    const costsTold = () => worker.kinds().filter((kind) => kind === "costs").length;
    worker.say(listed());
    expect(costsTold()).toBe(0);
    const costs = [{ item: "moving", low: 1, mid: 2, high: 3 }] as const;
    store.dispatch({ kind: "choose", change: { costs } });
    store.dispatch({ kind: "tab", tab: "effects" });
    expect(costsTold()).toBe(1);
    store.dispatch({ kind: "choose", change: { costs: [] } });
    expect(costsTold()).toBe(2);
  });

  test("a plan of a file is worked out by whoever is free, while the list is being made elsewhere", () => {
    const { store, hired, worker } = openDesk("?policy=stay");
    worker.say(listed());
    store.dispatch({ kind: "choose", change: { policy: "nearest" } });
    hired[1].say(...opening());
    store.dispatch({ kind: "choose", change: { plan: { from: "file", id: "2016" } } });
    hired[1].say(listed({ policy: "nearest" }));
    const asks = (at: number) => hired[at].heard.filter(({ kind }) => kind === "effects");
    expect([...asks(0), ...asks(1)]).toContainEqual({
      kind: "effects",
      key: "file 2016 ",
      plan: { from: "file", id: "2016" },
    });
  });
});

/** A list of each policy, of which the chosen one is at work. */
function looking(plan: PlanRef, against?: PlanRef) {
  const found = openDesk();
  found.worker.say(listed());
  found.store.dispatch({ kind: "choose", change: { policy: "nearest", plan, against } });
  const { hired, store } = found;
  if (plan.from === "list" || against?.from === "list") hired[1].say(listed({ policy: "nearest" }));
  const key = effectsKey(store.state(), plan);
  store.dispatch({ kind: "effects", key, effects });
  vi.advanceTimersByTime(300);
  const askedOf = (at: number) =>
    hired[at].heard.flatMap((message) => (message.kind === "late" ? [message.question.about] : []));
  return { ...found, askedOf };
}

describe("what is asked once a plan has been looked at for a moment", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  test("goes to the worker that has the list where it is about a plan in it, and else to whoever is free", () => {
    const ofList = looking({ from: "list", number: 1 });
    expect([ofList.askedOf(0), ofList.askedOf(1)]).toEqual([[], ["meaning"]]);
    const ofFile = looking({ from: "file", id: "2016" });
    expect([ofFile.askedOf(0), ofFile.askedOf(1)]).toEqual([["meaning"], []]);
    const ofBoth = looking({ from: "file", id: "2016" }, { from: "list", number: 1 });
    expect(ofBoth.askedOf(1)).toContain("pair");
    const ofFiles = looking({ from: "file", id: "2016" }, { from: "file", id: "today" });
    expect(ofFiles.askedOf(0)).toEqual(["meaning", "pair"]);
  });

  test("is not asked once another case is opened, or the worker is stopped", () => {
    for (const leave of ["open", "stop"] as const) {
      const { store, desk, hired } = openDesk("?plan=2");
      hired[0].say(listed());
      store.dispatch({ kind: "effects", key: effectsKey(store.state(), { from: "list", number: 1 }), effects });
      if (leave === "open") desk.open(OTHER);
      else desk.stop("stay");
      vi.advanceTimersByTime(300);
      expect(hired.flatMap((worker) => worker.kinds())).not.toContain("late");
    }
  });
});

test("the browser's clock is told when the case opens, its plans are listed and its prices are new", () => {
  marks.length = 0;
  const { worker } = openDesk();
  expect(marks).toEqual(["case-open"]);
  worker.say(listed(), repriced(3), listed({ costs: "moving_1_2_3" }));
  expect(marks).toEqual(["case-open", "worker-ready", "plans-listed", "repriced", "worker-ready"]);
});

test("an answer that was kept is shown at once; its worker follows when it is quiet, and makes the list", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { store, desk, hired } = deskAt("");
  const kept = { scenery, view: drawnCase(), list: drawnList(), effects: ["stay 3 5 ", effects] } as const;
  marks.length = 0;
  desk.open(FILES, kept);
  expect(store.state().caseState.status).toBe("open");
  expect(marks).toEqual(["case-open", "plans-listed"]);
  expect(store.state().lists.stay).toMatchObject({ status: "listed", districts: 3 });
  expect(hired).toHaveLength(0);
  vi.advanceTimersByTime(1600);
  expect(hired[0].heard.slice(0, 2)).toMatchObject([{ kind: "open" }, { kind: "list", districts: 3, policy: "stay" }]);
  desk.open(FILES, kept);
  desk.open(OTHER);
  vi.advanceTimersByTime(1600);
  expect(hired).toHaveLength(2);
  vi.useRealTimers();
});
