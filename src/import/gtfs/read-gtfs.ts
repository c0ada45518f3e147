import type { BusStop, BusTerms, PublicBuses } from "../../domain/public-buses.ts";
import { ALIGHTS, BOARDS } from "../../domain/public-buses.ts";
import type { ColumnNames, Sheet } from "../columns.ts";
import type { Folder } from "../folder.ts";
import type { IssueBook, Report } from "../report.ts";
import type { Row } from "../row.ts";
import { GTFS_FILES, isGtfsFile } from "./files.ts";
import {
  CALENDAR_COLUMNS,
  CALENDAR_NEEDS,
  DATE_COLUMNS,
  DATE_NEEDS,
  readServices,
  schoolWeek,
  type Service,
} from "./school-week.ts";
import { readBusTime } from "./times.ts";

type StopRole = "id" | "name" | "lat" | "lon";
const STOP_COLUMNS: ColumnNames<StopRole> = {
  id: ["stop_id"],
  name: ["stop_name"],
  lat: ["stop_lat"],
  lon: ["stop_lon"],
};

type TripRole = "id" | "route" | "service";
const TRIP_COLUMNS: ColumnNames<TripRole> = { id: ["trip_id"], route: ["route_id"], service: ["service_id"] };

type RouteRole = "id" | "type";
const ROUTE_COLUMNS: ColumnNames<RouteRole> = { id: ["route_id"], type: ["route_type"] };

type CallRole = "trip" | "stop" | "sequence" | "arrival" | "departure" | "pickup" | "dropOff";
const CALL_COLUMNS: ColumnNames<CallRole> = {
  trip: ["trip_id"],
  stop: ["stop_id"],
  sequence: ["stop_sequence"],
  arrival: ["arrival_time"],
  departure: ["departure_time"],
  pickup: ["pickup_type"],
  dropOff: ["drop_off_type"],
};

/** What is read of each file of a timetable, by its path. */
export const GTFS_COLUMNS: Readonly<Record<(typeof GTFS_FILES)[keyof typeof GTFS_FILES], ColumnNames<string>>> = {
  [GTFS_FILES.stops]: STOP_COLUMNS,
  [GTFS_FILES.stopTimes]: CALL_COLUMNS,
  [GTFS_FILES.trips]: TRIP_COLUMNS,
  [GTFS_FILES.calendar]: CALENDAR_COLUMNS,
  [GTFS_FILES.dates]: DATE_COLUMNS,
  [GTFS_FILES.routes]: ROUTE_COLUMNS,
};

/** Whether a case has a timetable, whole or in part. */
const hasGtfs = (folder: Folder): boolean => folder.paths().some(isGtfsFile);

/**
 * The case's timetable: trips of one school week that can be of use on the way to school or home. `undefined` where the case has none, or one that cannot
 * be used, which is then an issue. Other files and columns of GTFS mean nothing here.
 */
export function readGtfs(folder: Folder, terms: BusTerms, { report, failed }: IssueBook): PublicBuses | undefined {
  if (!hasGtfs(folder)) return undefined;
  const { stops, stopTimes, trips, calendar, dates, routes } = GTFS_FILES;
  const stopSheet = folder.sheet(stops, "required", STOP_COLUMNS, ["id", "name", "lat", "lon"], "of a format");
  const callSheet = folder.sheet(stopTimes, "required", CALL_COLUMNS, CALL_NEEDS, "of a format");
  const tripSheet = folder.sheet(trips, "required", TRIP_COLUMNS, ["id", "route", "service"], "of a format");
  // A timetable may say all its days in one of the two.
  const need = folder.has(dates) ? "optional" : "required";
  const calendarSheet = folder.sheet(calendar, need, CALENDAR_COLUMNS, CALENDAR_NEEDS, "of a format");
  const dateSheet = folder.sheet(dates, "optional", DATE_COLUMNS, DATE_NEEDS, "of a format");
  const routeSheet = folder.sheet(routes, "optional", ROUTE_COLUMNS, ["id", "type"], "of a format");
  if (!routeSheet) report("gtfs.no-routes", { file: routes }, {});
  const services = readServices(calendarSheet, dateSheet, report);
  const routeOf = routesOf(routeSheet, report);
  if (!stopSheet || !callSheet || !tripSheet || failed(calendar) || failed(dates)) return undefined;
  const tripOf = readTrips(tripSheet, services, routeOf, report);
  const calls = readCalls(callSheet, tripOf, report);
  const positions = readStops(stopSheet, calls, report);
  const week = schoolWeek(services, countTrips(tripOf), report);
  if (!week || failed(stops) || failed(stopTimes) || failed(trips)) return undefined;
  return packed(calls, positions, (trip) => week.daysOf(tripOf.get(trip) ?? ""), { week: week.monday, terms });
}

const CALL_NEEDS = ["trip", "stop", "sequence", "arrival"] as const;

/** Routes over water: GTFS's own number, and those of its extension. */
const FERRY = /^(4|10\d\d|12\d\d)$/;

/** Makes the function that says what a line is; without a table of lines, which is said, each is a bus. */
function routesOf(sheet: Sheet<RouteRole> | undefined, report: Report): (route: string) => "bus" | "ferry" | "unknown" {
  if (!sheet) return () => "bus";
  for (const row of sheet.rows) {
    const type = sheet.text(row, "type");
    if (!/^\d+$/.test(type)) report("gtfs.route-type", sheet.at(row, "type"), { found: type === "" ? "-" : type });
  }
  const isFerry = new Map(sheet.rows.map((row) => [sheet.text(row, "id"), FERRY.test(sheet.text(row, "type"))]));
  return (route) => (isFerry.has(route) ? (isFerry.get(route) === true ? "ferry" : "bus") : "unknown");
}

/** Service of each trip that is no ferry's, by id. */
function readTrips(
  sheet: Sheet<TripRole>,
  services: ReadonlyMap<string, Service>,
  routeOf: ReturnType<typeof routesOf>,
  report: Report,
): ReadonlyMap<string, string | undefined> {
  const serviceOf = new Map<string, string | undefined>();
  for (const row of sheet.rows) {
    const [id, service] = [sheet.text(row, "id"), sheet.text(row, "service")];
    if (serviceOf.has(id)) report("gtfs.trip-twice", sheet.at(row, "id"), { trip: id });
    if (!services.has(service)) report("gtfs.unknown-service", sheet.at(row, "service"), { service });
    const route = sheet.text(row, "route");
    if (routeOf(route) === "unknown")
      report("gtfs.unknown-route", sheet.at(row, "route"), { route: route === "" ? "-" : route });
    serviceOf.set(id, routeOf(route) === "ferry" ? undefined : service);
  }
  return serviceOf;
}

function countTrips(tripOf: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, number> {
  const trips = new Map<string, number>();
  for (const service of tripOf.values()) if (service !== undefined) trips.set(service, (trips.get(service) ?? 0) + 1);
  return trips;
}

/** A call of a trip as the table has it. */
interface Call {
  readonly row: Row;
  readonly stop: string;
  readonly sequence: number;
  /** When the bus comes and leaves; `undefined`: between two calls whose times are stated. */
  readonly arrival: number | undefined;
  readonly departure: number | undefined;
  readonly may: number;
}

/** Calls of each trip that is no ferry's, in order. */
function readCalls(
  sheet: Sheet<CallRole>,
  tripOf: ReadonlyMap<string, string | undefined>,
  report: Report,
): ReadonlyMap<string, readonly TimedCall[]> {
  const callsOf = new Map<string, Call[]>();
  for (const row of sheet.rows) {
    const trip = sheet.text(row, "trip");
    if (!tripOf.has(trip)) report("gtfs.unknown-trip", sheet.at(row, "trip"), { trip });
    if (tripOf.get(trip) === undefined) continue;
    const call = readCall(sheet, row, report);
    if (!call) continue;
    const known = callsOf.get(trip);
    if (known) known.push(call);
    else callsOf.set(trip, [call]);
  }
  return new Map([...callsOf].map(([trip, calls]) => [trip, timed(sheet, trip, calls, report)]));
}

function readCall(sheet: Sheet<CallRole>, row: Row, report: Report): Call | undefined {
  const [arrival, departure] = (["arrival", "departure"] as const).map((role) => readBusTime(sheet.text(row, role)));
  const order = sheet.text(row, "sequence");
  if (arrival === "wrong") report("gtfs.time", sheet.at(row, "arrival"), { found: sheet.text(row, "arrival") });
  if (departure === "wrong") report("gtfs.time", sheet.at(row, "departure"), { found: sheet.text(row, "departure") });
  if (!/^\d+$/.test(order)) report("gtfs.sequence", sheet.at(row, "sequence"), { found: order === "" ? "-" : order });
  if (arrival === "wrong" || departure === "wrong" || !/^\d+$/.test(order)) return undefined;
  const may = (sheet.text(row, "pickup") === "1" ? 0 : BOARDS) | (sheet.text(row, "dropOff") === "1" ? 0 : ALIGHTS);
  return {
    row,
    stop: sheet.text(row, "stop"),
    sequence: Number(order),
    // Where a trip begins some timetables state its departure alone, and where it ends its arrival alone.
    arrival: numberOr(arrival, numberOr(departure, undefined)),
    departure: numberOr(departure, numberOr(arrival, undefined)),
    may,
  };
}

const numberOr = (time: number | "blank", other: number | undefined): number | undefined =>
  time === "blank" ? other : time;

interface TimedCall extends Call {
  readonly arrival: number;
  readonly departure: number;
}

/** The calls in order, those without a time spread evenly between the stated ones; none where a trip has no times or goes back in time. */
function timed(sheet: Sheet<CallRole>, trip: string, calls: readonly Call[], report: Report): readonly TimedCall[] {
  const ordered = calls.toSorted((a, b) => a.sequence - b.sequence);
  const stated = ordered.flatMap(({ arrival, departure }, at) =>
    arrival === undefined || departure === undefined ? [] : [{ at, arrival, departure }],
  );
  const back = stated.findIndex(
    ({ arrival, departure }, i) => departure < arrival || (i > 0 && arrival < stated[i - 1].departure),
  );
  if (back >= 0) {
    report("gtfs.back-in-time", sheet.at(ordered[stated[back].at].row, "arrival"), { trip });
    return [];
  }
  const isWhole = stated.length > 0 && stated[0].at === 0 && stated[stated.length - 1].at === ordered.length - 1;
  if (!isWhole) {
    report("gtfs.no-times", sheet.at(ordered[0].row, "arrival"), { trip });
    return [];
  }
  let last = 0;
  return ordered.map((call, at) => {
    while (last + 1 < stated.length && stated[last + 1].at <= at) last++;
    const [before, after] = [stated[last], stated[last + 1] ?? stated[last]];
    const share = after.at > before.at ? (at - before.at) / (after.at - before.at) : 0;
    const between = before.departure + share * (after.arrival - before.departure);
    return { ...call, arrival: call.arrival ?? between, departure: call.departure ?? between };
  });
}

/** Stops at which a bus calls, by id. Others, such as entrances and platforms, need not say where they are. */
function readStops(
  sheet: Sheet<StopRole>,
  calls: ReadonlyMap<string, readonly TimedCall[]>,
  report: Report,
): ReadonlyMap<string, BusStop> {
  const used = new Map<string, Row>();
  for (const each of calls.values()) for (const { stop, row } of each) if (!used.has(stop)) used.set(stop, row);
  const stops = new Map<string, BusStop>();
  const named = new Set<string>();
  for (const row of sheet.rows) {
    const id = sheet.text(row, "id");
    named.add(id);
    if (!used.has(id)) continue;
    const [lon, lat] = [Number(sheet.text(row, "lon") || "x"), Number(sheet.text(row, "lat") || "x")];
    if (isOnEarth(lon, lat)) stops.set(id, { name: sheet.text(row, "name"), lon, lat });
    else
      report("gtfs.position", sheet.at(row, "lat"), {
        stop: id,
        lat: sheet.text(row, "lat"),
        lon: sheet.text(row, "lon"),
      });
  }
  for (const [id, { line }] of used)
    if (!named.has(id))
      report(
        "gtfs.unknown-stop",
        { file: GTFS_FILES.stopTimes, line, column: "stop_id", group: "stop_id" },
        { stop: id },
      );
  return stops;
}

/** Nought and nought is what programs write where nobody has said. */
const isOnEarth = (lon: number, lat: number): boolean =>
  Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && !(lon === 0 && lat === 0);

/** The trips that run in the week and can be of use. */
function packed(
  calls: ReadonlyMap<string, readonly TimedCall[]>,
  positions: ReadonlyMap<string, BusStop>,
  daysOf: (trip: string) => number,
  { week, terms }: Pick<PublicBuses, "week" | "terms">,
): PublicBuses {
  const running = [...calls].filter(([trip, made]) => daysOf(trip) !== 0 && made.length > 0);
  const isOfUse = usefulTrips(
    running.map(([, made]) => made),
    terms,
  );
  const trips = running.filter(([, made]) => isOfUse(made));
  const made = trips.map(([, each]) => each);
  const all = made.flat();
  const number = new Map<string, number>();
  for (const { stop } of all) if (!number.has(stop)) number.set(stop, number.size);
  const first = new Uint32Array(trips.length + 1);
  made.forEach((each, trip) => (first[trip + 1] = first[trip] + each.length));
  return {
    stops: [...number.keys()].flatMap((id) => positions.get(id) ?? []),
    first,
    stop: Uint32Array.from(all, ({ stop }) => number.get(stop) ?? 0),
    arrival: Float64Array.from(all, ({ arrival }) => arrival),
    departure: Float64Array.from(all, ({ departure }) => departure),
    may: Uint8Array.from(all, ({ may }) => may),
    days: Uint8Array.from(trips, ([trip]) => daysOf(trip)),
    schoolDays: [...calls.keys()].reduce((days, trip) => days | daysOf(trip), 0),
    week,
    terms,
  };
}

/**
 * Trips that are somewhere when pupils come to school or leave it, or at a change before or after another that is. No other is part of a
 * ride, whichever stops they call at.
 */
function usefulTrips(
  trips: readonly (readonly TimedCall[])[],
  { arriveFrom, arriveBy, leaveFrom, leaveBy, changes, changeMost }: BusTerms,
): (trip: readonly TimedCall[]) => boolean {
  const between =
    (from: number, by: number) =>
    (trip: readonly TimedCall[]): boolean =>
      trip.some(({ arrival, departure }) => departure >= from && arrival <= by);
  const [last, home] = [trips.filter(between(arriveFrom, arriveBy)), trips.filter(between(leaveFrom, leaveBy))];
  const wait = changes * changeMost;
  const begins = last.reduce((least, [call]) => Math.min(least, call.departure), arriveFrom) - wait;
  const ends = home.reduce((most, trip) => Math.max(most, trip[trip.length - 1].arrival), leaveBy) + wait;
  const [out, back] = [between(begins, arriveBy), between(leaveFrom, ends)];
  return (trip) => out(trip) || back(trip);
}
