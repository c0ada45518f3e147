import { expect, test } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import { exactRoutes } from "../../src/kernels/routing/exact-routes.ts";
import { fewestRuns } from "../../src/kernels/routing/fewest-runs.ts";
import type { RoutingProblem } from "../../src/kernels/routing/problem.ts";
import { routeSchoolRuns } from "../../src/kernels/routing/route-school-runs.ts";
import { routeVehicles } from "../../src/kernels/routing/route-vehicles.ts";
import type { SchoolRun, SchoolRunProblem } from "../../src/kernels/routing/school-run.ts";
import { faultsOfRoutes, faultsOfRuns } from "../cases/routes-checked.ts";

/** Places at random, the first the depot; ways there and back differ. */
function problemOf(seed: number, customers: number, over: Partial<RoutingProblem> = {}): RoutingProblem {
  const random = seededRandom(seed);
  const places = Array.from({ length: customers + 1 }, () => [random() * 20, random() * 20] as const);
  const length = Float64Array.from(
    places.flatMap(([x, y], from) => places.map(([u, v], to) => Math.hypot(x - u, y - v) * (from < to ? 1 : 1.1))),
  );
  const demand = Float64Array.from({ length: customers + 1 }, (_, place) =>
    place === 0 ? 0 : 1 + Math.floor(9 * random()),
  );
  return { customers, length, demand, capacity: 15, ...over };
}

/** The best of all plans, by trying every order and every cut. */
function bestOf(
  { customers, length, demand, capacity, duration }: RoutingProblem,
  aim: "routes" | "length",
): readonly number[] {
  const width = customers + 1;
  const along = (table: Float64Array, route: readonly number[]): number =>
    [...route, 0].reduce((sum, place, i) => sum + table[(route[i - 1] ?? 0) * width + place], 0);
  let best = [Infinity, Infinity];
  const visit = (next: number, routes: readonly (readonly number[])[]): void => {
    if (next > customers) {
      if (duration && routes.some((route) => along(duration.along, route) > duration.most)) return;
      const found = [
        aim === "routes" ? routes.length : 0,
        routes.reduce((sum, route) => sum + along(length, route), 0),
      ];
      if (found[0] < best[0] || (found[0] === best[0] && found[1] < best[1])) best = found;
      return;
    }
    visit(next + 1, [...routes, [next]]);
    for (const [r, route] of routes.entries())
      if (route.reduce((sum, place) => sum + demand[place], demand[next]) <= capacity)
        for (let at = 0; at <= route.length; at++) visit(next + 1, routes.with(r, route.toSpliced(at, 0, next)));
  };
  visit(1, []);
  return best;
}

test("small plans are the best of all: shortest, or fewest routes first, with a longest duration too", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const plain = problemOf(seed, 6);
    const timed = problemOf(seed, 6, { duration: { along: plain.length, most: 66 } });
    for (const problem of [plain, timed]) {
      const shortest = routeVehicles(problem, "length", { seed, rounds: 600 });
      expect(shortest.length).toBeCloseTo(bestOf(problem, "length")[1], 6);
      const fewest = routeVehicles(problem, "fewest routes, then length", { seed, rounds: 600 });
      const [routes, length] = bestOf(problem, "routes");
      expect(fewest.routes.length).toBe(routes);
      expect(fewest.length).toBeCloseTo(length, 6);
      expect(fewest.fewestRoutes).toBeLessThanOrEqual(routes);
      for (const { routes: found } of [shortest, fewest]) expect(faultsOfRoutes(problem, found)).toEqual([]);
      const exact = exactRoutes(problem)!;
      for (let count = 0; count <= 6; count++) {
        const few = exact.planOf(count);
        expect(few.kind).toBe(count < routes ? "none" : "plan");
        if (few.kind !== "plan") continue;
        expect(faultsOfRoutes(problem, few.routes)).toEqual([]);
        const again = routeVehicles(problem, "fewest routes, then length", { seed, rounds: 0 }, few.routes);
        expect(again.routes.length).toBeLessThanOrEqual(count);
      }
    }
  }
});

test("a larger plan obeys every rule, is the same for the same seed, and no longer for more rounds", () => {
  const problem = problemOf(5, 80, { duration: { along: problemOf(5, 80).length, most: 70 } });
  const [few, again, many] = [300, 300, 6000].map((rounds) => routeVehicles(problem, "length", { seed: 3, rounds }));
  expect(again).toEqual(few);
  expect(faultsOfRoutes(problem, many.routes)).toEqual([]);
  expect(many.length).toBeLessThan(few.length);
});

test("nobody to serve takes no route, and who is too many for a vehicle has one of his own", () => {
  expect(routeVehicles(problemOf(1, 0), "length", { seed: 1, rounds: 9 }).routes).toEqual([]);
  const problem = problemOf(1, 3, { demand: Float64Array.of(0, 99, 1, 1) });
  const { routes } = routeVehicles(problem, "fewest routes, then length", { seed: 1, rounds: 50 });
  expect(routes.map((route) => new Set(route))).toEqual(expect.arrayContaining([new Set([1]), new Set([2, 3])]));
});

test("the share spent that a caller gives ends the search", () => {
  let asked = 0;
  routeVehicles(problemOf(2, 20), "length", { seed: 1, rounds: 0, spent: () => asked++ / 4 });
  expect(asked).toBe(5);
});

/** Schools and stops at random, a quarter of an hour across; every school takes pupils in for ten minutes. */
function schoolsOf(
  seed: number,
  stops: number,
  schools: number,
  over: Partial<SchoolRunProblem> = {},
): SchoolRunProblem {
  const random = seededRandom(seed);
  const places = Array.from({ length: stops + schools }, () => [random() * 15, random() * 15] as const);
  const time = Float64Array.from(places.flatMap(([x, y]) => places.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v))));
  const earliest = Float64Array.from({ length: schools }, () => 450 + 15 * Math.floor(4 * random()));
  return {
    stops,
    schools,
    time,
    length: time,
    pupils: Float64Array.from({ length: stops }, () => 1 + Math.floor(9 * random())),
    school: Int32Array.from({ length: stops }, () => Math.floor(schools * random())),
    loading: new Float64Array(stops).fill(1),
    unloading: { each: 1, pupil: 0.1 },
    earliest,
    latest: earliest.map((opens) => opens + 10),
    seats: 20,
    longestRide: 40,
    ...over,
  };
}

/** Fewest buses, by trying every order of stops and schools in every bus. */
function fewestBuses(problem: SchoolRunProblem): number {
  const { stops, school } = problem;
  const isOneBus = (own: readonly number[]): boolean => {
    const drive = (run: readonly number[], left: readonly number[], aboard: readonly number[]): boolean => {
      if (left.length + aboard.length === 0) return faultsOfRuns(problem, [run], "some stops").length === 0;
      return (
        left.some((stop) =>
          drive(
            [...run, stop],
            left.filter((other) => other !== stop),
            [...new Set([...aboard, stops + school[stop]])],
          ),
        ) ||
        aboard.some((call) =>
          drive(
            [...run, call],
            left,
            aboard.filter((other) => other !== call),
          ),
        )
      );
    };
    return drive([], own, []);
  };
  const known = new Map<string, boolean>();
  const isPossible = (own: readonly number[]): boolean => {
    const key = own.join();
    const found = known.get(key) ?? isOneBus(own);
    known.set(key, found);
    return found;
  };
  let best = Infinity;
  const visit = (stop: number, buses: readonly (readonly number[])[]): void => {
    if (buses.length >= best) return;
    // A bus that comes too early to one school after another may be on time with a stop more: whole plans alone are tried.
    if (stop < stops) {
      for (const [b, bus] of buses.entries()) visit(stop + 1, buses.with(b, [...bus, stop]));
      visit(stop + 1, [...buses, [stop]]);
    } else if (buses.every(isPossible)) best = buses.length;
  };
  visit(0, []);
  return best;
}

const faultsOfPlan = (problem: SchoolRunProblem, runs: readonly SchoolRun[]): readonly string[] =>
  faultsOfRuns(
    problem,
    runs.map(({ places }) => places),
    "all stops",
  );

test("a few schools with bell times of their own take the fewest buses that any plan takes", () => {
  let proven = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const problem = schoolsOf(seed, 5, 2);
    const runs = routeSchoolRuns(problem, { seed, rounds: 400 });
    expect(faultsOfPlan(problem, runs)).toEqual([]);
    const fewest = fewestBuses(problem);
    expect(runs.length).toBe(fewest);
    expect(fewestRuns(problem)).toBeLessThanOrEqual(fewest);
    if (fewestRuns(problem) === fewest && fewest > 1) proven++;
  }
  expect(proven).toBeGreaterThan(1);
});

test("the bound on buses to several schools sees hours too far apart, too near, and seats", () => {
  // Two stops a minute from their schools, half an hour apart; 15 and 10 pupils for 20 seats. From school to school 2.5 + 30 + 1 + 1 minutes.
  const time = Float64Array.from([30, 30, 1, 30, 30, 30, 30, 1, 1, 30, 30, 30, 30, 1, 30, 30]);
  const over = {
    ...schoolsOf(1, 2, 2),
    time,
    length: time,
    pupils: Float64Array.of(15, 10),
    school: Int32Array.of(0, 1),
  };
  const bound = (opens: number, more: Partial<SchoolRunProblem> = {}): number => {
    const earliest = Float64Array.of(480, opens);
    const problem = { ...over, earliest, latest: earliest.map((at) => at + 10), ...more };
    const fewest = fewestRuns(problem);
    expect(fewest).toBeLessThanOrEqual(fewestBuses(problem));
    return fewest;
  };
  expect([bound(480), bound(504), bound(505)]).toEqual([2, 2, 1]);
  // A school a minute away from its stops is left and reached again in 3 + 1 + 1 + 1 minutes.
  const one = { school: Int32Array.of(0, 0), pupils: Float64Array.of(20, 20) };
  const near = Float64Array.from([0, 1, 1, 9, 1, 0, 1, 9, 1, 1, 0, 9, 9, 9, 9, 0]);
  expect([
    bound(480, { ...one, time: near }),
    bound(480, { ...one, time: near, latest: Float64Array.of(483, 483) }),
  ]).toEqual([1, 2]);
});

test("buses to many schools obey every rule, run to several schools, and are the same for the same seed", () => {
  const problem = schoolsOf(4, 60, 5);
  const [runs, again] = [1, 1].map((seed) => routeSchoolRuns(problem, { seed, rounds: 600 }));
  expect(again).toEqual(runs);
  expect(faultsOfPlan(problem, runs)).toEqual([]);
  for (const { places, arrival } of runs)
    for (const [i, place] of places.entries())
      if (place >= 60) {
        expect(arrival[i]).toBeGreaterThanOrEqual(problem.earliest[place - 60] - 1e-6);
        expect(arrival[i]).toBeLessThanOrEqual(problem.latest[place - 60] + 1e-6);
      }
  expect(runs.some(({ places }) => new Set(places.filter((place) => place >= 60)).size > 1)).toBe(true);
  const pupilsOf = (school: number): number =>
    problem.pupils.reduce((sum, own, stop) => sum + (problem.school[stop] === school ? own : 0), 0);
  const oneSchoolEach = [0, 1, 2, 3, 4].reduce((sum, school) => sum + Math.ceil(pupilsOf(school) / 20), 0);
  expect(runs.length).toBeLessThan(oneSchoolEach);
});

test("nobody waits on board where schools take pupils in for two minutes only, however stops come and go", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const wide = schoolsOf(seed, 40, 6, { longestRide: 60 });
    const problem = { ...wide, latest: wide.earliest.map((opens) => opens + 2) };
    const runs = routeSchoolRuns(problem, { seed, rounds: 300 });
    expect(faultsOfPlan(problem, runs)).toEqual([]);
  }
});

test("a stop that no bus can serve is refused by number", () => {
  expect(() => routeSchoolRuns(schoolsOf(1, 4, 1, { seats: 0 }), { seed: 1, rounds: 1 })).toThrow(/stop 0 alone/);
  expect(() => routeSchoolRuns(schoolsOf(1, 4, 1, { longestRide: 0.5 }), { seed: 1, rounds: 1 })).toThrow(RangeError);
});
