import { ALIGHTS, BOARDS, type BusTerms, type PublicBuses } from "../domain/public-buses.ts";

/** Trips as they are searched; see {@link PublicBuses}. */
export type Runs = Pick<PublicBuses, "first" | "stop" | "arrival" | "departure" | "may" | "days">;

/** A stop at which a ride may go on, and how long the walk to it takes. */
export interface NextStop {
  readonly stop: number;
  readonly minutes: number;
}

/** What is asked of a timetable: minutes, and the stops that a change at each leads to, `[stop]`, itself among them. */
export interface RideTerms extends Pick<BusTerms, "changes" | "changeLeast" | "changeMost"> {
  /** When the last bus is where it is to be: not before and not after. */
  readonly from: number;
  readonly by: number;
  readonly nextStops: readonly (readonly NextStop[])[];
}

/** From where a ride may begin at one stop: when the bus leaves, and on which weekdays; by time. */
interface Boardings {
  readonly at: number[];
  readonly days: number[];
}

/**
 * Weekdays on which a ride leads from each stop to one of some stops in time, `[stop]`: one bus, or two with a change. RAPTOR (Delling, Pajor
 * and Werneck 2015) backwards in two rounds; as it is asked whether there is a ride and not which is best, every boarding from which one
 * leads there is kept, and the weekdays are searched together. O(calls x next stops x log boardings).
 */
export function daysTo(runs: Runs, isThere: readonly boolean[], terms: RideTerms): Uint8Array {
  const byStop = new Uint8Array(isThere.length);
  if (!isThere.includes(true)) return byStop;
  const { arrival, days, stop } = runs;
  const isInTime = (call: number): boolean => arrival[call] >= terms.from && arrival[call] <= terms.by;
  const last = boardings(runs, (call, trip) => (isThere[stop[call]] && isInTime(call) ? days[trip] : 0), byStop);
  if (terms.changes === 0) return byStop;
  boardings(runs, (call, trip) => days[trip] & daysAfter(last, terms, stop[call], arrival[call]), byStop);
  return byStop;
}

/**
 * Where and when one may board so that the trip leads on to a call at which it is good to get off, on the weekdays that `goodAt` gives;
 * the days are added to `byStop`.
 */
function boardings(
  { first, stop, departure, may, days }: Runs,
  goodAt: (call: number, trip: number) => number,
  byStop: Uint8Array,
): ReadonlyMap<number, Boardings> {
  const found = new Map<number, { at: number; days: number }[]>();
  for (let trip = 0; trip < days.length; trip++) {
    let leads = 0;
    for (let call = first[trip + 1] - 1; call >= first[trip]; call--) {
      if (leads !== 0 && (may[call] & BOARDS) !== 0) {
        byStop[stop[call]] |= leads;
        const here = found.get(stop[call]) ?? [];
        here.push({ at: departure[call], days: leads });
        found.set(stop[call], here);
      }
      if ((may[call] & ALIGHTS) !== 0 && leads !== days[trip]) leads |= goodAt(call, trip);
    }
  }
  return new Map(
    [...found].map(([at, each]): [number, Boardings] => {
      const inOrder = each.toSorted((a, b) => a.at - b.at);
      return [at, { at: inOrder.map((one) => one.at), days: inOrder.map((one) => one.days) }];
    }),
  );
}

/** Weekdays on which somebody who gets off at a stop at a time catches a bus that leads on. */
function daysAfter(
  last: ReadonlyMap<number, Boardings>,
  { nextStops, changeLeast, changeMost }: RideTerms,
  stop: number,
  arrival: number,
): number {
  let days = 0;
  for (const next of nextStops[stop]) {
    const boarding = last.get(next.stop);
    if (!boarding) continue;
    const earliest = arrival + Math.max(changeLeast, next.minutes);
    for (let i = firstFrom(boarding.at, earliest); i < boarding.at.length; i++) {
      if (boarding.at[i] > arrival + changeMost) break;
      days |= boarding.days[i];
    }
  }
  return days;
}

/** Number of the first of ascending times that is not before one. */
function firstFrom(times: readonly number[], earliest: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < earliest) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same trips with time running backwards, so that the way home is searched as the way out is: who gets on gets off, and the last stop is the first. */
export function backwards({ first, stop, arrival, departure, may, days }: Runs): Runs {
  const calls = first[days.length];
  const turned = new Uint32Array(calls);
  for (let trip = 0; trip < days.length; trip++)
    for (let call = first[trip]; call < first[trip + 1]; call++)
      turned[first[trip] + first[trip + 1] - 1 - call] = call;
  return {
    first,
    days,
    stop: turned.map((call) => stop[call]),
    arrival: Float64Array.from(turned, (call) => -departure[call]),
    departure: Float64Array.from(turned, (call) => -arrival[call]),
    may: Uint8Array.from(
      turned,
      (call) => ((may[call] & BOARDS) !== 0 ? ALIGHTS : 0) | ((may[call] & ALIGHTS) !== 0 ? BOARDS : 0),
    ),
  };
}
