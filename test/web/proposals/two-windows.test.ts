import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BAND_COUNT, type Change, type Draft, evaluatePlan, fold, setLock, startDraft } from "../../../src/index.ts";
import { openStudio } from "../../../web/proposals/studio.ts";
import type { Told, Windows } from "../../../web/proposals/windows.ts";
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

/** A browser with two windows; what one tells waits until the other hears it. */
class Browser {
  readonly kept = keptInMemory();
  readonly #lastSaid: [Told[], Told[]] = [[], []];
  readonly #hears: ((told: Told) => void)[] = [];

  #channel = (window: 0 | 1): Windows => ({
    tell: (told) => this.#lastSaid[window === 0 ? 1 : 0].push(structuredClone(told)),
    hear: (listener) => (this.#hears[window] = listener),
  });

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
    if (kind !== "reload" && kind !== "hear" && now !== standing) stood = now.history.head;
    if (EDITS.has(kind)) for (const id of now.history.steps.keys()) made.add(id);
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

test("what two windows do at the same moment is said in both, and taken in by one it is the same in both", async () => {
  const browser = new Browser();
  const [one, other] = [await browser.open(0), await browser.open(1)];
  one.studio.begin(view.plans[0], "Today");
  browser.hear(1);
  other.studio.choose(other.drawn().id);
  one.studio.edit(setLock(one.drawn().draft, { site: 0 }, true), { da: "A låst", en: "A locked" });
  other.studio.edit(setLock(other.drawn().draft, { band: 0 }, true), NOTE);
  other.studio.edit(setLock(other.drawn().draft, { site: 1 }, true), { da: "B låst", en: "B locked" });
  browser.hear(0);
  browser.hear(1);
  const said = () => [one, other].map(({ outcome }) => outcome()!.lines[0].da);
  expect(said()).toEqual([expect.stringContaining("»B låst«"), expect.stringContaining("»A låst«")]);
  one.studio.takeIn(one.outcome()!.offer!.step!);
  browser.hear(1);
  expect(other.drawn().history.head).toBe(one.drawn().history.head);
  for (const { drawn } of [one, other]) expect([...drawn().draft.locks.sites]).toEqual([0, 1]);
  expect([...other.drawn().draft.locks.bands]).toEqual([0]);
  expect(said()).toEqual(["B låst", expect.stringContaining("er nu ét")]);
  other.studio.edit(setLock(other.drawn().draft, { site: 0 }, false), NOTE);
  browser.hear(0);
  expect([...one.drawn().draft.locks.sites]).toEqual([1]);
});
