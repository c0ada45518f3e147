import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hasBand } from "../../src/domain/grades.ts";
import { districtOfSite, NO_SITE } from "../../src/domain/plan.ts";
import { type Change, invert } from "../../src/edit/change.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { compose } from "../../src/edit/compose.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { holdsIn } from "../../src/edit/locked.ts";
import { applyChanges, fold } from "../../src/edit/log.ts";
import { closeSite } from "../../src/edit/tools.ts";
import { changesOf, type Deed, deed, held, perform, start } from "./random.ts";

const RUNS = { numRuns: 300 };
const deeds = fc.array(deed, { minLength: 1, maxLength: 25 });
const isClean = (draft: Draft, changes: readonly Change[]) => checkChanges(draft, changes).length === 0;
const performed = (all: readonly Deed[]) => perform(start, all, isClean);
const joined = (edits: readonly (readonly Change[])[]) => edits.reduce(compose, []);

test("made and then undone, nothing has changed", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { drafts, edits } = performed(all);
      edits.forEach((changes, i) =>
        expect(held(applyChanges(drafts[i + 1], invert(changes)))).toEqual(held(drafts[i])),
      );
      expect(held(applyChanges(drafts.at(-1)!, edits.toReversed().flatMap(invert)))).toEqual(held(start));
    }),
    RUNS,
  );
});

test("what was just made may be undone, unless it was locked since", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { drafts, edits } = performed(all);
      edits.forEach((changes, i) => {
        expect(checkChanges(drafts[i + 1], invert(changes)).map(({ code }) => code)).toEqual([]);
      });
    }),
    RUNS,
  );
});

test("many edits put together are one that does the same, however they are put together", () => {
  fc.assert(
    fc.property(deeds, fc.nat(), fc.nat(), (all, x, y) => {
      const { drafts, edits } = performed(all);
      const last = drafts.at(-1)!;
      const whole = joined(edits);
      expect(held(applyChanges(start, whole))).toEqual(held(last));
      expect(held(applyChanges(last, invert(whole)))).toEqual(held(start));
      const [i, j] = [x % (edits.length + 1), y % (edits.length + 1)].toSorted((a, b) => a - b);
      const [a, b, c] = [edits.slice(0, i), edits.slice(i, j), edits.slice(j)].map(joined);
      expect(compose(compose(a, b), c)).toEqual(compose(a, compose(b, c)));
      expect(compose(whole, invert(whole))).toEqual([]);
    }),
    RUNS,
  );
});

test("a log folded at once is its edits made one by one", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { drafts, edits } = performed(all);
      const log = edits.map((changes, i) => ({ id: String(i), by: "A", at: "2026-01-01T00:00:00Z", changes }));
      expect(held(fold(start, log))).toEqual(held(drafts.at(-1)!));
    }),
    RUNS,
  );
});

test("nothing locked moves by an edit that may be made and does not unlock it", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { drafts, edits } = performed(all);
      edits.forEach((changes, i) => {
        if (changes.some(({ kind }) => kind === "lock")) return;
        const [before, after] = [drafts[i], drafts[i + 1]];
        const hold = holdsIn(before);
        const moved = [...before.plan.assignment.keys()].filter(
          (pair) => before.plan.assignment[pair] !== after.plan.assignment[pair],
        );
        expect(moved.filter(hold)).toEqual([]);
      });
    }),
    RUNS,
  );
});

test("whatever may be made leaves a plan in which all is in order", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { plan, capacity, newSites, municipality } = performed(all).drafts.at(-1)!;
      const sites = municipality.sites.length + newSites.length;
      expect([plan.teaching.length, capacity.length]).toEqual([sites, sites]);
      expect(plan.districts.every((district) => district.sites.length > 0)).toBe(true);
      const members = plan.districts.flatMap((district) => district.sites);
      expect(new Set(members).size).toBe(members.length);
      expect(districtOfSite(plan).length).toBe(sites);
      plan.assignment.forEach((site, pair) => {
        if (site !== start.plan.assignment[pair] && site !== NO_SITE)
          expect(hasBand(plan.teaching[site], BANDS[pair % BAND_COUNT].band)).toBe(true);
      });
    }),
    RUNS,
  );
});

test("a school that closes keeps nobody", () => {
  fc.assert(
    fc.property(deeds, fc.nat(), (all, chosen) => {
      const draft = performed(all).drafts.at(-1)!;
      const site = chosen % draft.plan.teaching.length;
      const changes = closeSite(draft, site);
      fc.pre(isClean(draft, changes));
      expect(applyChanges(draft, changes).plan.assignment.includes(site)).toBe(false);
    }),
    RUNS,
  );
});

test("of two edits of the same draft, the second is refused where the first took away what it begins from", () => {
  fc.assert(
    fc.property(deeds, deed, deed, (all, mine, other) => {
      const draft = performed(all).drafts.at(-1)!;
      const [a, b] = [changesOf(draft, mine), changesOf(draft, other)];
      fc.pre(isClean(draft, a) && isClean(draft, b));
      const after = applyChanges(draft, b);
      fc.pre(isClean(after, a));
      // What is still allowed takes back nothing of the other's when it is undone.
      expect(held(applyChanges(applyChanges(after, a), invert(a)))).toEqual(held(after));
    }),
    RUNS,
  );
});
