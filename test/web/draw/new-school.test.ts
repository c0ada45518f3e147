import { BANDS, BAND_COUNT, GRADES } from "../../cases/folkeskole.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  assignPairs,
  checkChanges,
  type Draft,
  freeName,
  hasBand,
  holdsIn,
  invert,
  NO_SITE,
  openCase,
  parseGradeRange,
  placeSite,
  setLock,
  siteName,
  siteState,
  startDraft,
  takeAwaySite,
  unitWaysTo,
} from "../../../src/index.ts";
import { districtAt, nearestPairs } from "../../../web/draw/new-school.ts";
import { planWalk } from "../../../web/state/plan-sites.ts";
import { draftedPlan } from "../../../web/state/plans.ts";
import { tinyCase, tinyPosition } from "../../cases/tiny.ts";

const { basis } = openCase(tinyCase()).value!;
const { municipality, travel, unitBand } = basis;
const start = startDraft(municipality, basis.baseline);
const first = municipality.sites.length;
const DISTRICT = basis.baseline.districts[0].id;

interface Asked {
  readonly at: readonly [east: number, north: number];
  readonly places: number | undefined;
  readonly locked: readonly number[];
}

const asked: fc.Arbitrary<Asked> = fc.record({
  at: fc.tuple(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -3000, max: 3000 })),
  places: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  locked: fc.array(fc.nat(start.plan.assignment.length - 1), { maxLength: 30 }),
});

function placed(draft: Draft, name: string, { at, places, locked }: Asked) {
  const spot = tinyPosition(...at);
  const state = { teaches: parseGradeRange(GRADES, "0-9")!, capacity: BANDS.map(() => places), district: DISTRICT };
  const { changes, site } = placeSite(draft, { name, ...spot, ...state });
  const there = applyChanges(draft, changes);
  return {
    draft: applyChanges(there, setLock(there, { pairs: Uint32Array.from(locked).toSorted() }, true)),
    site,
    spot,
  };
}

const walkOf = (draft: Draft) => {
  const columns = new Map(
    draft.newSites.map(({ lon, lat }) => [`${lon} ${lat}`, unitWaysTo(municipality, travel, { lon, lat })]),
  );
  return planWalk({ units: { ...municipality.units, unitBand, unitWalk: travel.unitWalk }, sites: municipality.sites } as never, columns, draftedPlan(draft)); // prettier-ignore
};

describe("the pupils who have the shortest way to a school", () => {
  test("are those nearer to it than to any other, the nearest first, as many as it has places for, and none that is locked", () => {
    fc.assert(
      fc.property(asked, (wish) => {
        const { draft, site } = placed(start, "Ny", wish);
        const walk = walkOf(draft);
        const found = nearestPairs(draft, walk, unitBand, site);
        const hold = holdsIn(draft);
        const { assignment, teaching } = draft.plan;
        for (const { band } of BANDS) {
          const own = found.filter((pair) => pair % BAND_COUNT === band);
          const wished = [...assignment.keys()].filter((pair) => {
            const unit = Math.floor(pair / BAND_COUNT);
            const others = [...teaching.keys()].filter((other) => other !== site && hasBand(teaching[other], band));
            const lives = unitBand[pair] > 0 || assignment[pair] !== NO_SITE;
            const isNearest = walk(unit, site)! < Math.min(...others.map((other) => walk(unit, other)!));
            return pair % BAND_COUNT === band && lives && isNearest && hold(pair) === undefined;
          });
          const pupils = own.reduce((sum, pair) => sum + unitBand[pair], 0);
          expect(pupils).toBeLessThanOrEqual(wish.places ?? Infinity);
          expect(own.every((pair) => wished.includes(pair))).toBe(true);
          const way = (pair: number): number => walk(Math.floor(pair / BAND_COUNT), site)!;
          // Whoever is left is no nearer than those who come, and the next of them would not have room.
          const left = wished.filter((pair) => !own.includes(pair)).toSorted((a, b) => way(a) - way(b) || a - b);
          if (left.length > 0) expect(pupils + unitBand[left[0]]).toBeGreaterThan(wish.places ?? Infinity);
          if (left.length > 0 && own.length > 0) expect(way(left[0])).toBeGreaterThanOrEqual(way(own.at(-1)!));
        }
        expect(checkChanges(draft, assignPairs(draft, found, site).changes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("are nobody while the ways are not known", () => {
    const { draft, site } = placed(start, "Ny", { at: [0, 0], places: undefined, locked: [] });
    const walk = planWalk({ units: { unitWalk: travel.unitWalk }, sites: municipality.sites } as never, new Map(), draftedPlan(draft)); // prettier-ignore
    expect(nearestPairs(draft, walk, unitBand, site)).toEqual([]);
  });
});

/** By name, so that numbers may differ. */
const told = (draft: Draft) => ({
  sites: [...draft.plan.teaching.keys()].map((site) => [siteName(draft, site), siteState(draft, site)]),
  goes: [...draft.plan.assignment].map((site) => (site === NO_SITE ? undefined : siteName(draft, site))),
  locked: [...draft.locks.sites].map((site) => siteName(draft, site)).toSorted(),
});

test("any new school is taken away as if it had never been, its pupils without one, and comes back whole", () => {
  const wish: Asked = { at: [0, 0], places: 20, locked: [] };
  let draft = start;
  for (const [i, name] of ["A", "B", "C"].entries()) {
    const made = placed(draft, name, { ...wish, at: [100 * i, 500 * i] });
    const pairs = [...made.draft.plan.assignment.keys()].filter((pair) => pair % 7 === i);
    draft = applyChanges(made.draft, assignPairs(made.draft, pairs, made.site).changes);
  }
  draft = applyChanges(draft, setLock(draft, { site: first + 2 }, true));
  const unlocked = applyChanges(draft, setLock(draft, { site: first + 2 }, false));
  for (const site of [first, first + 1, first + 2]) {
    const name = siteName(unlocked, site);
    const changes = takeAwaySite(unlocked, site);
    expect(checkChanges(unlocked, changes)).toEqual([]);
    const after = applyChanges(unlocked, changes);
    const before = told(unlocked);
    expect(told(after)).toEqual({
      ...before,
      sites: before.sites.filter(([each]) => each !== name),
      goes: before.goes.map((each) => (each === name ? undefined : each)),
    });
    expect(told(applyChanges(after, invert(changes)))).toEqual(before);
  }
  // A lock is not got around, and a school of the case is not taken away.
  expect(checkChanges(draft, takeAwaySite(draft, first + 2))).not.toEqual([]);
  expect([takeAwaySite(draft, 0), takeAwaySite(draft, first + 3)]).toEqual([[], []]);
});

test("a new school is in the district that its place lies in, and has a name of its own", () => {
  const pair = start.plan.assignment.findIndex((site) => site !== NO_SITE);
  const unit = Math.floor(pair / BAND_COUNT);
  const district = districtAt(start, unit);
  const site = start.plan.assignment[unit * BAND_COUNT];
  expect(start.plan.districts.find(({ id }) => id === district)?.sites).toContain(site);
  expect(freeName("Ny skole", ["Ny skole", "Ny skole 2"])).toBe("Ny skole 3");
  expect(freeName("Ny skole", [])).toBe("Ny skole");
});
