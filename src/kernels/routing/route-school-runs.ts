import { seededRandom } from "../random.ts";
import { searchRoutes } from "./annealing.ts";
import { ManyDestinations } from "./many-destinations.ts";
import { nearestFirst } from "./nearest.ts";
import type { Effort } from "./problem.ts";
import { type SchoolRun, type SchoolRunProblem, Timetables } from "./school-run.ts";

/**
 * Fewest buses for several schools, then least length, by ruin and recreate (see `ManyDestinations`). Same problem, same effort, same
 * runs. Throws a `RangeError` for stops that no bus can serve even alone: without pupils or with more than seats, or too far from school. `start`: runs' places
 * to begin with, which obey the rules.
 */
export function routeSchoolRuns(
  problem: SchoolRunProblem,
  effort: Effort,
  start?: readonly (readonly number[])[],
): readonly SchoolRun[] {
  const { stops, schools, time, school, pupils, seats, longestRide, loading } = problem;
  const width = stops + schools;
  for (let stop = 0; stop < stops; stop++) {
    const ride = loading[stop] + time[stop * width + stops + school[stop]];
    if (!(pupils[stop] > 0 && pupils[stop] <= seats && ride <= longestRide))
      throw new RangeError(`No bus can serve stop ${stop} alone: ${pupils[stop]} pupils, ${ride} on the way.`);
  }
  if (stops === 0) return [];
  const random = seededRandom(effort.seed);
  const search = new ManyDestinations(problem, nearestFirst(time, width, 0, stops), random);
  const runs = searchRoutes(search, "fewest routes, then length", 1, effort, random, start);
  const timetables = new Timetables(problem);
  return runs.map((places) => {
    timetables.places.set(places);
    return timetables.run(places.length);
  });
}
