import { expect, test } from "vitest";
import { drawnList, scenery } from "./drawn-page.ts";
import { MADE, openWorkers, OTHER } from "./drawn-workers.ts";

test("a case that is opened tells how far it is, and given up brings the one before back as it was, its list and choices among it", async () => {
  const { store, workers, hired, solver } = openWorkers("?plan=2&view=side");
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
  expect(hired.map(({ ended: is }) => is)).toEqual([true, true, true, true, false, false]);
  for (const worker of hired.slice(4)) expect(worker.heard[0]).toEqual({ kind: "open", opened: MADE });
});
