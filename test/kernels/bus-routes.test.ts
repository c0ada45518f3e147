import { expect, test } from "vitest";
import { type BusProblem, routeBuses } from "../../src/kernels/bus-routes.ts";
import { seededRandom } from "../../src/kernels/random.ts";

function problemAt(places: readonly (readonly [x: number, y: number])[], over: Partial<BusProblem> = {}): BusProblem {
  const all = [...places, [0, 0] as const];
  const kilometres = Float64Array.from(all.flatMap(([x, y]) => all.map(([u, v]) => Math.hypot(x - u, y - v))));
  return {
    stops: places.length,
    kilometres,
    minutes: kilometres.map((length) => 2 * length),
    pupils: new Float64Array(places.length).fill(5),
    seats: 20,
    longestRide: 60,
    stopMinutes: 1,
    ...over,
  };
}

/** The fewest kilometres of all plans with the fewest vehicles, by trying every order and every cut. */
function bruteForce(problem: BusProblem): { vehicles: number; kilometres: number } {
  const width = problem.stops + 1;
  let best = { vehicles: Infinity, kilometres: Infinity };
  const cost = (route: readonly number[]) =>
    route.reduce((sum, stop, i) => sum + problem.kilometres[stop * width + (route[i + 1] ?? problem.stops)], 0);
  const fits = (route: readonly number[]) =>
    route.reduce((sum, stop) => sum + problem.pupils[stop], 0) <= problem.seats &&
    route.reduce(
      (sum, stop, i) => sum + problem.minutes[stop * width + (route[i + 1] ?? problem.stops)] + problem.stopMinutes,
      0,
    ) <= problem.longestRide;
  const visit = (left: readonly number[], routes: readonly (readonly number[])[]): void => {
    if (left.length === 0) {
      const kilometres = routes.reduce((sum, route) => sum + cost(route), 0);
      if (!routes.every(fits)) return;
      if (routes.length < best.vehicles || (routes.length === best.vehicles && kilometres < best.kilometres))
        best = { vehicles: routes.length, kilometres };
      return;
    }
    const [stop, ...others] = left;
    visit(others, [...routes, [stop]]);
    routes.forEach((route, r) => {
      for (let place = 0; place <= route.length; place++)
        visit(others, routes.with(r, route.toSpliced(place, 0, stop)));
    });
  };
  visit(
    Array.from({ length: problem.stops }, (_, stop) => stop),
    [],
  );
  return best;
}

test("stops on one road make one route, farthest first", () => {
  const { routes } = routeBuses(
    problemAt([
      [1, 0],
      [3, 0],
      [2, 0],
    ]),
  );
  expect(routes.map(({ stops, kilometres }) => [stops, kilometres])).toEqual([[[1, 2, 0], 3]]);
});

test("every stop with pupils is driven once, nobody rides too long, nobody stands, and the bounds hold", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    const problem = problemAt(
      Array.from({ length: 30 }, () => [20 * random() - 10, 20 * random() - 10] as const),
      { pupils: Float64Array.from({ length: 30 }, () => Math.floor(9 * random())) },
    );
    const plan = routeBuses(problem);
    const driven = plan.routes.flatMap(({ stops }) => [...stops]).toSorted((a, b) => a - b);
    expect(driven).toEqual([...problem.pupils.keys()].filter((stop) => problem.pupils[stop] > 0));
    for (const { pupils, minutes } of plan.routes) {
      expect(pupils).toBeLessThanOrEqual(20);
      expect(minutes).toBeLessThanOrEqual(60);
    }
    expect(plan.routes.length).toBeGreaterThanOrEqual(plan.fewestVehicles);
    expect(plan.kilometres).toBeGreaterThanOrEqual(plan.leastKilometres - 1e-9);
  }
});

test("on small cases the vehicles are the fewest of all and the kilometres the least with so many, and no bound is beyond them", () => {
  let rideBinds = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    const problem = problemAt(
      Array.from({ length: 6 }, () => [16 * random() - 8, 16 * random() - 8] as const),
      { seats: 15, longestRide: seed % 2 === 0 ? 60 : 24 },
    );
    const [plan, best] = [routeBuses(problem), bruteForce(problem)];
    expect(plan.routes.length).toBe(best.vehicles);
    expect(plan.kilometres).toBeCloseTo(best.kilometres, 6);
    expect(plan.fewestVehicles).toBeLessThanOrEqual(best.vehicles);
    if (plan.fewestVehicles > 2) rideBinds++;
  }
  expect(rideBinds).toBeGreaterThan(3);
});

test("a stop too far away is driven by itself and reported", () => {
  const plan = routeBuses(
    problemAt([
      [1, 0],
      [50, 0],
    ]),
  );
  expect(plan.tooFar).toEqual([1]);
  expect(plan.routes).toHaveLength(2);
});
