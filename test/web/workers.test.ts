import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chosenDocument, effectsKey } from "../../web/state/chosen.ts";
import type { PlanRef } from "../../web/state/plan-ref.ts";
import { pagePlan } from "../../web/state/plans.ts";
import type { FromWorker } from "../../web/worker/messages.ts";
import { drawnCase, drawnList, effects, scenery } from "./drawn-page.ts";
import { FILES, HANDED, listed, openWorkers, opening, OTHER, workersAt } from "./drawn-workers.ts";

const marks: string[] = [];
const marking = vi.spyOn(performance, "mark").mockImplementation((name) => {
  marks.push(name);
  return {} as PerformanceMark;
});
afterAll(() => marking.mockRestore());

const repriced = (districts: number): FromWorker => ({
  kind: "repriced",
  repriced: { policy: "nearest", districts, costs: "moving_1_2_3" } as never,
});

describe("opening another case", () => {
  test("takes no correction, plan, number of districts or search over from the one before", () => {
    const { store, workers, hired } = workersAt(
      "?costs=moving_1_2_3&plan=3&districts=3&against=2&join=A%2BB&start=2030&view=side",
    );
    workers.open(FILES);
    hired[0].say(...opening());
    for (const worker of hired)
      expect(worker.heard.find(({ kind }) => kind === "costs")).toMatchObject({ costs: [{ item: "moving" }] });
    workers.open(OTHER);
    hired[2].say(...opening(drawnCase({ dataHash: "99887766" })));
    const { costs, plan, districts, against, search, start, view } = store.state().choice;
    expect({ costs, plan, districts, against, search, start }).toEqual({ costs: [], search: "" });
    expect(view).toBe("side");
    expect([...hired[2].kinds(), ...hired[3].kinds()]).not.toContain("costs");
    expect(store.state().linkFaults).toEqual([]);
  });

  test("ends the workers of the one before, but for the one that can be gone back to", () => {
    const { store, workers, hired } = workersAt("");
    workers.open(FILES);
    hired[0].say(...opening());
    workers.open(OTHER);
    expect(hired.map(({ ended }) => ended)).toEqual([false, true, false, false]);
    expect(store.state().caseState.status).toBe("loading");
  });
});

describe("asking the workers", () => {
  test("the list of one, then the chosen plan's effects of the other, each once", () => {
    const { store, measurer, solver } = openWorkers();
    expect([measurer.kinds(), solver.kinds()]).toEqual([
      ["open", "share"],
      ["open", "list"],
    ]);
    solver.say(listed(solver));
    store.dispatch({ kind: "tab", tab: "effects" });
    expect([measurer.kinds(), solver.kinds()]).toEqual([
      ["open", "share", "effects"],
      ["open", "list"],
    ]);
    expect(measurer.heard[2]).toMatchObject({
      key: "nearest 3 5 ",
      plan: { plan: chosenDocument(store.state())!.plan },
    });
  });

  test("a list that is stopped leaves the other lists and all figures as they are", () => {
    const { store, workers, hired, solver } = openWorkers();
    solver.say(listed(solver));
    store.dispatch({ kind: "choose", change: { policy: "stay" } });
    expect(hired).toHaveLength(2);
    expect(solver.heard.at(-1)).toMatchObject({ kind: "list", policy: "stay" });
    workers.stop("stay");
    expect(hired.map(({ ended }) => ended)).toEqual([false, true]);
    expect(store.state().lists.stay.status).toBe("stopped");
    expect(store.state().lists.nearest.status).toBe("listed");
    workers.stop("nearest");
    expect(store.state().lists.nearest.status).toBe("listed");
  });

  test("another list wished for while one is made ends that; it is made anew when it is wished for again", () => {
    const { store, hired, solver } = openWorkers();
    store.dispatch({ kind: "choose", change: { policy: "stay" } });
    expect(solver.ended).toBe(true);
    expect(store.state().lists).toMatchObject({ nearest: { status: "idle" }, stay: { status: "solving" } });
    expect(hired[2].heard).toMatchObject([{ kind: "open" }, { kind: "list", policy: "stay" }]);
    hired[2].say(listed(hired[2], { policy: "stay" }));
    store.dispatch({ kind: "choose", change: { policy: "nearest" } });
    expect(hired).toHaveLength(3);
    expect(hired[2].heard.at(-1)).toMatchObject({ kind: "list", policy: "nearest" });
    // What an ended worker still says is of a list that nobody asks for.
    solver.say(listed(solver, { count: 1 }));
    expect(store.state().lists.nearest.status).toBe("solving");
  });

  test("a worker that fails before the case is open says why the case is not", () => {
    const { store, workers, hired } = workersAt("");
    workers.open(FILES);
    hired[0].say({ kind: "failed", reason: "out of memory" });
    expect(store.state().caseState).toEqual({ status: "failed", reason: "out of memory" });
  });
});

describe("hearing the worker", () => {
  test("the map is there before the case is, and a case that is open is not opened again", () => {
    const { store, workers, hired } = workersAt("");
    workers.open(FILES);
    const [measurer] = hired;
    measurer.say({ kind: "opened", view: drawnCase() });
    expect(store.state().caseState.status).toBe("loading");
    measurer.say({ kind: "scenery", scenery });
    expect(store.state().caseState).toMatchObject({ status: "loading", scenery });
    measurer.say(
      { kind: "opened", view: drawnCase() },
      { kind: "scenery", scenery: { name: "Other" } as never },
      { kind: "opened", view: drawnCase({ name: "Other" }) },
    );
    expect(store.state().caseState).toMatchObject({ status: "open", scenery, view: { name: "Gitterby" } });
  });

  test("a worker that breaks down says why, as far as the browser tells", () => {
    const { store, solver, measurer } = openWorkers();
    solver.fail("out of memory");
    expect(store.state().lists.nearest).toEqual({ status: "failed", districts: 3, reason: "out of memory" });
    measurer.fail();
    expect(store.state().lists.nearest).toEqual({ status: "failed", districts: 3, reason: "" });
  });

  test("what is wrong with the files is shown", () => {
    const { store, workers, hired } = workersAt("");
    workers.open(FILES);
    hired[0].say({ kind: "refused", problems: [] });
    expect(store.state().caseState).toEqual({ status: "refused", problems: [] });
  });

  test("how far it has come is shown while it solves, and not once it is done", () => {
    const { store, solver } = openWorkers();
    const progress = { done: 3, of: 9 } as never;
    const said = { kind: "progress", ticket: solver.ticket, progress } as const;
    solver.say(said);
    expect(store.state().lists.nearest).toEqual({ status: "solving", districts: 3, progress });
    solver.say(listed(solver), said);
    expect(store.state().lists.nearest.status).toBe("listed");
  });

  test("rules that cannot be kept, and a failure, belong to the question asked", () => {
    const { store, solver } = openWorkers();
    solver.say({ kind: "impossible", ticket: solver.ticket, rules: [] });
    expect(store.state().lists.nearest).toEqual({ status: "impossible", districts: 3, rules: [] });
    solver.say({ kind: "failed", reason: "lost" });
    expect(store.state().lists.nearest).toEqual({ status: "failed", districts: 3, reason: "lost" });
    expect(store.state().caseState.status).toBe("open");
  });

  test("the same list made again changes nothing; at other prices it is another", () => {
    const { store, solver } = openWorkers();
    solver.say(listed(solver));
    const before = store.state();
    solver.say(listed(solver));
    expect(store.state()).toBe(before);
    solver.say(listed(solver, { costs: "moving_1_2_3" }));
    expect(store.state().lists.nearest).toMatchObject({ list: { costs: "moving_1_2_3" } });
  });

  test("new prices are put into the list they were worked out for", () => {
    const { store, solver } = openWorkers();
    solver.say(repriced(3));
    expect(store.state().lists.nearest.status).toBe("solving");
    solver.say(listed(solver), repriced(2));
    expect(store.state().lists.nearest).toMatchObject({ list: { costs: "", count: 6 } });
    solver.say(repriced(3));
    expect(store.state().lists.nearest).toMatchObject({ status: "listed", list: { costs: "moving_1_2_3", count: 6 } });
  });

  test("a way to school is shown where it is still the one asked for", () => {
    const { store, workers, measurer } = openWorkers();
    workers.askRoute(4, 1);
    expect(measurer.heard.at(-1)).toEqual({ kind: "route", unit: 4, site: 1 });
    measurer.say({ kind: "route", unit: 4, site: 2 }, { kind: "route", unit: 5, site: 1 });
    expect(store.state().route).toEqual({ unit: 4, site: 1 });
    measurer.say({ kind: "route", unit: 4, site: 1 });
    expect(store.state().route).toEqual({ unit: 4, site: 1, route: "none" });
  });

  test("what takes longer to work out is shown once it comes", () => {
    const { store, measurer } = openWorkers();
    const years = { key: "of the plan in view", answer: {} } as never;
    measurer.say({ kind: "detail", details: { years } });
    expect(store.state().details.years).toEqual(years);
  });
});

describe("asking anew", () => {
  test("another number of districts ends the worker that is still at the first", () => {
    const { store, hired, solver } = openWorkers();
    store.dispatch({ kind: "choose", change: { districts: 2 } });
    expect(solver.ended).toBe(true);
    expect(hired).toHaveLength(3);
    // Once: whoever is asked twice computes twice.
    expect(hired[2].heard).toMatchObject([{ kind: "open" }, { kind: "list", districts: 2, policy: "nearest" }]);
  });

  test("a worker that is done is asked about other numbers too", () => {
    const { store, hired, solver } = openWorkers();
    solver.say(listed(solver));
    store.dispatch({ kind: "choose", change: { districts: 2 } });
    expect(hired).toHaveLength(2);
    expect(solver.heard.at(-1)).toMatchObject({ kind: "list", districts: 2, policy: "nearest" });
  });

  test("a list that was stopped is made again on request only", () => {
    const { store, workers, hired } = openWorkers();
    workers.stop("nearest");
    store.dispatch({ kind: "tab", tab: "effects" });
    expect(store.state().lists.nearest).toEqual({ status: "stopped", districts: 3 });
    expect(hired).toHaveLength(2);
    workers.start("nearest");
    expect(store.state().lists.nearest.status).toBe("solving");
    expect(hired).toHaveLength(3);
  });

  test("a worker hired anew makes the lists that are shown again, at the prices that now hold", () => {
    const costs = [{ item: "moving", low: 1, mid: 2, high: 3 }] as const;
    const { store, workers, hired, solver } = openWorkers();
    solver.say(listed(solver));
    store.dispatch({ kind: "choose", change: { policy: "stay" } });
    workers.stop("stay");
    store.dispatch({ kind: "choose", change: { costs } });
    workers.start("stay");
    expect(hired[2].heard).toMatchObject([
      { kind: "open" },
      { kind: "costs", costs },
      { kind: "list", policy: "nearest" },
      { kind: "list", policy: "stay" },
    ]);
  });

  test("corrections are told once, and again when they change", () => {
    const { store, measurer, solver } = openWorkers();
    const costsTold = () => [measurer, solver].map((each) => each.kinds().filter((kind) => kind === "costs").length);
    solver.say(listed(solver));
    expect(costsTold()).toEqual([0, 0]);
    const costs = [{ item: "moving", low: 1, mid: 2, high: 3 }] as const;
    store.dispatch({ kind: "choose", change: { costs } });
    store.dispatch({ kind: "tab", tab: "effects" });
    expect(costsTold()).toEqual([1, 1]);
    store.dispatch({ kind: "choose", change: { costs: [] } });
    expect(costsTold()).toEqual([2, 2]);
  });

  test("a plan of a file is measured while a list is being made", () => {
    const { store, measurer, solver } = openWorkers();
    solver.say(listed(solver));
    store.dispatch({ kind: "choose", change: { policy: "stay" } });
    store.dispatch({ kind: "choose", change: { plan: { from: "file", id: "2016" } } });
    expect(store.state().lists.stay.status).toBe("solving");
    expect(measurer.heard.at(-1)).toMatchObject({ kind: "effects", key: "file 2016 ", plan: { plan: { id: "2016" } } });
  });
});

/** A plan looked at whose effects are there. */
function looking(plan: PlanRef, against?: PlanRef) {
  const found = openWorkers();
  const { store, solver, measurer } = found;
  solver.say(listed(solver));
  store.dispatch({ kind: "choose", change: { plan, against } });
  store.dispatch({ kind: "effects", key: effectsKey(store.state(), chosenDocument(store.state())!), effects });
  const asked = () => measurer.heard.flatMap((message) => (message.kind === "detail" ? [message.question] : []));
  return { ...found, asked };
}

describe("what is asked once a plan has been looked at for a moment", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  test("goes with its plans whole to the worker that measures", () => {
    for (const [plan, against] of [
      [{ from: "list", number: 1 }, undefined],
      [
        { from: "file", id: "2016" },
        { from: "list", number: 1 },
      ],
      [
        { from: "file", id: "2016" },
        { from: "file", id: "today" },
      ],
    ] as const) {
      const { store, asked } = looking(plan, against);
      vi.advanceTimersByTime(300);
      expect(asked().map(({ about }) => about)).toEqual(against ? ["meaning", "pair"] : ["meaning"]);
      expect(asked()[0]).toHaveProperty("plan.plan", chosenDocument(store.state())!.plan);
      if (against) expect(asked()[1]).toMatchObject({ against: { plan: pagePlan(store.state(), against)!.plan } });
    }
  });

  test("is not asked once another case is opened, and is asked although a list is stopped", () => {
    const left = looking({ from: "list", number: 1 });
    left.workers.open(OTHER);
    vi.advanceTimersByTime(300);
    expect(left.asked()).toEqual([]);
    const stopped = looking({ from: "file", id: "2016" });
    stopped.store.dispatch({ kind: "choose", change: { policy: "stay" } });
    stopped.workers.stop("stay");
    vi.advanceTimersByTime(300);
    expect(stopped.asked()).toHaveLength(1);
  });
});

test("the browser's clock is told when the case opens, its plans are listed and its prices are new", () => {
  marks.length = 0;
  const { solver } = openWorkers();
  expect(marks).toEqual(["case-open", "worker-ready"]);
  solver.say(listed(solver), repriced(3), listed(solver, { costs: "moving_1_2_3" }));
  expect(marks).toEqual(["case-open", "worker-ready", "plans-listed", "repriced"]);
});

describe("what the workers have the case from", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const answer = { scenery, view: drawnCase(), list: drawnList(), effects: ["nearest 3 5 ", effects] } as const;

  test("one opens the files, and all others get what it made of them, in the order that they were asked in", () => {
    const { workers, hired, store } = workersAt("?costs=moving_1_2_3");
    workers.open(FILES);
    const [measurer, solver] = hired;
    expect([measurer.kinds(), solver.kinds(), workers.handOver()]).toEqual([["open", "costs"], [], undefined]);
    expect(measurer.heard[0]).toEqual({ kind: "open", files: FILES });
    measurer.say(...opening());
    expect(solver.heard).toMatchObject([HANDED, { kind: "costs" }, { kind: "list" }]);
    workers.ask({} as never, () => undefined);
    expect(hired[2].heard).toMatchObject([HANDED, { kind: "costs" }, { kind: "ask" }]);
    store.dispatch({ kind: "choose", change: { districts: 2 } });
    expect(hired[3].heard[0]).toEqual(HANDED);
    expect(measurer.kinds()).toEqual(["open", "costs", "share", "share", "share"]);
    expect(workers.handOver()).toBeInstanceOf(MessagePort);
  });

  test("an answer that was kept is shown at once; the worker that measures follows when it is quiet, with the case as kept", async () => {
    const { store, workers, hired } = workersAt("");
    const kept = { answer, name: "kept" };
    marks.length = 0;
    workers.open(FILES, kept);
    expect(store.state().caseState.status).toBe("open");
    expect(marks).toEqual(["case-open", "plans-listed"]);
    expect(store.state().lists.nearest).toMatchObject({ status: "listed", districts: 3 });
    expect(hired).toHaveLength(0);
    vi.advanceTimersByTime(1600);
    await Promise.resolve();
    expect(hired).toHaveLength(1);
    expect(hired[0].heard[0]).toEqual({ kind: "open", kept: "kept", files: FILES });
    hired[0].say({ kind: "kept" });
    expect(marks.at(-1)).toBe("answer-kept");
    workers.open(FILES, kept);
    workers.open(OTHER);
    vi.advanceTimersByTime(1600);
    expect(hired).toHaveLength(3);
  });

  test("the list that was kept is made by a worker once somebody looks at prices, or corrects one", async () => {
    const costs = [{ item: "moving", low: 1, mid: 2, high: 3 }] as const;
    for (const action of [
      { kind: "dialog", dialog: "costs" },
      { kind: "choose", change: { costs } },
    ] as const) {
      const { store, workers, hired } = workersAt("");
      workers.open(FILES, { answer, name: "kept" });
      vi.advanceTimersByTime(1600);
      hired[0].say({ kind: "ready" });
      store.dispatch(action);
      store.dispatch({ kind: "tab", tab: "effects" });
      expect(hired).toHaveLength(2);
      expect(hired[1].heard.at(-1)).toMatchObject({ kind: "list", districts: 3, policy: "nearest" });
      store.dispatch({ kind: "choose", change: { costs } });
      expect(hired[1].heard.filter(({ kind }) => kind === "costs")).toMatchObject([{ costs }]);
      hired[1].say(listed(hired[1], { costs: "moving_1_2_3" }));
      expect(store.state().lists.nearest).toMatchObject({ list: { costs: "moving_1_2_3" } });
    }
  });

  test("where only the answer was kept, the files are opened; what is asked before that waits for it", async () => {
    const { store, workers, hired } = workersAt("");
    workers.open(FILES, { answer, name: "gone" });
    const view = store.state().caseState;
    workers.ask({} as never, () => undefined);
    const [asked, measurer] = hired;
    expect([measurer.heard, asked.heard]).toEqual([[{ kind: "open", kept: "gone", files: FILES }], []]);
    measurer.say(...opening(drawnCase({ name: "Other" })));
    expect(asked.heard).toMatchObject([HANDED, { kind: "ask" }]);
    expect(store.state().caseState).toBe(view);
  });
});
