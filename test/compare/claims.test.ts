import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import {
  type Claim,
  claimedRange,
  figuresUnder,
  placesIfClaimed,
  type PricedPlan,
  savedIfClaimed,
  turningPoint,
  withClaim,
} from "../../src/compare/claims.ts";
import { type Consolidation, planOf, totalsOf } from "../../src/compare/groupings.ts";
import { repriceGroupings } from "../../src/compare/reprice.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { driversOf, evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { evaluateToday, withSites } from "../../src/evaluate/scenario.ts";
import { FARE } from "../cases/assumed.ts";
import { drivers, schools } from "../cases/drivers.ts";
import { listedPlans } from "../cases/listed.ts";
import { openedCase } from "../cases/opened.ts";

const { basis: whole } = openedCase("holbaek");
/** Few draws say the same of what is tested here, many times as fast. */
const basis: Basis = { ...whole, draws: { draws: 40, seed: 1 } };
let list: Consolidation;
beforeAll(async () => {
  list = repriceGroupings(basis, await listedPlans("nearest"));
});

const priced = (grouping: number, on = basis): PricedPlan => ({
  basis: on,
  drivers: driversOf(on, planOf(on, list, grouping))!,
});
/** From the plan that saves most to the one that saves least. */
const inOrder = (): readonly number[] => {
  const all = list.values.get("saving")!;
  return Array.from(all, (_, plan) => plan).toSorted((a, b) => all[b] - all[a]);
};
const DECISION = 77;
const { travelCard, realisation, hourValue } = basis.costs;

test("a claimed figure is as unsure in proportion as the one it stands in place of, and no share is above the whole", () => {
  const { low, mid, high } = travelCard;
  expect(claimedRange(travelCard, 2 * mid)).toEqual({ low: 2 * low, mid: 2 * mid, high: 2 * high });
  expect(claimedRange(realisation, 0.9)).toMatchObject({ mid: 0.9, high: 1 });
  // Nobody has priced an hour: whoever does is taken at their word.
  expect(claimedRange(hourValue, 120)).toEqual({ low: 120, mid: 120, high: 120 });
});

test("what a plan saves if a claim holds is what it is measured to save at that price, and the list is as it would be", () => {
  const claim: Claim = { item: "ownOrganisation", value: 3_000_000 };
  const at = { ...basis, costs: withClaim(basis.costs, claim) };
  const plan = planOf(basis, list, DECISION);
  const saved = savedIfClaimed(priced(DECISION), claim);
  expect(saved.before).toEqual(evaluatePlan(basis, plan).totals.money!.counted);
  expect(saved.after).toEqual(evaluatePlan(at, plan).totals.money!.counted);
  const places = placesIfClaimed(basis, list, saved, claim);
  const placeIn = ({ values }: Consolidation): number => {
    const all = [...values.get("saving")!];
    return 1 + all.filter((value) => value > all[DECISION]).length;
  };
  expect(places).toMatchObject({ before: placeIn(list), after: placeIn(repriceGroupings(at, list)), of: list.count });
  const all = [...list.values.get("saving")!];
  const more = all.filter((value) => value > all[DECISION]);
  expect(all[places.next!]).toBe(Math.min(...more));
  // The case's own price, claimed, changes nothing.
  const same: Claim = { item: "travelCard", value: travelCard.mid };
  expect(savedIfClaimed(priced(DECISION), same)).toEqual({ before: saved.before, after: saved.before });
});

test("the first of the list is held against the second, and a plan of no list is placed among the listed", () => {
  const all = [...list.values.get("saving")!];
  const order = inOrder();
  const first = savedIfClaimed(priced(order[0]), FARE);
  expect(placesIfClaimed(basis, list, first, FARE)).toMatchObject({
    before: 1,
    next: order.find((plan) => all[plan] < all[order[0]]),
  });
  const today = { before: { low: 0, mid: 0, high: 0 }, after: { low: 0, mid: 0, high: 0 } };
  const places = placesIfClaimed(basis, list, today, FARE);
  expect(places.before).toBe(1 + all.filter((value) => value > 0).length);
});

/** Plans that save in different ways, so that there is often a figure at which one overtakes another. */
const anyPlan: fc.Arbitrary<PricedPlan> = fc
  .record({
    fewer: fc.integer({ min: 0, max: 4 }),
    sites: fc.integer({ min: 14, max: 18 }),
    rights: fc.integer({ min: 600, max: 1400 }),
    overflow: fc.nat(60),
    closed: fc.nat(300),
  })
  .map(({ fewer, sites, rights, overflow, closed }) => ({
    basis: { ...basis, today: drivers() },
    drivers: drivers({
      schools: schools(8 - fewer, sites),
      housedSmall: 500 - 60 * (18 - sites),
      transportRights: rights,
      overflow,
      siteClosed: closed,
    }),
  }));

test("on either side of its turning point the order of two plans is another, as they are reckoned there; where there is none it is one throughout", () => {
  const turns = { found: 0, none: 0 };
  const items = fc.constantFrom("realisation", "ownOrganisation", "travelCard", "withoutPublicBus", "leaveWhenClosed");
  fc.assert(
    fc.property(anyPlan, anyPlan, items, (one, other, item) => {
      const claim: Claim = { item, value: basis.costs[item].mid };
      const { at, least, most, leads } = turningPoint(one, other, claim);
      const order = (value: number): number => {
        const [a, b] = [one, other].map((plan) => savedIfClaimed(plan, { item, value }).after.mid);
        return Math.sign(a - b);
      };
      expect(leads).toBe({ 1: "plan", 0: "neither", [-1]: "other" }[order(claim.value)]);
      if (at === undefined) {
        turns.none++;
        const seen = [0, 0.3, 0.7, 1].map((share) => order(least + share * (most - least)));
        expect(new Set(seen.filter((sign) => sign !== 0)).size).toBeLessThanOrEqual(1);
        return;
      }
      turns.found++;
      const step = (most - least) / 200;
      expect(at).toBeGreaterThanOrEqual(least);
      expect(at).toBeLessThanOrEqual(most);
      expect(order(at - step) * order(at + step)).toBe(-1);
    }),
    { numRuns: 30, seed: 11 },
  );
  expect(turns.found).toBeGreaterThan(5);
  expect(turns.none).toBeGreaterThan(5);
});

test("two plans of the list change places where their turning point is", () => {
  const places = inOrder();
  const pairs = Array.from({ length: 40 }, (_, i) => [places[4 * i], places[4 * i + 1]] as const);
  const claim: Claim = { item: "taxi", value: basis.costs.taxi.mid };
  for (const [a, b] of pairs) {
    const { at } = turningPoint(priced(a), priced(b), claim);
    if (at === undefined) continue;
    const savedAt = (value: number) =>
      [a, b].map((plan) => {
        const costs = withClaim(basis.costs, { item: "taxi", value });
        return totalsOf({ ...basis, costs }, list, plan).money!.counted.mid;
      });
    const [below, above] = [savedAt(0.95 * at), savedAt(1.05 * at)];
    expect((below[0] - below[1]) * (above[0] - above[1])).toBeLessThan(0);
    return;
  }
  expect.unreachable("no two plans change places");
});

test("a figure is followed no farther than it may reasonably be: not through zero, no share beyond the whole, and as far as is claimed", () => {
  const [one, other] = [priced(3), priced(90)];
  const limits = (claim: Claim) => {
    const { least, most } = turningPoint(one, other, claim);
    return { least, most };
  };
  expect(limits({ item: "realisation", value: 0.4 })).toMatchObject({ least: 0, most: 1 });
  expect(limits({ item: "hourValue", value: 150 })).toEqual({ least: 0, most: 300 });
  expect(limits({ item: "walkSpeed", value: 4 }).least).toBeGreaterThan(0);
});

test("the figures that a saving rests on are those that move it, most first; today's plan rests on none", () => {
  const under = figuresUnder(priced(DECISION));
  const swings = under.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
  expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  expect(under.map(({ key }) => key)).toEqual(expect.arrayContaining(["realisation", "ownOrganisation", "pupils"]));
  expect(under.map(({ key }) => key)).not.toContain("moving");
  expect(figuresUnder({ basis, drivers: basis.today })).toEqual([]);
});

test("two proposals are each reckoned on their own ground, and a claim kept in one makes it no other ground", () => {
  const capacity = basis.municipality.sites.map((site) => site.capacity);
  const taxi = { kind: "cost", name: "Taxa", kroner: 400_000, per: "year" } as const;
  const ground = withSites(basis, { capacity, newSites: [], assumptions: new Map([["a", taxi]]) });
  expect(withSites(basis, { capacity, newSites: [], assumptions: new Map([["b", FARE]]) })).toBe(basis);
  const [own, plain] = [priced(DECISION, ground), priced(DECISION)];
  const [with_, without] = [own, plain].map((plan) => savedIfClaimed(plan, FARE).after.mid);
  expect(with_).toBe(without - 400_000);
  expect(turningPoint(own, plain, FARE)).toMatchObject({ leads: "other" });
  expect(evaluateToday(ground).totals.money!.counted.mid).toBe(0);
});
