import { BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Band, hasBand } from "../../src/domain/grades.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { bestOpen } from "../../src/edit/best-open.ts";
import { checkChanges } from "../../src/edit/check.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { conflictKey, type JoinChoices, type Whose } from "../../src/edit/join-conflict.ts";
import { joined } from "../../src/edit/joined.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { assignPairs, closeSite, moveSite, setCapacity } from "../../src/edit/tools.ts";
import { deed, held, perform, lattice, start } from "./random.ts";

const isClean = (draft: Draft, changes: Parameters<typeof checkChanges>[1]) =>
  checkChanges(draft, changes).length === 0;
const drawn = (...deeds: Parameters<typeof perform>[1]) => perform(start, deeds, isClean).drafts.at(-1) ?? start;
const { adjacency } = lattice.basis.municipality.units;
const joinedOf = (one: Draft, other: Draft, pupils: ArrayLike<number>, choices?: JoinChoices) =>
  joined(start, one, other, { pupils, adjacency }, choices);
const pupilsOf = (seed: number) =>
  Array.from({ length: start.plan.assignment.length }, (_, pair) => (pair * 7 + seed) % 5);
const bands = Array.from({ length: BAND_COUNT }, (_, band) => band);

/** Schools are known by their ids: the same one may have another number in each plan. */
const idOf = (draft: Draft, site: number): string | undefined =>
  site === NO_SITE
    ? undefined
    : (draft.municipality.sites[site] ?? draft.newSites[site - draft.municipality.sites.length]).id;
const idsOf = (draft: Draft) => draft.plan.teaching.map((_, site) => idOf(draft, site) ?? "");
const isOpenIn = (draft: Draft, id: string, band: Band) => {
  const site = idsOf(draft).indexOf(id);
  return site >= 0 && hasBand(draft.plan.teaching[site], band);
};

/** What a plan keeps of two others, by the definition: pupils whose school one of them wishes, and changed schools by their pupils. */
function keptOf(
  plan: Draft,
  one: Draft,
  other: Draft,
  pupils: readonly number[],
  isOpen: (id: string, band: Band) => boolean,
) {
  let kept = 0;
  start.plan.assignment.forEach((before, pair) => {
    const band = pair % BAND_COUNT;
    const [was, first, second] = [
      idOf(start, before),
      idOf(one, one.plan.assignment[pair]),
      idOf(other, other.plan.assignment[pair]),
    ];
    const moved = [first, second].filter((id) => id !== was);
    const wished = (moved.length > 0 ? moved : [was]).filter((id) => id !== undefined);
    if (wished.some((id) => isOpen(id, band))) kept += pupils[pair];
  });
  for (const band of bands)
    for (const id of idsOf(plan)) {
      const [was, first, second] = [start, one, other].map((each) => isOpenIn(each, id, band));
      if (first === second) continue;
      const at = (each: Draft) =>
        each.plan.assignment.reduce(
          (sum, site, pair) => sum + (pair % BAND_COUNT === band && idOf(each, site) === id ? pupils[pair] : 0),
          0,
        );
      if (isOpen(id, band) !== was) kept += was ? at(start) : Math.max(at(one), at(other));
    }
  return kept;
}

test("the joined plan keeps as much of both as the best of all ways to open the schools that differ, on 200 pairs; it may be drawn, and both stay as they are", () => {
  let differed = 0;
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 8 }), fc.nat(4), (a, b, seed) => {
      const [one, other, pupils] = [drawn(...a), drawn(...b), pupilsOf(seed)];
      const before = [held(one), held(other)];
      const { draft, changes, isProven } = joinedOf(one, other, pupils);
      expect(isProven).toBe(true);
      expect(checkChanges(one, changes)).toEqual([]);
      expect([held(one), held(other)]).toEqual(before);
      expect(held(applyChanges(one, changes))).toEqual(held(draft));
      for (const [pair, site] of draft.plan.assignment.entries())
        if (site !== NO_SITE) expect(hasBand(draft.plan.teaching[site], pair % BAND_COUNT)).toBe(true);
      const differing = bands.flatMap((band) =>
        idsOf(draft)
          .filter((id) => isOpenIn(one, id, band) !== isOpenIn(other, id, band))
          .map((id) => ({ id, band })),
      );
      if (differing.length > 12) return;
      differed += Number(differing.length > 0);
      const has = keptOf(draft, one, other, pupils, (id, band) => isOpenIn(draft, id, band));
      for (let way = 0; way < 2 ** differing.length; way++) {
        const isOpen = (id: string, band: Band): boolean => {
          const at = differing.findIndex((each) => each.id === id && each.band === band);
          return at < 0 ? isOpenIn(one, id, band) : Boolean(way & (1 << at));
        };
        expect(keptOf(draft, one, other, pupils, isOpen)).toBeLessThanOrEqual(has);
      }
    }),
    { numRuns: Number(process.env["JOIN_RUNS"] ?? 200) },
  );
  expect(differed).toBeGreaterThan(50);
});

const pairsOf = (site: number) => [...start.plan.assignment.keys()].filter((p) => start.plan.assignment[p] === site);

/** Closes a school and sends its areas to another, but some elsewhere, each by itself. */
const closed = (site: number, to: number, ...others: readonly (readonly [number, number])[]) => {
  const shut = applyChanges(start, closeSite(start, site));
  const rest = pairsOf(site).filter((pair) => others.every(([own]) => own !== pair));
  const moved = applyChanges(shut, assignPairs(shut, rest, to).changes);
  return others.reduce((draft, [pair, own]) => applyChanges(draft, assignPairs(draft, [pair], own).changes), moved);
};

test("an area where nobody lives, whose school either closes, goes with its neighbours; what one left without a school stays so", () => {
  const { count } = start.municipality.units;
  const [a, b, c] = [0, 1, 2];
  const inside = (unit: number) =>
    [...adjacency.target.subarray(adjacency.start[unit], adjacency.start[unit + 1])].every(
      (beside) => start.plan.assignment[beside * BAND_COUNT] === a,
    );
  const empty = [...Array(count).keys()].filter(
    (unit) => start.plan.assignment[unit * BAND_COUNT] === a && inside(unit),
  );
  const [area] = empty.slice(-1).map((unit) => unit * BAND_COUNT);
  const pupils = pupilsOf(3).map((some, pair) => (pair === area ? 0 : some + 1));
  const other = closed(b, c);
  const of = (one: Draft) => joinedOf(one, other, pupils).draft.plan.assignment[area];
  expect(of(closed(a, c, [area, b]))).toBe(c);
  // Where somebody lives it is a problem of the plan, which says it.
  const lived = pupils.map((some, pair) => (pair === area ? 1 : some));
  expect(joinedOf(closed(a, c, [area, b]), other, lived).draft.plan.assignment[area]).toBe(NO_SITE);
  expect(of(closed(a, c, [area, NO_SITE]))).toBe(NO_SITE);
});

test("a proposal joined with itself, or with what it began from, is itself", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
      const one = drawn(...deeds);
      for (const other of [one, start]) {
        const { draft, conflicts } = joinedOf(one, other, pupilsOf(1));
        expect(conflicts).toEqual([]);
        for (const [pair, site] of one.plan.assignment.entries())
          if (hasBand(one.plan.teaching[site] ?? 0, pair % BAND_COUNT)) expect(draft.plan.assignment[pair]).toBe(site);
        expect(draft.plan.teaching).toEqual(one.plan.teaching);
        expect(draft.capacity).toEqual(one.capacity);
      }
    }),
    { numRuns: 60 },
  );
});

const at = (unit: number, band: Band) => unit * BAND_COUNT + band;

test("one closes a school, the other gives it places and sends one area there: the school's pupils weigh more, and that it collides is said", () => {
  const [site, elsewhere] = [start.plan.assignment[at(0, 0)], start.plan.assignment[at(0, 0)] === 0 ? 1 : 0];
  const own = [...start.plan.assignment.keys()].filter((pair) => start.plan.assignment[pair] === site);
  const left = applyChanges(start, assignPairs(start, own, elsewhere).changes);
  const closing = applyChanges(left, closeSite(left, site));
  const mover = [...start.plan.assignment.keys()].find((pair) => start.plan.assignment[pair] === elsewhere) ?? 0;
  const sending = applyChanges(start, assignPairs(start, [mover], site).changes);
  const pupils = start.plan.assignment.length;
  const even = Array.from({ length: pupils }, () => 10);
  const { draft, conflicts } = joinedOf(sending, closing, even);
  expect(draft.plan.teaching[site]).toBe(0);
  expect(conflicts).toContainEqual({
    kind: "school",
    site: start.municipality.sites[site].id,
    band: mover % BAND_COUNT,
    keeps: "second",
    isOpen: false,
  });
  expect(draft.plan.assignment[mover]).toBe(elsewhere);
  // The other way round: nobody goes to the school in that band but those who are sent there.
  const few = even.map((count, pair) => (own.includes(pair) ? 0 : count));
  expect(joinedOf(sending, closing, few).draft.plan.assignment[mover]).toBe(site);
});

test("what one alone did is done: places of one, the district of another", () => {
  const places = applyChanges(start, setCapacity(start, 0, [9, 9, 9]));
  const to = start.plan.districts.at(-1)?.id;
  const moved = applyChanges(start, moveSite(start, 0, to));
  const { draft, conflicts } = joinedOf(places, moved, pupilsOf(0));
  expect(conflicts).toEqual([]);
  expect(draft.capacity[0]).toEqual([9, 9, 9]);
  expect(draft.plan.districts.find(({ id }) => id === to)?.sites).toContain(0);
  const others = applyChanges(start, setCapacity(start, 0, [5, 9, 9]));
  expect(joinedOf(places, others, pupilsOf(0)).conflicts).toEqual([
    { kind: "places", site: start.municipality.sites[0].id, keeps: "first" },
  ]);
});

test("what is chosen of a conflict is kept, whatever keeps most, in a plan that may be drawn all the same", () => {
  fc.assert(
    fc.property(
      fc.array(deed, { maxLength: 8 }),
      fc.array(deed, { maxLength: 8 }),
      fc.nat(),
      fc.constantFrom<Whose>("first", "second"),
      (first, second, nth, whose) => {
        const [one, other] = [drawn(...first), drawn(...second)];
        const asItIs = joinedOf(one, other, pupilsOf(2));
        const chosen = asItIs.conflicts[nth % asItIs.conflicts.length];
        fc.pre(chosen !== undefined);
        const key = conflictKey(chosen);
        const { changes, draft, conflicts } = joinedOf(one, other, pupilsOf(2), new Map([[key, whose]]));
        expect(isClean(one, changes)).toBe(true);
        const now = conflicts.filter((each) => conflictKey(each) === key);
        // A name that another district has is nobody's to choose; areas go where the school that was chosen is closed.
        if (chosen.kind !== "name" && chosen.kind !== "areas") expect(now.map(({ keeps }) => keeps)).toEqual([whose]);
        if (chosen.kind === "school")
          expect(isOpenIn(draft, chosen.site, chosen.band)).toBe(
            isOpenIn(whose === "first" ? one : other, chosen.site, chosen.band),
          );
      },
    ),
    { numRuns: 60 },
  );
});

test("of areas that both move those go as in the second where that is chosen", () => {
  const [pair] = start.plan.assignment.keys();
  const [a, b] = start.plan.teaching.flatMap((_, site) => (site === start.plan.assignment[pair] ? [] : [site]));
  const [one, other] = [a, b].map((site) => applyChanges(start, assignPairs(start, [pair], site).changes));
  const of = (choices?: JoinChoices) => joinedOf(one, other, pupilsOf(1), choices).draft.plan.assignment[pair];
  expect([of(), of(new Map([["areas 0", "second"]]))]).toEqual([a, b]);
});

test("either of two schools is enough for pupils whom both would move: the dearer closing is kept", () => {
  const said = [
    { first: true, second: false, start: true, weight: 30 },
    { first: false, second: true, start: true, weight: 20 },
  ];
  expect(bestOpen(said, [{ sites: [0, 1], pupils: 25 }])).toEqual({ isOpen: [false, true], isProven: true });
  expect(bestOpen(said, [{ sites: [0, 1], pupils: 10 }])).toEqual({ isOpen: [false, false], isProven: true });
});
