import { mostApart, shortestOver } from "./apart.ts";
import type { SchoolRunProblem } from "./school-run.ts";

/**
 * No plan of a school run problem has fewer buses: the larger of two bounds, each with ways as short as any places between make them. Of
 * stops that no bus can serve two of in one morning each takes a bus. And schools whose hours lie within a span of time take as many seats as they have
 * pupils, where a bus is full once at the beginning and again after each way from school to stop to school that the span holds. O(n^3).
 */
export function fewestRuns(problem: SchoolRunProblem): number {
  const { stops, schools, time } = problem;
  const near = { ...problem, time: shortestOver(time, stops + schools) };
  const all = Array.from({ length: stops }, (_, stop) => stop);
  return Math.max(
    mostApart(all, (a, b) => !canShare(near, a, b)),
    fewestBySeats(near),
  );
}

/** Whether one bus can serve both stops, one after the other or with both groups on board; a bus is let wait at a school with pupils on board. */
function canShare(problem: SchoolRunProblem, a: number, b: number): boolean {
  const { school, pupils, seats, earliest, latest } = problem;
  const goesOn = (first: number, second: number): boolean =>
    earliest[school[first]] + standAt(problem, first) + fetching(problem, school[first], second) <=
    latest[school[second]] + SLACK;
  if (goesOn(a, b) || goesOn(b, a)) return true;
  if (pupils[a] + pupils[b] > seats) return false;
  return (
    rideTogether(problem, a, b, a) ||
    rideTogether(problem, a, b, b) ||
    rideTogether(problem, b, a, a) ||
    rideTogether(problem, b, a, b)
  );
}

/** Both on board at once, the second fetched after the first, whose school comes first being that of `off`. */
function rideTogether(problem: SchoolRunProblem, first: number, second: number, off: number): boolean {
  const { stops, schools, school, time, loading, longestRide, earliest, latest } = problem;
  const width = stops + schools;
  const last = off === first ? second : first;
  const between = loading[first] + time[first * width + second];
  const onto = loading[second] + time[second * width + stops + school[off]];
  const isOne = school[first] === school[second];
  const after = isOne ? 0 : standAt(problem, off) + time[(stops + school[off]) * width + stops + school[last]];
  const ride = (stop: number): number => (stop === first ? between : 0) + onto + (stop === last ? after : 0);
  return (
    Math.max(ride(first), ride(second)) <= longestRide + SLACK &&
    earliest[school[off]] + after <= latest[school[last]] + SLACK
  );
}

const SLACK = 1e-7;

const standAt = ({ unloading, pupils }: SchoolRunProblem, stop: number): number =>
  unloading.each + unloading.pupil * pupils[stop];

/** From a school to a stop and on to the stop's own school. */
function fetching({ stops, schools, school, time, loading }: SchoolRunProblem, from: number, stop: number): number {
  const width = stops + schools;
  return time[(stops + from) * width + stop] + loading[stop] + time[stop * width + stops + school[stop]];
}

function fewestBySeats(problem: SchoolRunProblem): number {
  const { stops, schools, school, pupils, seats, earliest, latest, unloading } = problem;
  const of = Array.from({ length: schools }, () => 0);
  for (let stop = 0; stop < stops; stop++) of[school[stop]] += pupils[stop];
  const taught = [...of.keys()].filter((each) => of[each] > 0);
  // From each school the quickest way to fetch somebody of another, `[from * schools + to]`.
  const again = new Float64Array(schools * schools).fill(Infinity);
  for (const from of taught)
    for (let stop = 0; stop < stops; stop++) {
      const at = from * schools + school[stop];
      again[at] = Math.min(again[at], unloading.each + fetching(problem, from, stop));
    }
  const spans = taught.flatMap((first) => taught.map((last) => [earliest[first], latest[last]] as const));
  return spans.reduce((most, [opens, closes]) => {
    const within = taught.filter((each) => earliest[each] >= opens && latest[each] <= closes);
    const quickest = Math.min(...within.flatMap((from) => within.map((to) => again[from * schools + to])));
    const full = within.reduce((sum, each) => sum + of[each], 0) / seats;
    const fillings = quickest > 0 ? 1 + Math.floor((closes - opens) / quickest + SLACK) : Infinity;
    return within.length === 0 ? most : Math.max(most, Math.ceil(full / fillings - SLACK));
  }, 0);
}
