import { expect, test } from "vitest";
import { NO_SITE } from "../../src/index.ts";
import { nearestPlace } from "../../web/state/places.ts";
import { assignmentOf, unitPupils, unitWays, zoneSite } from "../../web/state/unit-facts.ts";
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
  expect(nearestPlace(sceneryWith(), 11, 55)).toBeUndefined();
});

const at = (site: number, metres: number) => ({ site, metres });

/** Two units and two sites; the second unit's older pupils go to B, its oldest to none. */
const view = {
  units: {
    site: Uint16Array.of(0, 0, 0, 0, 1, NO_SITE),
    walk: Float32Array.of(100, 200, 300, 400),
    pupils: Uint32Array.of(1, 2, 3, 40, 50, 60),
  },
  sites: [{}, {}],
  plans: [
    { id: "today", site: Uint16Array.of(0, 0, 0, 0, 1, NO_SITE) },
    { id: "all at B", site: Uint16Array.of(1, 1, 1, 1, 1, 1) },
  ],
} as unknown as CaseView;
const [today, allAtB] = view.plans.map(({ site }) => site);

test("bands that go the same way are told together, and who goes nowhere at all is not told", () => {
  expect(unitWays(view, today, 0)).toEqual([{ bands: ["0-3", "4-6", "7-9"], before: at(0, 100), after: at(0, 100) }]);
  expect(unitWays(view, today, 1)).toEqual([
    { bands: ["0-3"], before: at(0, 300), after: at(0, 300) },
    { bands: ["4-6"], before: at(1, 400), after: at(1, 400) },
  ]);
  expect(unitWays(view, allAtB, 1).map(({ bands, before, after }) => [bands, before?.site, after?.site])).toEqual([
    [["0-3"], 0, 1],
    [["4-6"], 1, 1],
    [["7-9"], undefined, 1],
  ]);
  expect([unitPupils(view, 0), unitPupils(view, 1)]).toEqual([6, 150]);
});

test("a unit lies in the zone of its lowest band's site", () => {
  expect(zoneSite(Uint16Array.of(0, 0, 0, NO_SITE, 1, 2), 1)).toBe(1);
  expect(zoneSite(Uint16Array.of(0, 1, 1, NO_SITE, 1, 2), 0)).toBe(0);
  expect(zoneSite(Uint16Array.of(NO_SITE, NO_SITE, NO_SITE), 0)).toBeUndefined();
});

/** Three plans of two districts: nothing moves, the second unit's young go to B, and the first unit's oldest do as well. */
const list = {
  count: 3,
  districts: 2,
  merged: [
    { pairs: [], to: [] },
    { pairs: [3], to: [1] },
    { pairs: [2], to: [1] },
  ],
  groupings: Uint32Array.of(0, 0, 0, 1, 2, 1),
} as unknown as PlanList;

test.each([
  ["no plan", undefined, [...today]],
  ["one of a file", { from: "file", id: "all at B" }, [...allAtB]],
  ["a file there is not", { from: "file", id: "nope" }, [...today]],
  ["one that moves nobody", { from: "list", number: 0 }, [...today]],
  ["one that moves some", { from: "list", number: 1 }, [0, 0, 0, 1, 1, NO_SITE]],
  ["one that moves more", { from: "list", number: 2 }, [0, 0, 1, 1, 1, NO_SITE]],
  ["one past the list", { from: "list", number: 3 }, [...today]],
] as const)("who goes where in %s is today's with the plan's changes", (_, plan, sites) => {
  expect([...assignmentOf(view, list, plan)]).toEqual(sites);
  expect([...view.units.site]).toEqual([...today]);
});
