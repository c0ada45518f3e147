import { expect, test } from "vitest";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { BUS_TERMS, busTerms, schoolBuses } from "../../src/evaluate/school-buses.ts";
import { openedCase } from "../cases/opened.ts";

const { basis, plans } = openedCase("holbaek");
const found = schoolBuses(basis, plans[0]);

test("every pupil with a right to transport is carried once: in one bus or by taxi", () => {
  const rights = evaluatePlan(basis, plans[0]).values.get("transport-right");
  expect(found.reduce((sum, site) => sum + site.rights, 0)).toBe(rights);
  for (const { routes, rights: here, byTaxi } of found) {
    expect(routes.reduce((sum, { pupils }) => sum + pupils, byTaxi)).toBe(here);
    for (const { stops, pupils } of routes) expect(stops.reduce((sum, stop) => sum + stop.pupils, 0)).toBe(pupils);
  }
});

test("nobody stands and nobody rides longer than allowed, and what was found is no better than its bounds", () => {
  for (const { routes, bounds } of found) {
    for (const { pupils, minutes, legs, stops } of routes) {
      expect(pupils).toBeLessThanOrEqual(BUS_TERMS.seats);
      expect(minutes).toBeLessThanOrEqual(BUS_TERMS.longestRide + 1e-9);
      expect(legs).toHaveLength(stops.length);
      expect(legs.flat().length).toBeGreaterThan(1);
    }
    expect(bounds.heuristic.vehicles).toBeGreaterThanOrEqual(bounds.vehicles);
    expect(bounds.heuristic.kilometresPerDay).toBeGreaterThanOrEqual(bounds.kilometresPerDay - 1e-9);
  }
});

test("a bus is slower than a car on the road, and not on Orø's ferry", () => {
  const absalon = basis.municipality.sites.findIndex(({ id }) => id === "absalon");
  const longest = (speedShare: number): number => {
    const terms = { ...BUS_TERMS, speedShare, longestRide: 120, seats: 1000 };
    const routes = schoolBuses(basis, plans[0], terms).find(({ site }) => site === absalon)?.routes ?? [];
    return Math.max(...routes.map(({ minutes, stops }) => minutes - stops.length));
  };
  // Half as fast takes twice as long but for the crossing of half an hour.
  expect(longest(0.5)).toBeGreaterThan(longest(1) + 5);
  expect(longest(0.5)).toBeLessThan(2 * longest(1) - 15);
});

test("a shorter longest ride never takes fewer vehicles and taxis, and no vehicle is one too many", () => {
  const hurried = schoolBuses(basis, plans[0], busTerms(basis.costs, { longestRide: 20 }));
  expect(hurried.reduce((sum, { routes, byTaxi }) => sum + routes.length + byTaxi, 0)).toBeGreaterThanOrEqual(
    found.reduce((sum, { routes, byTaxi }) => sum + routes.length + byTaxi, 0),
  );
  const total = (of: (site: (typeof found)[number]) => number) => found.reduce((sum, site) => sum + of(site), 0);
  expect(total(({ bounds }) => bounds.heuristic.vehicles)).toBe(total(({ bounds }) => bounds.vehicles));
});
