import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { afterAll, expect, test, vi } from "vitest";
import { assignPairs, closeSite, evaluatePlan, moveSite, NO_SITE, saidIn, setLock } from "../../../src/index.ts";
import { openCode, openWritten } from "../../../web/draw/open-code.ts";
import { editsOf } from "../../../web/draw/use-edits.ts";
import { planFileOf } from "../../../web/proposals/file.ts";
import { LARGEST_FILE, openGiven } from "../../../web/proposals/given-file.ts";
import {
  CODE_OPENED,
  LIST_NOT_MADE,
  NOT_BESIDE,
  NOT_OURS,
  PLAN_OPENED,
  WRITTEN_BY_NEWER,
} from "../../../web/proposals/opened-file.ts";
import { isOpened, noteOf, notOpened } from "../../../web/proposals/studio-words.ts";
import { isWholeCase } from "../../../web/state/whole-case.ts";
import type { JoinedQuestion } from "../../../web/worker/messages.ts";
import { answerRepair } from "../../../web/worker/repair.ts";
import { solver } from "../../cases/solver.ts";
import { openedCase } from "../../cases/opened.ts";
import { districtsJoined } from "../../../src/solve/consolidate/joined.ts";
import { joinedLacking } from "../../../web/state/joined-lacking.ts";
import { pagePlan } from "../../../web/state/plans.ts";
import { openPage } from "./page.ts";

const lattice = openedCase("lattice");

afterAll(() => vi.unstubAllGlobals());
vi.stubGlobal("location", { origin: "http://localhost", pathname: "/" });

const NOTE = { da: "tegnet", en: "drawn" };

test("the page's own plan file opens as a proposal that starts from the plan, to be drawn on", async () => {
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  const pair = all()[0].draft.plan.assignment.findIndex((site, each) => site === 0 && each % BAND_COUNT === 0);
  studio.edit(assignPairs(all()[0].draft, [pair], 1).changes, NOTE);
  const { text } = planFileOf(view, all()[0], "min-plan");
  const other = await openPage();
  await other.studio.read(text!, "min-plan.json");
  const [read] = other.all();
  expect(read.draft.plan.assignment).toEqual(all()[0].draft.plan.assignment);
  expect(saidIn(read.draft.plan.title, "da")).toBe(saidIn(all()[0].draft.plan.title, "da"));
  expect([read.history.steps.size, other.store.state().choice.doing]).toEqual([0, "draw"]);
  expect(other.store.state().outcome).toEqual({ kind: "done", lines: [PLAN_OPENED] });
  other.studio.edit(setLock(read.draft, { site: 0 }, true), NOTE);
  expect(other.all()[0].history.steps.size).toBe(1);
});

test("a plan file that says nothing of who goes where has it as today", async () => {
  const { studio, view, all } = await openPage();
  await studio.read('{"format":"skoledistrikt-plan","version":1,"id":"x","title":"X"}', "x.json");
  expect(all()[0].draft.plan.assignment).toEqual(view.plans[0].assignment);
});

test("a file of a newer program says so, one that is no file of ours what can be opened, each in one sentence", async () => {
  const { studio, store, all } = await openPage();
  const said = async (file: unknown) => {
    await studio.read(typeof file === "string" ? file : JSON.stringify(file), "x.json");
    const { kind, lines } = store.state().outcome!;
    expect([kind, lines[0], all()]).toEqual(["refused", notOpened("x.json"), []]);
    return lines.slice(1).map(({ da }) => da);
  };
  expect(await said({ format: "skoledistrikt-proposal", version: 99, more: {} })).toEqual([
    expect.stringMatching(/lavet af et nyere program: den er version 99/),
  ]);
  for (const format of ["council", "plan", "question"])
    expect(await said({ format: `skoledistrikt-${format}`, version: 2 })).toEqual([WRITTEN_BY_NEWER.da]);
  for (const other of [{ type: "FeatureCollection" }, "", "hej", "[]"])
    expect(await said(other)).toEqual([NOT_OURS.da]);
});

test("a file that is not read is refused under the name that it has where it lies, one that is too large with how large it may be", async () => {
  const { studio, store, all } = await openPage();
  const said = async (file: File) => {
    expect(await openGiven(store, studio, file)).toBe("refused");
    const { kind, lines } = store.state().outcome!;
    expect([kind, all()]).toEqual(["refused", []]);
    return lines.map(({ da }) => da);
  };
  const photo = new File([Uint8Array.of(0x89, 0x50)], "2016.json");
  expect(await said(photo)).toEqual(["Filen 2016.json er ikke åbnet.", NOT_OURS.da]);
  const film = Object.defineProperty(new File(["{}"], "film.json"), "size", { value: LARGEST_FILE + 1 });
  expect(await said(film)).toEqual([
    "Filen film.json er ikke åbnet.",
    "Den fylder 51 MB, og siden kan åbne filer på op til 50 MB.",
  ]);
  const plan = '\ufeff{"format":"skoledistrikt-plan","version":1,"id":"x","title":"X"}';
  expect(await openGiven(store, studio, new File([plan], "plan.json.txt"))).toBe("opened");
});

test("a case's file is refused in words, and all is as it was", async () => {
  const { studio, view, all, store } = await openPage();
  studio.begin(view.plans[0], "Today");
  const [before, { choice, caseState }] = [all(), store.state()];
  await studio.read('{"format":"skoledistrikt-case","version":1}', "x.json");
  expect(store.state().outcome).toEqual({ kind: "refused", lines: [notOpened("x.json"), NOT_BESIDE] });
  expect([all(), store.state().choice, store.state().caseState]).toEqual([before, choice, caseState]);
});

test("a question's file goes to the optimiser's form; one that is no question is refused with its place, and all is as it was", async () => {
  const { studio, view, all, store } = await openPage();
  studio.begin(view.plans[0], "Today");
  const before = all();
  const { choice } = store.state();
  await studio.read('{"format":"skoledistrikt-question","version":1,"kind":"redraw","districts":0}', "x.json");
  expect([store.state().outcome?.kind, store.state().question, store.state().choice]).toEqual([
    "refused",
    undefined,
    choice,
  ]);
  await studio.read('{"format":"skoledistrikt-question","version":1,"kind":"redraw","districts":2}', "x.json");
  expect(store.state().question).toMatchObject({ kind: "redraw", districts: 2, objective: "inertia" });
  expect([store.state().choice.doing, all()]).toEqual(["ask", before]);
});

test.each([
  [["case.json", "sites.csv"], true],
  [["case.json"], false],
  [["sites.csv"], false],
  [["plans/min-plan.json"], false],
])("of files %j it is %s that they are a case", (paths, is) => {
  expect(isWholeCase(paths.map((path) => ({ path })))).toBe(is);
});

/** A page whose repairs are made as its worker makes them. */
async function repairingPage() {
  const page = await openPage({ of: lattice });
  const waiting: Promise<void>[] = [];
  const hands = { solver, measure: evaluatePlan, pause: async () => undefined };
  const edits = editsOf(page.store, page.studio, {
    repair: (question, hear) => void waiting.push(answerRepair(lattice.basis, question, hands, hear)),
  });
  return { ...page, edits, repaired: () => Promise.all(waiting) };
}

test("a short code of a closed school opens as the plan that its sender saw, and both are told what it carries", async () => {
  const { studio, view, all, edits, repaired } = await repairingPage();
  studio.begin(view.plans[0], "Today");
  edits.edit(closeSite(all()[0].draft, 1), NOTE);
  edits.complete();
  await repaired();
  const seen = all()[0].draft.plan.assignment;
  const { code, aboutCode } = (await studio.passOn())!;
  expect(aboutCode.map(({ da }) => da)).toEqual([expect.stringContaining("hvor eleverne fra de lukkede skoler")]);
  const other = await repairingPage();
  await openCode(other.studio, other.edits, code!);
  await other.repaired();
  const [{ draft, history }] = other.all();
  expect(seen.some((site, pair) => view.units.unitBand[pair] > 0 && site === NO_SITE)).toBe(false);
  expect(draft.plan.assignment).toEqual(seen);
  expect(other.store.state().outcome).toEqual({ kind: "done", lines: [isOpened(draft.plan.title), CODE_OPENED] });
  // What was done last is named, and not only that something was.
  expect(noteOf(history.steps.get(history.head!)!.edit).da).toBe(`${view.sites[1].name} lukkes`);
});

test("what somebody was given is opened from one field, be it a code or a link; what is neither is told apart", async () => {
  const { studio, view, all } = await openPage({ of: lattice });
  studio.begin(view.plans[0], "Today");
  studio.edit(moveSite(all()[0].draft, 0, view.plans[0].districts[1].id), NOTE);
  const { link, code } = (await studio.passOn())!;
  const other = await repairingPage();
  const write = (written: string) => openWritten(other.studio, other.edits, written);
  expect(await write(` ${link!}\n`)).toBe("opened");
  expect(other.store.state().outcome?.lines).toEqual([isOpened(other.all()[0].draft.plan.title)]);
  expect(await write(code!)).toBe("opened");
  expect(other.all().length).toBe(2);
  expect([await write("  "), await write("https://skoler.dk/?plan=3"), await write("hej")]).toEqual([
    "empty",
    "elsewhere",
    "refused",
  ]);
});

/** A page whose worker makes the plans of lists that it waits for. */
async function listingPage() {
  const page = await openPage({ of: lattice });
  const asked: string[] = [];
  const make = async ({ key, groups, policy }: JoinedQuestion): Promise<void> => {
    const question = { kind: "consolidate", districts: groups.length, policy, contiguity: "ferry", rules: [] } as const;
    const joined = await districtsJoined(lattice.basis, question, groups, solver);
    if (joined.status === "solved") page.store.dispatch({ kind: "joined", key, joined });
  };
  page.store.subscribe(() => {
    for (const each of joinedLacking(page.store.state())) {
      if (asked.includes(each.key)) continue;
      asked.push(each.key);
      void make(each);
    }
  });
  return { ...page, asked };
}

test("what is drawn from a plan of a list has a code, which opens where another list is in view", async () => {
  const { studio, store, all, asked } = await listingPage();
  store.dispatch({ kind: "choose", change: { plan: { from: "joined", id: "nearest-0011" } } });
  const { plan } = await vi.waitUntil(() => pagePlan(store.state(), store.state().choice.plan));
  studio.begin(plan, plan.title);
  studio.edit(moveSite(all()[0].draft, 0, plan.districts[1].id), NOTE);
  const { code, aboutCode } = (await studio.passOn())!;
  expect([asked, aboutCode]).toEqual([["nearest-0011"], []]);
  const other = await listingPage();
  other.store.dispatch({ kind: "choose", change: { policy: "stay", districts: 3 } });
  expect(await other.studio.readCode(code!)).toBe("opened");
  const [{ draft, startTitle }] = other.all();
  expect([draft.plan.districts, draft.plan.assignment, startTitle]).toEqual([
    all()[0].draft.plan.districts,
    all()[0].draft.plan.assignment,
    pagePlan(other.store.state(), { from: "joined", id: "nearest-0011" })!.plan.title,
  ]);
  expect([other.asked, other.store.state().awaited]).toEqual([["nearest-0011"], []]);
});

test("a code from a plan of a list that cannot be made is refused with what to do, and nothing waits on", async () => {
  const { studio, store } = await listingPage();
  store.dispatch({ kind: "choose", change: { plan: { from: "joined", id: "nearest-0011" } } });
  const { plan } = await vi.waitUntil(() => pagePlan(store.state(), store.state().choice.plan));
  studio.begin(plan, plan.title);
  const { code } = (await studio.passOn())!;
  const other = await openPage({ of: lattice });
  const opening = other.studio.readCode(code!);
  await vi.waitUntil(() => other.store.state().awaited.length > 0);
  const failed = { status: "failed", reason: "x", districts: 2 } as const;
  other.store.dispatch({ kind: "list", policy: other.store.state().choice.policy, listState: failed });
  expect([await opening, other.store.state().awaited, other.all()]).toEqual(["refused", [], []]);
  expect(other.store.state().outcome).toEqual({ kind: "refused", lines: [LIST_NOT_MADE] });
});

test("a code that is misread completes nothing of what is open", async () => {
  const { studio, view, all, edits, repaired } = await repairingPage();
  studio.begin(view.plans[0], "Today");
  edits.edit(closeSite(all()[0].draft, 1), NOTE);
  const before = all();
  await openCode(studio, edits, "ABCD-EFGH");
  await repaired();
  expect(all()).toEqual(before);
});

test("where there is no code, its reason stands in its place", async () => {
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  const pair = all()[0].draft.plan.assignment.findIndex((site, each) => site === 0 && each % BAND_COUNT === 0);
  studio.edit(assignPairs(all()[0].draft, [pair], 1).changes, NOTE);
  const { code, aboutCode } = (await studio.passOn())!;
  expect(code).toBeUndefined();
  expect(aboutCode.map(({ da }) => da)).toEqual([expect.stringContaining("flyttet fra åbne skoler")]);
});
