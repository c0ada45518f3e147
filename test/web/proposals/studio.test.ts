import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import {
  applyChanges,
  assignPairs,
  assume,
  type Edit,
  placeSite,
  saidIn,
  setCapacity,
  setLock,
  startDraft,
  writeProposal,
} from "../../../src/index.ts";
import { proposalContext } from "../../../web/proposals/proposal.ts";
import { pictureOf, pupilsAt } from "../../../web/map/picture.ts";
import { planSites } from "../../../web/state/plan-sites.ts";
import { pagePlan } from "../../../web/state/plans.ts";
import { tinyPosition } from "../../cases/tiny.ts";
import { NOT_KEPT } from "../../../web/proposals/studio-words.ts";
import { laterStorage, NOTHING_FRESH, rowOf } from "../../../web/proposals/storage.ts";
import { changesOf, deed, held, lattice } from "../../edit/random.ts";
import { browserOfWindows, keptInMemory } from "./kept-in-memory.ts";
import { opened, openPage } from "./page.ts";

afterAll(() => vi.unstubAllGlobals());
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });

const locked = (site: number, draft = startDraft(opened.basis.municipality, opened.basis.baseline)) =>
  setLock(draft, { site }, true);
const NOTE = { da: "låst", en: "locked" };

test("an older file of a proposal that is here is not one more: it stays as it stands, which is said, and the older version is offered", async () => {
  const { studio, view, all, store } = await openPage();
  const said = () =>
    store
      .state()
      .outcome!.lines.map(({ da }) => da)
      .join(" ");
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  const { file } = (await studio.passOn())!;
  studio.edit(locked(1, all()[0].draft), NOTE);
  await studio.read(file.text, "a.json");
  expect(all()).toHaveLength(1);
  expect([...all()[0].draft.locks.sites]).toEqual([0, 1]);
  expect(said()).toMatch(/^Det, du åbnede, er en tidligere udgave af »Eget forslag 1«.*ét senere trin/);
  const { step } = store.state().outcome!.offer!;
  studio.goTo(step);
  expect([...all()[0].draft.locks.sites]).toEqual([0]);
  await studio.read(file.text, "a.json");
  expect([said(), store.state().outcome!.offer]).toEqual([expect.stringContaining("er her allerede"), undefined]);
  studio.goTo(undefined);
  await studio.read(file.text.replace(/"title": \{[^}]*\}/, '"title": "Nyt"'), "b.json");
  expect(said()).toMatch(/ét trin, der er fortrudt.*Filen kalder det »Nyt«/);
  studio.edit(locked(1), NOTE);
  const { link } = (await studio.passOn())!;
  studio.goTo(step);
  await studio.readLink(link!.slice(link!.indexOf("#")));
  expect([all().length, said()]).toEqual([1, expect.stringContaining("en vej, der er forladt")]);
  expect(store.state().outcome!.offer?.step).not.toBe(step);
});

test("a file with the same steps that come to another plan is a proposal of its own", async () => {
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  studio.edit(setCapacity(all()[0].draft, 0, [993, 993, 993]), NOTE);
  const { file } = (await studio.passOn())!;
  await studio.read(file.text, "a.json");
  expect(all()).toHaveLength(1);
  await studio.read(file.text.replaceAll("993", "992"), "a.json");
  expect(all()).toHaveLength(2);
});

test("a file made on other data becomes a proposal of its own, under an id of its own, and says so", async () => {
  const first = await openPage();
  first.studio.begin(first.view.plans[0], "Today");
  first.studio.edit(locked(0), NOTE);
  const { file } = (await first.studio.passOn())!;
  const other = await openPage({ dataHash: "f".repeat(64) });
  await other.studio.read(file.text, "a.json");
  expect(other.all()).toHaveLength(1);
  expect(other.all()[0].id).not.toBe(first.all()[0].id);
  await other.kept.settled();
  expect([...other.kept.rows.keys()]).toEqual([other.all()[0].id]);
  expect(other.store.state().outcome?.lines[0].en).toContain("other data");
});

test.each([
  ["", "empty"],
  ["null", "nothing"],
  ['{"format":"skoledistrikt-proposal"}', "half of it"],
  [`${"[".repeat(5000)}${"]".repeat(5000)}`, "too deep"],
])("a file that is no proposal is refused in words (%#)", async (text) => {
  const { studio, store, all } = await openPage();
  await studio.read(text, "b.json");
  expect(all()).toEqual([]);
  const { outcome } = store.state();
  expect(outcome?.kind).toBe("refused");
  for (const { da, en } of outcome!.lines) for (const words of [da, en]) expect(words).toMatch(/^[^{}]{20,}/);
});

test("a long file is kept and told to another window as the file it is, and drawn on, copied and gone back in as any other", async () => {
  const kept = keptInMemory();
  const browser = browserOfWindows();
  const one = await openPage({ kept, windows: browser.window() });
  const other = await openPage({ kept, windows: browser.window() });
  const { baseline, municipality } = opened.basis;
  let draft = startDraft(municipality, baseline);
  const edits = Array.from({ length: 2500 }, (_, i): Edit => {
    const { changes } = assignPairs(draft, [0], 1 - draft.plan.assignment[0]);
    draft = applyChanges(draft, changes);
    return { id: `w-${(i + 1).toString(36)}`, by: "me", at: "2026-01-01T00:00:00.000Z", changes };
  });
  const file = writeProposal({ id: "long", start: baseline, edits }, proposalContext(one.view));
  await one.studio.read(JSON.stringify(file), "long.json");
  one.studio.edit(locked(0), NOTE);
  one.studio.undo();
  one.studio.undo();
  one.studio.duplicate();
  await kept.settled();
  // A row for the file, a handful for what was done since: not one for each of its steps.
  expect(kept.entries.length).toBeLessThan(10);
  const again = await openPage({ kept });
  await vi.waitFor(() => expect(other.all()).toHaveLength(2));
  for (const page of [one, again, other])
    expect(page.all().map(({ history }) => [history.steps.size, [...history.steps.keys()].at(-1)])).toEqual(
      one.all().map(({ history }) => [history.steps.size, [...history.steps.keys()].at(-1)]),
    );
  for (const [i, { history, draft: drawn }] of again.all().entries()) {
    const { history: was, draft: before } = one.all()[i];
    expect([history.head, new Map(history.forward)]).toEqual([was.head, new Map(was.forward)]);
    expect(drawn.plan.assignment).toEqual(before.plan.assignment);
  }
});

test("proposals that were deleted come back whole, each by itself", async () => {
  const { studio, view, all, store, kept } = await openPage();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  studio.begin(view.plans[0], "Today");
  const [first, second] = all();
  studio.remove(first.id);
  // The other one is looked at; nobody is led away from it.
  expect([all().length, store.state().choice.doing]).toEqual([1, "draw"]);
  studio.remove(second.id);
  expect([all(), store.state().choice.doing]).toEqual([[], "find"]);
  studio.restore(first.id);
  expect(all()).toEqual([first]);
  expect(store.state().removed).toMatchObject([{ ...second, removed: expect.any(String) }]);
  studio.restore(second.id);
  await kept.settled();
  expect((await openPage({ kept })).all().map(({ id, history }) => [id, history])).toEqual(
    [first, second].map(({ id, history }) => [id, history]),
  );
});

test("no two proposals are given one name, also after one is deleted", async () => {
  const { studio, view, all } = await openPage();
  const begin = () => studio.begin(view.plans[0], "Today");
  begin();
  begin();
  studio.remove(all()[0].id);
  begin();
  studio.duplicate();
  studio.restore(all()[0].id);
  const titles = all().map(({ draft }) => saidIn(draft.plan.title, "da"));
  expect(titles.toSorted()).toEqual(["Eget forslag 2", "Eget forslag 3", "Eget forslag 3 (kopi)"]);
});

test("a step that could not be written is written with the next, and its steps are never read as the beginning", async () => {
  const { studio, view, all, kept } = await openPage();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  await kept.settled();
  kept.fails = true;
  studio.edit(locked(1, all()[0].draft), NOTE);
  await kept.settled();
  expect([...(await openPage({ kept })).all()[0].draft.locks.sites]).toEqual([0]);
  kept.fails = false;
  studio.undo();
  await kept.settled();
  const again = await openPage({ kept });
  expect(again.all()[0].history).toEqual(all()[0].history);
  again.studio.choose(all()[0].id);
  again.studio.redo();
  expect([...again.all()[0].draft.locks.sites]).toEqual([0, 1]);
});

test("what is undone, done again, named and gone back to is said in the line under the map", async () => {
  const { studio, view, all, store } = await openPage();
  const said = (): string | undefined => store.state().outcome?.lines[0]?.da;
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  const step = all()[0].history.head!;
  studio.rename("Behold Udby");
  expect(said()).toBe("Nyt navn");
  studio.undo();
  expect(said()).toBe("Fortrudt: Nyt navn");
  studio.undo();
  expect(said()).toBe(`Fortrudt: ${NOTE.da}`);
  studio.redo();
  expect(said()).toBe(`Gjort igen: ${NOTE.da}`);
  studio.goTo(undefined);
  expect(said()).toBe("Forslaget er, som det begyndte.");
  studio.goTo(step);
  expect(said()).toBe(`Forslaget er som efter: ${NOTE.da}`);
});

test("what cannot be kept is said at every step, beside what the step did", async () => {
  const { studio, view, all, kept, store } = await openPage();
  kept.fails = true;
  const said = () => store.state().outcome?.lines.map(({ en }) => en);
  studio.begin(view.plans[0], "Today");
  await kept.settled();
  expect(said()).toEqual([NOT_KEPT.en]);
  for (const site of [0, 1]) {
    studio.edit(locked(site, all()[0].draft), NOTE);
    await kept.settled();
    expect(said()).toEqual([NOTE.en, NOT_KEPT.en]);
  }
  studio.undo();
  await kept.settled();
  expect(said()).toEqual([expect.stringContaining(NOTE.en), NOT_KEPT.en]);
});

test("after the page is loaded anew it is said of which proposal a part could not be kept", async () => {
  const { studio, view, kept, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  await kept.settled();
  expect((await openPage({ kept })).store.state().outcome).toBeUndefined();
  kept.lost.add(all()[0].id);
  expect((await openPage({ kept })).store.state().outcome?.lines[0].da).toContain("»Eget forslag 1«");
});

test("a browser that keeps nothing refuses every proposal, and is why one is gone", async () => {
  const storage = laterStorage();
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  await expect(storage.write(all()[0], NOTHING_FRESH)).rejects.toThrow("keeps nothing");
  expect([storage.keeps, storage.isLost("any")]).toEqual(["nothing", true]);
});

test("a version keeps its name over a reload and in the other windows, and one more proposal goes on from it", async () => {
  const browser = browserOfWindows();
  const kept = keptInMemory();
  const one = await openPage({ kept, windows: browser.window() });
  const other = await openPage({ kept, windows: browser.window() });
  one.studio.begin(one.view.plans[0], "Today");
  one.studio.edit(locked(0), NOTE);
  const [{ history, draft }] = one.all();
  const step = history.head!;
  one.studio.nameStep(step, "Udby bliver");
  one.studio.edit(locked(1, draft), NOTE);
  await kept.settled();
  const third = await openPage({ kept });
  for (const each of [one, other, third]) expect([...each.all()[0].history.names]).toEqual([[step, "Udby bliver"]]);
  one.studio.branch(step);
  const [from, branch] = one.all();
  expect([from.history.steps.size, [...branch.draft.locks.sites], [...branch.history.names.keys()]]).toEqual([
    2,
    [0],
    [step],
  ]);
  expect(branch.startTitle).toBe("Today");
});

test("a proposal deleted in one window stays in the other that draws on it, whole, and both say so", async () => {
  const browser = browserOfWindows();
  const kept = keptInMemory();
  const one = await openPage({ kept, windows: browser.window() });
  const other = await openPage({ kept, windows: browser.window() });
  one.studio.begin(one.view.plans[0], "Today");
  one.studio.edit(locked(0), NOTE);
  const [{ id }] = one.all();
  // Nobody looks at it there: it goes.
  one.studio.remove(id);
  expect([one.all(), other.all(), one.store.state().removed.length]).toEqual([[], [], 1]);
  one.studio.restore(id);
  other.studio.choose(id);
  one.studio.remove(id);
  expect([other.all().length, one.all().length, one.store.state().removed]).toEqual([1, 1, []]);
  expect(other.store.state().outcome?.lines[0].da).toContain("er her stadig");
  expect(one.store.state().outcome?.lines[0].en).toContain("open in another window");
  await kept.settled();
  const [read] = (await openPage({ kept })).all();
  expect([...read.draft.locks.sites]).toEqual([0]);
});

test("what a proposal began from is still called so after it went to somebody as a file", async () => {
  const first = await openPage();
  first.studio.begin(first.view.plans[0], "Plan 78");
  first.studio.edit(locked(0), NOTE);
  const { file, code } = (await first.studio.passOn())!;
  const other = await openPage();
  await other.studio.read(file.text, "a.json");
  expect(other.all()[0].startTitle).toBe("Plan 78");
  await other.studio.readCode(code!);
  const { startTitle, draft } = other.all()[1];
  expect([startTitle, saidIn(draft.plan.title, "da")]).toEqual([opened.plans[0].title, "Eget forslag 2"]);
});

/** What a person does, as numbers that mean something wherever they are done. */
const deeds = fc.array(fc.tuple(fc.constantFrom("edit", "edit", "edit", "undo", "undo", "redo", "go", "name"), deed), {
  maxLength: 14,
});

test("a page that is read anew after every deed is the page that never was: plan, names, the way back and the way forward", async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (done) => {
      const kept = [keptInMemory(), keptInMemory()];
      const pages = await Promise.all(kept.map((each) => openPage({ kept: each, of: lattice })));
      for (const { studio, view } of pages) studio.begin(view.plans[0], "Today");
      for (const [kind, numbers] of done) {
        for (const [i, { studio, all }] of pages.entries()) {
          const [{ id, draft, history }] = all();
          const steps = [...history.steps.keys()];
          const step = steps[numbers[1] % (steps.length || 1)];
          studio.choose(id);
          if (kind === "edit") studio.edit(changesOf(draft, numbers), NOTE);
          else if (kind === "undo") studio.undo();
          else if (kind === "redo") studio.redo();
          else if (kind === "go") studio.goTo(step);
          else if (step !== undefined) studio.nameStep(step, `Udgave ${numbers[2]}`);
          await kept[i].settled();
          if (i === 1) pages[1] = await openPage({ kept: kept[1], of: lattice });
        }
        const [there, read] = pages.map(({ all }) => {
          const [{ draft, history }] = all();
          const places = [...history.steps.keys()];
          const place = (step: string | undefined) => (step === undefined ? -1 : places.indexOf(step));
          const { title: _, id: __, ...plan } = held(draft).plan;
          return {
            draft: { ...held(draft), plan },
            head: place(history.head),
            parents: [...history.steps.values()].map(({ parent }) => place(parent)),
            forward: [...history.forward].map(([from, to]) => `${place(from)} ${place(to)}`).toSorted(),
            names: [...history.names].map(([step, name]) => [place(step), name]),
          };
        });
        expect(read).toEqual(there);
      }
    }),
    { seed: 4, numRuns: 40 },
  );
}, 30_000);

test("a proposal with a new school goes to somebody else whole, as a file and as a link", async () => {
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  const begun = all()[0].draft;
  const state = { teaches: 0b111, capacity: [30, undefined, 20], district: begun.plan.districts[0].id };
  const { changes, site } = placeSite(begun, { name: "Nyby Skole", ...tinyPosition(300, 900), ...state });
  studio.edit(changes, NOTE);
  const placed = all()[0].draft;
  const pairs = [...placed.plan.assignment.keys()].filter((pair) => pair % 9 < 3 && placed.plan.assignment[pair] === 0);
  studio.edit(assignPairs(placed, pairs, site).changes, NOTE);
  studio.edit(assume(placed, { kind: "cost", name: "Taxa", kroner: 400_000, per: "year" }), NOTE);
  const mine = all()[0].draft;
  const { file, link, code } = (await studio.passOn())!;
  expect(code).toBeUndefined();
  for (const open of ["file", "link"] as const) {
    const other = await openPage();
    if (open === "file") await other.studio.read(file.text, "a.json");
    else await other.studio.readLink(link!.slice(link!.indexOf("#")));
    const [theirs] = other.all();
    expect([theirs.draft.newSites, theirs.draft.capacity]).toEqual([mine.newSites, mine.capacity]);
    expect(theirs.draft.plan.assignment).toEqual(mine.plan.assignment);
    expect(theirs.draft.assumptions).toEqual(mine.assumptions);
    expect(mine.assumptions.size).toBe(1);
    const shown = pagePlan(other.store.state(), { from: "own", id: theirs.id })!;
    expect(planSites(other.view, shown)[site]).toMatchObject({ name: "Nyby Skole", ...tinyPosition(300, 900) });
    expect(pupilsAt(pictureOf(other.view, shown), site)).toBe(
      pupilsAt(pictureOf(view, { plan: mine.plan, sites: mine }), site),
    );
  }
});

test("where what was kept cannot be read, the page says so: an empty list would say that there never was any", async () => {
  const kept = keptInMemory();
  kept.storage = { ...kept.storage, all: () => Promise.reject(new Error("no such table")) };
  const { all, store } = await openPage({ kept });
  expect([all(), store.state().outcome?.kind]).toEqual([[], "refused"]);
});

test("a proposal that an earlier page kept, all of where it stands in its one row, opens as it was and is drawn on", async () => {
  const { all, studio, view } = await openPage();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  studio.edit(locked(1, all()[0].draft), NOTE);
  const { history } = all()[0];
  const row = { ...rowOf(all()[0]), names: new Map([[history.head!, "Gammel"]]) };
  const older = keptInMemory();
  older.rows.set(row.id, row);
  older.entries.push(...[...history.steps.values()].map((step) => ({ ...step, proposal: row.id })));
  const page = await openPage({ kept: older });
  const stored = () => page.all()[0].history;
  expect([stored().head, [...stored().names], stored().steps.size]).toEqual([
    history.head,
    [...row.names],
    history.steps.size,
  ]);
  page.studio.choose(row.id);
  page.studio.undo();
  const again = await openPage({ kept: older });
  expect(again.all()[0].history.head).toBe(history.steps.get(history.head!)!.parent);
});
