import { BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Assumption } from "../../src/domain/assumption.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { assume } from "../../src/edit/assumption-tools.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { completed } from "../../src/edit/completed.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { applyChanges, type Edit, fold } from "../../src/edit/log.ts";
import { takenBack } from "../../src/edit/restated.ts";
import {
  dropped,
  type Followed,
  followed,
  hears,
  type Numbered,
  taken,
  waitsFor,
  type Waiting,
} from "../../src/edit/shared-log.ts";
import { assignPairs, changeNewSite, closeSite, placeSite, setCapacity } from "../../src/edit/tools.ts";
import { changesOf, deed, held, perform, start } from "./random.ts";

const isClean = (draft: Draft, changes: Edit["changes"]) => checkChanges(draft, changes).length === 0;
const AT = "2026-01-01T00:00:00Z";
let made = 0;
const editOf = (by: string, changes: Edit["changes"]): Edit => ({ id: `${by}-${++made}`, by, at: AT, changes });

/** Whoever numbers the edits; what is done beside drawing has numbers too. */
class Desk {
  draft = start;
  number = 0;
  readonly log: Numbered[] = [];
  /** Who only watches by now. */
  readonly #watching = new Set<string>();

  take({ edit, madeOf }: Waiting): { readonly answer: "numbered" | "none" } {
    if (this.log.some(({ edit: { id } }) => id === edit.id)) return { answer: "numbered" };
    if (this.#watching.has(edit.by)) return { answer: "none" };
    const next = taken(this.draft, edit, madeOf);
    if (next.kind !== "taken") return { answer: "none" };
    this.draft = next.draft;
    this.log.push({ number: ++this.number, edit: next.edit });
    return { answer: "numbered" };
  }

  /** Gives somebody another role: they draw from now on, or only watch. */
  giveRole(name: string): void {
    if (!this.#watching.delete(name)) this.#watching.add(name);
    this.number++;
  }

  /** How many edits of the log are before or at a number. */
  until(number: number): number {
    const later = this.log.findIndex((each) => each.number > number);
    return later < 0 ? this.log.length : later;
  }
}

/** One author at the end of two lines, either of which may be slow or cut. */
class Author {
  readonly name: string;
  log: Followed = followed(start, 0);
  up: Waiting[] = [];
  down: ({ readonly kind: "edit"; readonly numbered: Numbered } | { readonly kind: "none"; readonly id: string })[] =
    [];
  /** Numbered edits already on their way. */
  told = 0;
  readonly made: string[] = [];
  /** Edits that are sent once they are completed; what is made after them waits with them. */
  readonly unfinished = new Set<string>();
  /** What completed edits made of the plan as one, and what they made as two. */
  readonly wholes: (readonly [one: Draft, two: Draft])[] = [];
  readonly heardNone = new Set<string>();

  constructor(name: string) {
    this.name = name;
  }

  make(changes: Edit["changes"]): void {
    if (this.#draw(changes) && this.unfinished.size === 0) this.up.push(this.log.waiting.at(-1)!);
  }

  begin(changes: Edit["changes"]): void {
    if (this.#draw(changes)) this.unfinished.add(this.made.at(-1)!);
  }

  /** Completes what was begun, each with its own; or nobody does. */
  finish(changes: Edit["changes"] = []): void {
    if (this.unfinished.size === 0) return;
    const notes = new Map([...this.unfinished].map((id) => [id, undefined]));
    const isOne = changes.length > 0 && isClean(this.log.draft, changes);
    const whole = isOne ? completed(this.log, notes, changes) : undefined;
    if (whole) {
      const inTwo = applyChanges(this.log.draft, changes);
      this.log = whole.log;
      this.wholes.push([this.log.draft, inTwo]);
    }
    const { length } = this.finished;
    this.unfinished.clear();
    this.up.push(...this.log.waiting.slice(length));
  }

  /** What waits, up to the first that is still to be completed. */
  get finished(): readonly Waiting[] {
    const first = this.log.waiting.findIndex(({ edit: { id } }) => this.unfinished.has(id));
    return first < 0 ? this.log.waiting : this.log.waiting.slice(0, first);
  }

  #draw(changes: Edit["changes"]): boolean {
    if (changes.length === 0 || !isClean(this.log.draft, changes)) return false;
    const edit = editOf(this.name, changes);
    this.made.push(edit.id);
    this.log = waitsFor(this.log, edit);
    return true;
  }

  /** Everything on the way is lost; on return what has come since is told, and what still waits is sent again. */
  cut(desk: Desk): void {
    this.told = desk.until(this.log.number);
    this.down = [];
    this.up = [...this.finished];
  }
}

/** What an author sent comes in an order of its own: a line that was cut may still deliver what another has delivered by then. */
function deliver(desk: Desk, author: Author, everybody: readonly Author[], at = 0): void {
  const [next] = author.up.splice(at % Math.max(1, author.up.length), 1);
  if (next && desk.take(next).answer === "none") author.down.push({ kind: "none", id: next.edit.id });
  for (const each of everybody)
    for (; each.told < desk.log.length; each.told++) each.down.push({ kind: "edit", numbered: desk.log[each.told] });
}

/** Entries come in their order; an answer may overtake them, or come after. */
function hear(author: Author, at = 0): void {
  const place = at % Math.max(1, author.down.length);
  const firstEntry = author.down.findIndex(({ kind }) => kind === "edit");
  const [next] = author.down.splice(author.down.at(place)?.kind === "none" ? place : Math.max(0, firstEntry), 1);
  if (!next) return;
  if (next.kind === "none") author.heardNone.add(next.id);
  // What was told twice is known.
  else if (next.numbered.number <= author.log.number) return;
  author.log = next.kind === "edit" ? hears(author.log, [next.numbered]) : dropped(author.log, next.id);
}

/** What gives all who have no school one. */
const schooled = (draft: Draft, site: number): Edit["changes"] =>
  assignPairs(
    draft,
    [...draft.plan.assignment.keys()].filter((pair) => draft.plan.assignment[pair] === NO_SITE),
    site,
  ).changes;

test("of two schools that are closed one after the other before either is completed, each is one edit with its own", () => {
  const [first, second] = [0, 1].map((site) => (draft: Draft) => editOf("A", closeSite(draft, site)));
  const alone = waitsFor(followed(start, 0), first(start));
  const both = waitsFor(alone, second(alone.draft));
  const stroke = waitsFor(both, editOf("A", setCapacity(both.draft, 2, [70, 70, 70])));
  const [a, b, c] = stroke.waiting.map(({ edit }) => edit.id);
  const said = { da: "lukket og fordelt", en: "closed and shared out" };
  const notes = new Map([
    [a, said],
    [b, undefined],
  ]);
  const changes = schooled(stroke.draft, 2);
  const whole = completed(stroke, notes, changes)!;
  expect(whole.log.waiting.map(({ edit }) => edit.id)).toEqual([a, b, c]);
  expect(whole.waiting.map(({ edit: { id, note } }) => [id, note])).toEqual([
    [a, said],
    [b, undefined],
  ]);
  expect(held(whole.log.draft)).toEqual(held(applyChanges(stroke.draft, changes)));
  // The second refused, the first stands whole; and the other way round.
  for (const refused of [b, a]) {
    const { plan } = dropped(whole.log, refused).draft;
    expect(plan.assignment.includes(NO_SITE)).toBe(false);
    expect([0, 1].map((site) => plan.teaching[site] > 0)).toEqual([refused === a, refused === b]);
  }
  // A school that the second brought is none yet for those whom the first left: they get theirs with the second.
  const place = { name: "Ny", lon: 9.6, lat: 55.9, teaches: 7, capacity: [200, 200, 200] } as const;
  const placed = placeSite(alone.draft, { ...place, district: start.plan.districts[2].id });
  const later = waitsFor(alone, editOf("A", placed.changes));
  const toNew = schooled(later.draft, start.plan.teaching.length);
  const late = completed(later, new Map(later.waiting.map(({ edit }) => [edit.id, undefined])), toNew)!;
  expect(late.waiting.map(({ edit }) => edit.id)).toEqual([later.waiting[1].edit.id]);
  expect(held(late.log.draft)).toEqual(held(applyChanges(later.draft, toNew)));
});

const says = (draft: Draft, reason: string) =>
  editOf("A", [
    {
      kind: "text",
      from: { title: draft.plan.title, reason: draft.reason },
      to: { title: draft.plan.title, reason },
    },
  ]);

test("what completes an edit and says something of the whole plan is no part of it where a later own edit says something else", () => {
  const begun = waitsFor(followed(start, 0), says(start, "a"));
  const later = waitsFor(begun, says(begun.draft, "b"));
  const [{ edit }] = later.waiting;
  const { changes } = says(later.draft, "c");
  expect(completed(later, new Map([[edit.id, undefined]]), changes)).toBeUndefined();
});

const happening = fc.tuple(fc.nat(15), fc.nat(2), deed, fc.nat(40));

test("whatever is slow, lost, out of order or sent twice, and whoever may draw, all come to what a plain fold of the log gives, and nobody's edit is lost unheard", () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 60 }), (happenings) => {
      const desk = new Desk();
      const all = ["A", "B", "C"].map((name) => new Author(name));
      for (const [what, who, does, back] of happenings) {
        const author = all[who];
        if (what < 4) author.make(changesOf(author.log.draft, does));
        else if (what === 4) {
          const own = desk.log.filter(({ edit, number }) => edit.by === author.name && number <= author.log.number);
          const last = own.at(-1 - (back % Math.max(1, own.length)));
          if (last) author.make(takenBack(author.log.draft, last.edit.changes).changes);
        } else if (what < 7) deliver(desk, author, all, back);
        else if (what < 9) hear(author, back);
        else if (what === 9) author.cut(desk);
        else if (what === 10) desk.giveRole(author.name);
        // Sent again over a new line while the old one still delivers.
        else if (what === 11) author.up.push(...author.finished.slice(0, back));
        else if (what < 14) author.begin(changesOf(author.log.draft, does));
        else author.finish(what === 14 ? changesOf(author.log.draft, does) : schooled(author.log.draft, back % 3));
      }
      for (const author of all) author.finish();
      for (const author of all) author.cut(desk);
      for (const author of all) while (author.up.length > 0) deliver(desk, author, all);
      for (const author of all) deliver(desk, author, all);
      for (const author of all) while (author.down.length > 0) hear(author);
      const plain = held(
        fold(
          start,
          desk.log.map(({ edit }) => edit),
        ),
      );
      expect(held(desk.draft)).toEqual(plain);
      const numbered = desk.log.map(({ edit: { id } }) => id);
      for (const { log, made: own, heardNone, wholes } of all) {
        expect(wholes.map(([one]) => held(one))).toEqual(wholes.map(([, two]) => held(two)));
        expect(log.waiting).toEqual([]);
        expect(held(log.draft)).toEqual(plain);
        // A second copy of one that was refused may still be taken, once its author may draw again.
        expect(own.filter((id) => !numbered.includes(id) && !heardNone.has(id))).toEqual([]);
      }
      let draft = start;
      for (const { edit } of desk.log) {
        expect(checkChanges(draft, edit.changes)).toEqual([]);
        draft = applyChanges(draft, edit.changes);
      }
      expect(new Set(numbered).size).toBe(numbered.length);
    }),
    { numRuns: Number(process.env["ROOM_RUNS"] ?? 300) },
  );
});

test("of hundreds of own strokes that get their numbers none is restated for the others, unless somebody else's came between", () => {
  let log = followed(start, 0);
  for (let i = 0; i < 300; i++) {
    const unit = i % 9;
    const { changes } = assignPairs(log.draft, [3 * unit, 3 * unit + 1], Math.floor(i / 9) % 3);
    if (changes.length > 0) log = waitsFor(log, editOf("A", changes));
  }
  expect(log.waiting.length).toBeGreaterThan(200);
  const [first, second, ...rest] = log.waiting.map(({ edit }, i) => ({ number: i + 1, edit: structuredClone(edit) }));
  const next = hears(hears(log, [first]), [second]);
  expect(next.draft).toBe(log.draft);
  expect(next.waiting.length).toBe(rest.length);
  expect(held(hears(next, rest).agreed)).toEqual(held(log.draft));
  const others = editOf("B", assignPairs(next.agreed, [0, 1, 2], 2).changes);
  const between = hears(next, [{ number: 3, edit: others }]);
  expect(held(between.draft)).toEqual(held(followed(between.agreed, 3, between.waiting).draft));
});

const both = (one: Edit["changes"], other: Edit["changes"]): Draft => {
  const first = taken(start, editOf("A", one));
  const then = first.kind === "taken" ? taken(first.draft, editOf("B", other), start) : first;
  if (then.kind !== "taken") throw new Error(then.kind);
  return then.draft;
};

test("two hands at one school at once: the places that one gives the youngest and those that the other gives the oldest both hold", () => {
  const [was, now, then] = [start.capacity[0], start.capacity[0].with(0, 7), start.capacity[0].with(2, 9)];
  const draft = both(setCapacity(start, 0, now), setCapacity(start, 0, then));
  expect(draft.capacity[0]).toEqual([7, was[1], 9]);
});

test("two schools placed at once are two, and the pupils sent to each are there", () => {
  const at = { lon: 9.5, lat: 55.9, teaches: 7, capacity: [90, 90, 90], district: start.plan.districts[0].id };
  const placed = (name: string, unit: number) => {
    const { changes, site } = placeSite(start, { name, mark: `hand${unit}`, ...at });
    const draft = applyChanges(start, changes);
    return [...changes, ...assignPairs(draft, [unit * BAND_COUNT], site).changes];
  };
  const first = start.municipality.sites.length;
  for (const names of [
    ["Nord", "Syd"],
    ["Ny skole", "Ny skole"],
  ]) {
    const draft = both(placed(names[0], 0), placed(names[1], 1));
    expect(draft.newSites.map(({ name }) => name)).toEqual(names);
    expect([0, 1].map((unit) => draft.plan.assignment[unit * BAND_COUNT])).toEqual([first, first + 1]);
  }
});

test("two sums of one name that are assumed at once are two", () => {
  const taxis = [1, 2].map((kroner): Assumption => ({ kind: "cost", name: "Taxa", kroner, per: "year" }));
  const draft = both(assume(start, taxis[0], { mark: "a" }), assume(start, taxis[1], { mark: "b" }));
  expect([...draft.assumptions.values()]).toEqual(taxis);
});

test("taking back one's own leaves what others have changed since, and says how much that is", () => {
  const [there, elsewhere] = [1, 2];
  const pairs = [0, 1, 2, 3].map((unit) => unit * BAND_COUNT).filter((pair) => start.plan.assignment[pair] !== there);
  const own = assignPairs(start, pairs, there).changes;
  const after = applyChanges(start, own);
  const others = applyChanges(after, assignPairs(after, [pairs[0]], elsewhere).changes);
  const { changes, back, of } = takenBack(others, own);
  expect([back, of]).toEqual([pairs.length - 1, pairs.length]);
  const last = applyChanges(others, changes).plan.assignment;
  expect(pairs.map((pair) => last[pair])).toEqual([
    elsewhere,
    ...pairs.slice(1).map((pair) => start.plan.assignment[pair]),
  ]);
});

test("the first of two new schools that was moved goes back to where it was", () => {
  const at = { name: "Skole", teaches: 7, capacity: [90, 90, 90], district: start.plan.districts[0].id };
  const place = (draft: Draft, lat: number) => applyChanges(draft, placeSite(draft, { ...at, lon: 9.5, lat }).changes);
  const placed = place(place(start, 55.9), 55.91);
  const moved = changeNewSite(placed, start.municipality.sites.length, { lon: 9.5, lat: 55.92 });
  const after = applyChanges(placed, moved);
  expect(after.newSites.map(({ lat }) => lat)).toEqual([55.92, 55.91]);
  expect(held(applyChanges(after, takenBack(after, moved).changes))).toEqual(held(placed));
});

test("alone, what is taken back is as it was", () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 12 }), (deeds) => {
      const { drafts, edits } = perform(start, deeds, isClean);
      edits.forEach((changes, i) =>
        expect(held(applyChanges(drafts[i + 1], takenBack(drafts[i + 1], changes).changes))).toEqual(held(drafts[i])),
      );
    }),
    { numRuns: Number(process.env["ROOM_RUNS"] ?? 100) },
  );
});
