import { ALIGHTS, BOARDS, type PublicBuses } from "../domain/public-buses.ts";

/** How many buses a stop has at school time, on the weekday of the week that has fewest of them. */
interface StopAtSchoolTime {
  /** Number of the stop in the timetable. */
  readonly stop: number;
  /** Trips that let pupils off there when school begins, and that take them up when it has ended, by the case's terms. */
  readonly before: number;
  readonly after: number;
}

/** The stops that have any, in the timetable's order. O(calls x weekdays). */
export function stopsAtSchoolTime(buses: PublicBuses): readonly StopAtSchoolTime[] {
  const { stops, arrival, departure, schoolDays, terms } = buses;
  const weekdays = [0, 1, 2, 3, 4].filter((day) => (schoolDays & (1 << day)) !== 0);
  const before = tripsAt(
    buses,
    ALIGHTS,
    (call) => arrival[call] >= terms.arriveFrom && arrival[call] <= terms.arriveBy,
  );
  const after = tripsAt(
    buses,
    BOARDS,
    (call) => departure[call] >= terms.leaveFrom && departure[call] <= terms.leaveBy,
  );
  return stops.flatMap((_, stop) => {
    const fewest = (trips: Uint32Array): number => Math.min(...weekdays.map((day) => trips[WEEKDAYS * stop + day]));
    const found = { stop, before: fewest(before), after: fewest(after) };
    return found.before > 0 || found.after > 0 ? [found] : [];
  });
}

const WEEKDAYS = 5;

/** Trips that do something at each stop at a time that counts, once each, `[stop * 5 + weekday]`. Nobody gets off where a trip begins, or on where it ends. */
function tripsAt(
  { stops, first, stop, may, days }: PublicBuses,
  what: typeof BOARDS | typeof ALIGHTS,
  isInTime: (call: number) => boolean,
): Uint32Array {
  const trips = new Uint32Array(WEEKDAYS * stops.length);
  const last = new Int32Array(stops.length).fill(-1);
  for (let trip = 0; trip < days.length; trip++) {
    const [from, to] = what === BOARDS ? [first[trip], first[trip + 1] - 1] : [first[trip] + 1, first[trip + 1]];
    for (let call = from; call < to; call++) {
      const at = stop[call];
      if (last[at] === trip || (may[call] & what) === 0 || !isInTime(call)) continue;
      last[at] = trip;
      for (let day = 0; day < WEEKDAYS; day++) if ((days[trip] & (1 << day)) !== 0) trips[WEEKDAYS * at + day]++;
    }
  }
  return trips;
}
