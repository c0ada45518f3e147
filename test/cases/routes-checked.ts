import type { RoutingProblem } from "../../src/kernels/routing/problem.ts";
import type { SchoolRunProblem } from "../../src/kernels/routing/school-run.ts";

const SLACK = 1e-6;

/** What is wrong with routes, by the rules alone: nothing of the search is used. */
export function faultsOfRoutes(
  { customers, demand, capacity, duration }: RoutingProblem,
  routes: readonly (readonly number[])[],
): readonly string[] {
  const faults: string[] = [];
  const served = routes.flat().toSorted((a, b) => a - b);
  if (served.join() !== Array.from({ length: customers }, (__, i) => i + 1).join())
    faults.push(`served ${served.join()}`);
  for (const route of routes) {
    const load = route.reduce((sum, customer) => sum + demand[customer], 0);
    if (load > capacity) faults.push(`load ${load}`);
    if (!duration) continue;
    const width = customers + 1;
    const minutes = [...route, 0].reduce(
      (sum, place, i) => sum + duration.along[(route[i - 1] ?? 0) * width + place],
      0,
    );
    if (minutes > duration.most + SLACK) faults.push(`duration ${minutes}`);
  }
  return faults;
}

/**
 * What is wrong with buses' mornings, by the rules alone: driven minute by minute from places, each stretch from empty to empty set off
 * as early as its schools and the stretch before let it.
 */
export function faultsOfRuns(
  problem: SchoolRunProblem,
  runs: readonly (readonly number[])[],
  which: "all stops" | "some stops",
): readonly string[] {
  const { stops } = problem;
  const faults = runs.flatMap((places) => faultsOfRun(problem, places));
  const served = runs
    .flat()
    .filter((place) => place < stops)
    .toSorted((a, b) => a - b);
  const asked = which === "all stops" ? Array.from({ length: stops }, (_, stop) => stop) : [...new Set(served)];
  if (served.join() !== asked.join()) faults.push(`served ${served.join()}`);
  return faults;
}

function faultsOfRun(problem: SchoolRunProblem, places: readonly number[]): string[] {
  const { stops, schools, school, pupils, loading, unloading, time, seats } = problem;
  const faults: string[] = [];
  const aboard = new Map<number, { pupils: number; since: number }>();
  let free = -Infinity;
  let calls: { school: number; at: number; since: number }[] = [];
  let clock = 0;
  for (const [i, place] of places.entries()) {
    let stay = 0;
    if (place < stops) {
      const to = school[place];
      const before = aboard.get(to);
      aboard.set(to, { pupils: (before?.pupils ?? 0) + pupils[place], since: before?.since ?? clock });
      const load = [...aboard.values()].reduce((sum, group) => sum + group.pupils, 0);
      if (load > seats) faults.push(`${load} on board`);
      stay = loading[place];
    } else {
      const group = aboard.get(place - stops);
      if (!group) faults.push(`nobody gets off at ${place}`);
      else calls.push({ school: place - stops, at: clock, since: group.since });
      aboard.delete(place - stops);
      stay = unloading.each + unloading.pupil * (group?.pupils ?? 0);
    }
    const way = i + 1 < places.length ? time[place * (stops + schools) + places[i + 1]] : 0;
    if (aboard.size > 0) {
      clock += stay + way;
      continue;
    }
    free = drivenFrom(problem, free, calls, faults) + clock + stay + way;
    [calls, clock] = [[], 0];
  }
  if (aboard.size > 0) faults.push(`${aboard.size} schools' pupils never get off`);
  return faults;
}

/** When a stretch sets off at the earliest. */
function drivenFrom(
  { earliest, latest, longestRide }: SchoolRunProblem,
  free: number,
  calls: readonly { school: number; at: number; since: number }[],
  faults: string[],
): number {
  const setsOff = Math.max(free, ...calls.map(({ school, at }) => earliest[school] - at));
  for (const { school, at, since } of calls) {
    if (setsOff + at > latest[school] + SLACK) faults.push(`school ${school} at ${setsOff + at}`);
    if (at - since > longestRide + SLACK) faults.push(`a ride of ${at - since}`);
  }
  return setsOff;
}
