import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assignPairs,
  type Change,
  type Draft,
  evaluatePlan,
  fold,
  setLock,
  setTitle,
  startDraft,
} from "../../../src/index.ts";
import { placedSchool } from "../../../web/draw/new-school.ts";
import { leftBehind } from "../../../web/proposals/history.ts";
import { meetingOf } from "../../../web/proposals/other-way.ts";
import { openStudio } from "../../../web/proposals/studio.ts";
import type { WindowMessage, Windows } from "../../../web/proposals/windows.ts";
import { FIRST_CHOICE } from "../../../web/state/choice.ts";
import { startingState } from "../../../web/state/state.ts";
import { createStore } from "../../../web/state/store.ts";
import { caseViewOf } from "../../../web/worker/case-view.ts";
import { changesOf, deed, type Deed, held, lattice } from "../../edit/random.ts";
import { scenery } from "../drawn-page.ts";
import { keptInMemory } from "./kept-in-memory.ts";

/** `SEQUENCES=10000 npx vitest run test/web/proposals/two-windows.test.ts` tries as many; the seed is another with `SEED=…`. */
const [SEQUENCES, SEED] = [Number(process.env["SEQUENCES"] ?? 200), Number(process.env["SEED"] ?? 8)];
const NOTE = { da: "tegnet", en: "drawn" };
const view = caseViewOf(lattice, evaluatePlan(lattice.basis, lattice.basis.baseline), []);

const MOST_TURNS = 50;

/** A browser with two windows; what one tells waits until the other hears it. */
class Browser {
  readonly kept = keptInMemory();
  readonly #lastSaid: [WindowMessage[], WindowMessage[]] = [[], []];
  readonly #hears: ((told: WindowMessage) => void)[] = [];

  #channel = (window: 0 | 1): Windows => ({
    tell: (told) => this.#lastSaid[window === 0 ? 1 : 0].push(structuredClone(told)),
    hear: (listener) => (this.#hears[window] = listener),
  });

  /** Each window hears what the other said until nobody says more; throws where they go on without end. */
  rest(): void {
    for (let turn = 0; this.#lastSaid.some(({ length }) => length > 0); turn++) {
      if (turn === MOST_TURNS) throw new Error("two windows go on without end");
      this.hear(turn % 2 === 0 ? 0 : 1);
    }
  }

  hear(window: 0 | 1): void {
    for (const told of this.#lastSaid[window].splice(0)) this.#hears[window](told);
  }

  /** Opened anew at any moment: what was on its way to the window before is lost, and what was done in any is there. */
  async open(window: 0 | 1) {
    this.#lastSaid[window].splice(0);
    const store = createStore(startingState(FIRST_CHOICE));
    store.dispatch({ kind: "case", caseState: { status: "open", scenery, view } });
    const studio = openStudio(store, this.kept.storage, this.#channel(window), this.kept.grounds);
    await studio.open();
    const drawn = () => [...(store.state().proposals?.values() ?? [])][0];
    if (drawn()) studio.choose(drawn().id);
    return { studio, drawn, outcome: () => store.state().outcome };
  }
}

const KINDS = [
  "edit",
  "edit",
  "edit",
  "lock",
  "force",
  "amend",
  "undo",
  "undo",
  "redo",
  "go",
  "take",
  "name",
  "reload",
  "hear",
] as const;
type Act = readonly [window: 0 | 1, kind: (typeof KINDS)[number], numbers: Deed];
const acts: fc.Arbitrary<Act[]> = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(...KINDS), deed), {
  maxLength: 25,
});

const both = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>, thing: unknown) => a.has(thing) && b.has(thing);

/** What is locked in both keeps its school. */
function keepsLocks(before: Draft, after: Draft): boolean {
  const [one, other] = [before.locks, after.locks];
  const districtOf = (site: number) => before.plan.districts.find(({ sites }) => sites.includes(site))?.id;
  return before.plan.assignment.every((site, pair) => {
    const isLocked =
      both(one.pairs, other.pairs, pair) ||
      both(one.bands, other.bands, pair % BAND_COUNT) ||
      both(one.sites, other.sites, site) ||
      both(one.districts, other.districts, districtOf(site));
    return !isLocked || after.plan.assignment[pair] === site;
  });
}

const EDITS: ReadonlySet<string> = new Set(["edit", "lock", "force", "amend", "take"]);

/** Every second unit sent to one school, which no tool does: whatever is locked among them must refuse it. */
function forced({ plan: { assignment } }: Draft, [, a, b]: Deed): readonly Change[] {
  const pairs = Uint32Array.from(assignment.keys()).filter((pair) => pair % 2 === a % 2 && assignment[pair] !== b % 2);
  const from = Uint16Array.from(pairs, (pair) => assignment[pair]);
  return pairs.length === 0 ? [] : [{ kind: "assign", pairs, from, to: new Uint16Array(pairs.length).fill(b % 2) }];
}

/** The first thing that does not hold after some acts in two windows; undefined where all does. */
async function firstFault(done: readonly Act[]): Promise<string | undefined> {
  const browser = new Browser();
  const windows = [await browser.open(0), await browser.open(1)];
  windows[0].studio.begin(view.plans[0], "Today");
  browser.hear(1);
  windows[1].studio.choose(windows[1].drawn().id);
  const start = startDraft(windows[0].drawn().draft.municipality, windows[0].drawn().start);
  const [made, names] = [new Set<string>(), new Set<string>()];
  /** Where the window stood that did something last. */
  let stood: string | undefined;
  for (const [window, kind, numbers] of done) {
    const { studio, drawn } = windows[window];
    const standing = drawn();
    const { draft: before, history } = standing;
    const steps = [...history.steps.keys()];
    const written = browser.kept.entries.length;
    if (kind === "edit") studio.edit(changesOf(before, numbers), NOTE);
    else if (kind === "lock") studio.edit(changesOf(before, [12, numbers[1], numbers[2], numbers[3]]), NOTE);
    else if (kind === "force") studio.edit(forced(before, numbers), NOTE);
    else if (kind === "amend") studio.amend(changesOf(before, numbers));
    else if (kind === "undo") studio.undo();
    else if (kind === "redo") studio.redo();
    else if (kind === "take") studio.takeIn(steps[numbers[1] % (steps.length || 1)] ?? "");
    else if (kind === "go") studio.goTo(steps[numbers[1] % (steps.length || 1)]);
    else if (kind === "name") {
      const step = steps[numbers[1] % (steps.length || 1)];
      if (step === undefined) continue;
      studio.nameStep(step, `Udgave ${numbers[2]}`);
      names.add(step);
    } else if (kind === "hear") browser.hear(window);
    else windows[window] = await browser.open(window);
    const now = windows[window].drawn();
    if (kind === "reload" && now.history.head !== stood) return "reload: it does not stand where it stood";
    // At what it hears a window may do something by itself.
    const isDone = kind === "hear" ? browser.kept.entries.length > written : kind !== "reload" && now !== standing;
    if (isDone) stood = now.history.head;
    if (EDITS.has(kind) || kind === "hear") for (const id of now.history.steps.keys()) made.add(id);
    const path = [];
    for (let at = now.history.head; at !== undefined; at = now.history.steps.get(at)!.parent)
      path.unshift(now.history.steps.get(at)!.edit);
    if (!isDeepStrictEqual(held(now.draft), held(fold(start, path))))
      return `${kind}: the plan is not what its steps make`;
    if ((EDITS.has(kind) || kind === "undo" || kind === "redo") && !keepsLocks(before, now.draft))
      return `${kind}: something locked has moved`;
    if (steps.some((id) => !now.history.steps.has(id))) return `${kind}: a step is lost`;
  }
  browser.hear(0);
  browser.hear(1);
  windows.push(await browser.open(0));
  const places = ["the first window", "the second window", "what was kept"];
  for (const [i, { drawn: last }] of windows.entries()) {
    const { history } = last();
    if ([...made].some((id) => !history.steps.has(id))) return `a step is not in ${places[i]}`;
    if ([...names].some((id) => !history.names.has(id))) return `a name is not in ${places[i]}`;
  }
  return undefined;
}

test("whatever is drawn, taken back and read again in two windows: the plan is a plain fold, no edit and no name is lost, nothing locked moves", async () => {
  const property = fc.asyncProperty(acts, async (done) => {
    expect(await firstFault(done)).toBeUndefined();
  });
  await fc.assert(property, { numRuns: SEQUENCES, seed: SEED });
}, 3_600_000);

/** A browser with two windows that look at the same proposal. */
async function twoWindows() {
  const browser = new Browser();
  const [one, other] = [await browser.open(0), await browser.open(1)];
  one.studio.begin(view.plans[0], "Today");
  browser.hear(1);
  other.studio.choose(other.drawn().id);
  return { browser, one, other, said: () => [one, other].map(({ outcome }) => outcome()!.lines[0].da) };
}

test("what two windows do at the same moment comes together by itself where nobody has to choose, which both say", async () => {
  const { browser, one, other, said } = await twoWindows();
  one.studio.edit(setLock(one.drawn().draft, { site: 0 }, true), NOTE);
  other.studio.edit(setLock(other.drawn().draft, { band: 0 }, true), NOTE);
  other.studio.edit(setLock(other.drawn().draft, { site: 1 }, true), NOTE);
  browser.rest();
  expect(other.drawn().history.head).toBe(one.drawn().history.head);
  for (const { drawn } of [one, other]) expect(drawn().draft.locks.sites).toEqual(new Set([0, 1]));
  expect([...other.drawn().draft.locks.bands]).toEqual([0]);
  expect(said()).toEqual([expect.stringContaining("er nu ét"), expect.stringContaining("er nu ét")]);
  other.studio.edit(setLock(other.drawn().draft, { site: 0 }, false), NOTE);
  browser.rest();
  expect([...one.drawn().draft.locks.sites]).toEqual([1]);
});

test.each([{ names: ["North", "South"] }, { names: ["New school", "New school"] }])(
  "a school that each of two windows places comes together by itself, at whatever number and name; neither has left a way then",
  async ({ names }) => {
    const { browser, one, other, said } = await twoWindows();
    const placed = ({ drawn, studio }: typeof one, name: string, unit: number): void => {
      const { draft } = drawn();
      const { lon, lat } = draft.municipality.units;
      const asked = { name, lon: lon[unit], lat: lat[unit], teaches: 7, capacity: [20, 20, 20] };
      expect(studio.edit(placedSchool(draft, asked, unit).changes, NOTE)).toBe(true);
    };
    placed(one, names[0], 0);
    placed(other, names[1], 3);
    browser.rest();
    for (const { drawn } of [one, other]) {
      const { draft, history } = drawn();
      expect(draft.newSites.map(({ name }) => name).toSorted()).toEqual(names);
      expect(leftBehind(history)).toEqual([]);
    }
    expect(held(other.drawn().draft)).toEqual(held(one.drawn().draft));
    expect(said()).toEqual([expect.stringContaining("er nu ét"), expect.stringContaining("er nu ét")]);
  },
);

test("two windows that take each other in at once stand at the same step, where a window opened after them stands too", async () => {
  // Which of their steps it is hangs on the windows' ids, which are drawn.
  for (let run = 0; run < 8; run++) {
    const { browser, one, other } = await twoWindows();
    one.studio.edit(setLock(one.drawn().draft, { site: 0 }, true), NOTE);
    other.studio.edit(setLock(other.drawn().draft, { site: 1 }, true), NOTE);
    browser.rest();
    const stands = one.drawn().history.head;
    const later = await browser.open(0);
    expect([other, later].map(({ drawn }) => drawn().history.head)).toEqual([stands, stands]);
  }
});

test("where two windows' edits do not go together both say so, and taken in by one it is the same in both", async () => {
  const { browser, one, other, said } = await twoWindows();
  one.studio.edit(setTitle(one.drawn().draft, "A"), { da: "Kaldt A", en: "Called A" });
  other.studio.edit(setTitle(other.drawn().draft, "B"), { da: "Kaldt B", en: "Called B" });
  browser.rest();
  expect(said()).toEqual([expect.stringContaining("»Kaldt B«"), expect.stringContaining("»Kaldt A«")]);
  one.studio.takeIn(one.outcome()!.offer!.step!);
  browser.rest();
  expect(other.drawn().history.head).toBe(one.drawn().history.head);
  expect(other.drawn().draft.plan.title).toBe("B");
  expect(said()).toEqual(["Kaldt B", expect.stringContaining("er nu ét")]);
});

test("what one window took back on purpose, or stands before, another's next step does not bring back by itself", async () => {
  const { browser, one, other } = await twoWindows();
  one.studio.edit(setLock(one.drawn().draft, { site: 0 }, true), NOTE);
  browser.rest();
  one.studio.undo();
  one.studio.edit(setLock(one.drawn().draft, { site: 1 }, true), NOTE);
  browser.rest();
  expect([...one.drawn().draft.locks.sites]).toEqual([1]);
  expect([...other.drawn().draft.locks.sites]).toEqual([0]);
  expect(other.outcome()!.offer!.is).toBe("made in another window");
});

const TOGETHER: ReadonlySet<string> = new Set(["edit", "lock", "amend", "hear"]);

test("two windows that came to rest show the same, unless what they did does not go together", async () => {
  let apart = 0;
  const property = fc.asyncProperty(acts, async (done) => {
    const { browser, one, other } = await twoWindows();
    const windows = [one, other];
    for (const [window, kind, numbers] of done.filter((act) => TOGETHER.has(act[1]))) {
      const { studio, drawn } = windows[window];
      const [, a, b, c] = numbers;
      if (kind === "hear") browser.hear(window);
      else if (kind === "amend") studio.amend(changesOf(drawn().draft, numbers));
      else studio.edit(changesOf(drawn().draft, kind === "lock" ? [12, a, b, c] : numbers), NOTE);
    }
    browser.rest();
    const [here, there] = windows.map(({ drawn }) => drawn());
    if (isDeepStrictEqual(held(here.draft), held(there.draft))) return;
    apart++;
    expect(meetingOf(here, there.history.head!)).toEqual({ is: "in conflict" });
  });
  await fc.assert(property, { numRuns: SEQUENCES, seed: SEED });
  expect(apart).toBeLessThan(0.2 * SEQUENCES);
}, 3_600_000);

test("two windows that each draw in grades of their own come to rest with all that both drew", async () => {
  const property = fc.asyncProperty(acts, async (done) => {
    const { browser, one, other } = await twoWindows();
    const windows = [one, other];
    const drawn = one.drawn().draft.plan.assignment.slice();
    for (const [window, kind, [, a, b, c]] of done) {
      if (kind === "hear") browser.hear(window);
      if (kind !== "edit") continue;
      const { draft } = windows[window].drawn();
      const pairs = Array.from({ length: 1 + (c % 7) }, (_, i) => (BAND_COUNT * (b + 5 * i) + window) % drawn.length);
      const { changes } = assignPairs(draft, pairs, a % draft.plan.teaching.length);
      if (!windows[window].studio.edit(changes, NOTE)) continue;
      for (const change of changes)
        if (change.kind === "assign") change.pairs.forEach((pair, i) => (drawn[pair] = change.to[i]));
    }
    browser.rest();
    for (const window of windows) expect(window.drawn().draft.plan.assignment).toEqual(drawn);
  });
  await fc.assert(property, { numRuns: SEQUENCES, seed: SEED });
}, 3_600_000);
