import { expect, test, vi } from "vitest";
import { drawnCase, drawnList, effects, scenery } from "./drawn-page.ts";
import { FILES, HANDED, opening, openWorkers, OTHER, workersAt } from "./drawn-workers.ts";

test("a case that is opened tells how far it is, and given up brings the one before back as it was, its list and choices among it", async () => {
  const { store, workers, hired, measurer, solver } = openWorkers("?plan=2&view=side");
  solver.say({ kind: "listed", ticket: solver.ticket, list: drawnList() });
  const before = store.state();
  workers.open(OTHER);
  const ended = workers.opening();
  const step = { file: "roads.geojson", done: 1, of: 2 };
  hired[2].say({ kind: "opening", step }, { kind: "scenery", scenery }, { kind: "opening", step: "ways" });
  expect(store.state().caseState).toEqual({ status: "loading", scenery, step: "ways" });
  workers.stopOpening();
  expect(await ended).toBe("not opened");
  const { caseState, choice, lists } = store.state();
  expect({ caseState, choice, lists }).toEqual({
    caseState: before.caseState,
    choice: before.choice,
    lists: before.lists,
  });
  // What measured it has it still, and hands it to a new one that solves.
  expect(hired.map(({ ended: is }) => is)).toEqual([false, true, true, true, false]);
  expect(measurer.kinds().filter((kind) => kind === "open")).toHaveLength(1);
  expect(measurer.kinds().at(-1)).toBe("share");
  expect(hired[4].heard[0]).toEqual(HANDED);
  workers.open(OTHER);
  hired[5].say(...opening());
  expect(measurer.ended).toBe(true);
  // Of a case that nobody looks at any more nothing is heard.
  const now = store.state();
  measurer.say({ kind: "failed", reason: "late" });
  expect(store.state()).toBe(now);
});

test("a case that was kept and comes late is not given to the workers of the next", async () => {
  const answer = { scenery, view: drawnCase(), list: drawnList(), effects: ["nearest 3 5 ", effects] } as const;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { workers, hired } = workersAt("");
  workers.open(FILES, { answer, name: "kept" });
  vi.advanceTimersByTime(1600);
  vi.useRealTimers();
  workers.open(OTHER);
  hired[0].say({ kind: "ready" });
  expect(hired.slice(1).flatMap(({ heard }) => heard)).toEqual([{ kind: "open", files: OTHER }]);
  expect(workers.handOver()).toBeUndefined();
  // Gone back to, it is as ready as it said that it was.
  workers.stopOpening();
  expect(hired.at(-1)?.heard[0]).toEqual(HANDED);
});

test("where what was open breaks while another case is opened, that goes on, and who goes back has it opened anew", () => {
  const { store, workers, hired, measurer } = openWorkers();
  workers.open(OTHER);
  measurer.fail("out of memory");
  expect(store.state().caseState.status).toBe("loading");
  workers.stopOpening();
  expect(store.state().caseState.status).toBe("open");
  const [solver, again] = hired.slice(4);
  expect(again.heard[0]).toEqual({ kind: "open", files: FILES });
  expect([solver.heard, workers.handOver()]).toEqual([[], undefined]);
  again.say(...opening());
  expect(solver.heard[0]).toEqual(HANDED);
});
