import { expect, test, vi } from "vitest";
import { openCase, setLock, startDraft } from "../../../src/index.ts";
import { openStudio } from "../../../web/proposals/studio.ts";
import type { ProposalStorage } from "../../../web/proposals/storage.ts";
import { createStore } from "../../../web/state/store.ts";
import { startingState } from "../../../web/state/state.ts";
import { FIRST_CHOICE } from "../../../web/state/choice.ts";
import { caseViewOf } from "../../../web/worker/case-view.ts";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import { tinyCase } from "../../cases/tiny.ts";
import { scenery } from "../drawn-page.ts";

vi.stubGlobal("performance", { ...performance, mark: () => undefined });
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });

const opened = openCase(tinyCase()).value!;
const nothing = async (): Promise<void> => undefined;

/** A page with a case and no proposals, and what its studio stores. */
function page(dataHash = opened.dataHash) {
  const taken: string[] = [];
  const storage: ProposalStorage = {
    keeps: "all",
    all: async () => [],
    take: async ({ id }) => void taken.push(id),
    append: nothing,
    stand: nothing,
    remove: nothing,
  };
  const store = createStore(startingState(FIRST_CHOICE));
  const view = caseViewOf({ ...opened, dataHash }, evaluatePlan(opened.basis, opened.basis.baseline), []);
  store.dispatch({ kind: "case", caseState: { status: "open", scenery, view } });
  store.dispatch({ kind: "proposals", proposals: new Map() });
  const studio = openStudio(store, storage, undefined);
  const all = () => [...store.state().proposals!.values()];
  return { studio, store, view, taken, all };
}

const locked = (site: number, draft = startDraft(opened.basis.municipality, opened.basis.baseline)) =>
  setLock(draft, { site }, true);
const NOTE = { da: "låst", en: "locked" };

test("a file that is read again is not one more proposal; it leads back to what the file holds", async () => {
  const { studio, view, all } = page();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  const { file } = (await studio.passOn())!;
  studio.edit(locked(1, all()[0].draft), NOTE);
  await studio.read(file.text, "a.json");
  expect(all()).toHaveLength(1);
  expect([...all()[0].draft.locks.sites]).toEqual([0]);
});

test("a file made on other data becomes a proposal of its own, under an id of its own, and says so", async () => {
  const first = page();
  first.studio.begin(first.view.plans[0], "Today");
  first.studio.edit(locked(0), NOTE);
  const { file } = (await first.studio.passOn())!;
  const other = page("f".repeat(64));
  await other.studio.read(file.text, "a.json");
  expect(other.all()).toHaveLength(1);
  expect(other.all()[0].id).not.toBe(first.all()[0].id);
  expect(other.taken).toEqual([other.all()[0].id]);
  expect(other.store.state().outcome?.lines[0].en).toContain("other data");
});

test.each([
  ["", "empty"],
  ["null", "nothing"],
  ['{"format":"skoledistrikt-proposal"}', "half of it"],
  ['{"format":"skoledistrikt-plan","version":1,"id":"x","title":"X"}', "a plan's file"],
  [`${"[".repeat(5000)}${"]".repeat(5000)}`, "too deep"],
])("a file that is no proposal is refused in words (%#)", async (text) => {
  const { studio, store, all } = page();
  await studio.read(text, "b.json");
  expect(all()).toEqual([]);
  const { outcome } = store.state();
  expect(outcome?.kind).toBe("refused");
  for (const { da, en } of outcome!.lines) for (const words of [da, en]) expect(words).toMatch(/^[^{}]{20,}/);
});

test("a copy has every step, lock and place of its own, and goes on by itself", () => {
  const { studio, view, all } = page();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  studio.duplicate();
  const [one, copy] = all();
  expect([...copy.draft.locks.sites]).toEqual([0]);
  expect(copy.draft.plan.title).not.toEqual(one.draft.plan.title);
  studio.undo();
  studio.undo();
  expect([all()[0].draft.locks.sites.size, all()[1].draft.locks.sites.size]).toEqual([1, 0]);
});

test("a proposal that was deleted comes back whole", () => {
  const { studio, view, all, store } = page();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  const [before] = all();
  studio.remove(before.id);
  expect([all(), store.state().choice.doing]).toEqual([[], "find"]);
  studio.restore();
  expect(all()[0].draft.locks).toEqual(before.draft.locks);
  expect(all()[0].history.steps.size).toBe(1);
});
