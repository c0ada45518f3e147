import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { NO_SITE } from "../../src/index.ts";
import { listedPlan, todaysPlan } from "../../web/state/plans.ts";
import { planWalk } from "../../web/state/plan-sites.ts";
import { nearestPlace } from "../../web/state/places.ts";
import { unitPupils, unitWays, zoneSite } from "../../web/state/unit-facts.ts";
import type { CaseView, MapScenery, PlanList } from "../../web/worker/messages.ts";

const sceneryWith = (...places: readonly (readonly [name: string, lon: number, lat: number])[]) =>
  ({
    places: {
      features: places.map(([name, ...coordinates]) => ({ geometry: { coordinates }, properties: { name } })),
    },
  }) as unknown as MapScenery;

test("a degree east is shorter than a degree north, so far north", () => {
  const scenery = sceneryWith(["North", 11, 55.75], ["East", 12, 55]);
  // 0.75 degrees north are 83 km; one degree east is 64 km.
  expect(nearestPlace(scenery, 11, 55)).toBe("East");
  expect(nearestPlace(scenery, 11, 55.4)).toBe("North");
  expect(nearestPlace(scenery, 10, 54)).toBe("East");
  expect(nearestPlace(sceneryWith(["One", 10, 55], ["Other", 12, 55]), 11, 55)).toBe("One");
  expect(nearestPlace(sceneryWith(), 11, 55)).toBeUndefined();
});

const at = (site: number, metres: number) => ({ site, metres });

/** Two units and two sites; the second unit's older pupils go to B, its oldest to none. */
const view = {
  grades: GRADES,
  units: {
    unitWalk: Float32Array.of(100, 200, 300, 400),
    unitBand: Uint32Array.of(1, 2, 3, 40, 50, 60),
  },
  sites: [{}, {}],
  districts: [{ id: "a" }, { id: "b" }],
  plans: [
    { id: "today", districts: [], assignment: Uint16Array.of(0, 0, 0, 0, 1, NO_SITE) },
    { id: "all at B", districts: [], assignment: Uint16Array.of(1, 1, 1, 1, 1, 1) },
  ],
} as unknown as CaseView;
const walk = planWalk(view, new Map(), undefined);
const [today, allAtB] = view.plans.map(({ assignment }) => assignment);

test("bands that go the same way are told together, and who goes nowhere at all is not told", () => {
  expect(unitWays(GRADES, view, walk, today, 0)).toEqual([
    { bands: ["0-3", "4-6", "7-9"], before: at(0, 100), after: at(0, 100) },
  ]);
  expect(unitWays(GRADES, view, walk, today, 1)).toEqual([
    { bands: ["0-3"], before: at(0, 300), after: at(0, 300) },
    { bands: ["4-6"], before: at(1, 400), after: at(1, 400) },
  ]);
  expect(
    unitWays(GRADES, view, walk, allAtB, 1).map(({ bands, before, after }) => [bands, before?.site, after?.site]),
  ).toEqual([
    [["0-3"], 0, 1],
    [["4-6"], 1, 1],
    [["7-9"], undefined, 1],
  ]);
  expect([unitPupils(view, 0), unitPupils(view, 1)]).toEqual([6, 150]);
});

test("a unit lies in the zone of its lowest band's site", () => {
  expect(zoneSite(GRADES, Uint16Array.of(0, 0, 0, NO_SITE, 1, 2), 1)).toBe(1);
  expect(zoneSite(GRADES, Uint16Array.of(0, 1, 1, NO_SITE, 1, 2), 0)).toBe(0);
  expect(zoneSite(GRADES, Uint16Array.of(NO_SITE, NO_SITE, NO_SITE), 0)).toBeUndefined();
});

/** Three plans of two districts: nothing moves, the second unit's young go to B, and the first unit's oldest do as well. */
const list = {
  count: 3,
  policy: "nearest",
  districts: 2,
  decisions: [],
  merged: [
    { joins: [0], name: "A", sites: [0], pairs: [], to: [] },
    { joins: [1], name: "B", sites: [1], pairs: [3], to: [1] },
    { joins: [1], name: "B", sites: [1], pairs: [2], to: [1] },
  ],
  groupings: Uint32Array.of(0, 0, 0, 1, 2, 1),
} as unknown as PlanList;

test.each([
  ["one that moves nobody", 0, [...today]],
  ["one that moves some", 1, [0, 0, 0, 1, 1, NO_SITE]],
  ["one that moves more", 2, [0, 0, 1, 1, 1, NO_SITE]],
  ["one past the list", 3, undefined],
] as const)("who goes where in %s is today's with the plan's changes", (_, number, sites) => {
  const found = listedPlan(view, list, number);
  expect(found && [...found.plan.assignment]).toEqual(sites);
  expect(listedPlan(view, list, number)).toBe(found);
  expect([...todaysPlan(view).assignment]).toEqual([...today]);
});

test("a list at other prices has the same plans, in its own place", () => {
  const [before, after] = [list, { ...list, costs: "moving_1_2_3" }].map((each) => listedPlan(view, each, 1)!);
  expect(after.plan).toBe(before.plan);
  expect([before, after].map(({ place }) => place!.list.costs)).toEqual([undefined, "moving_1_2_3"]);
});
