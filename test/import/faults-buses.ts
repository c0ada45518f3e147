import { zipSync } from "fflate";
import { MOST_UNPACKED } from "../../src/import/gtfs/unpack.ts";
import type { BUS_ISSUES } from "../../src/import/issue-texts-buses.ts";
import { TIMETABLE } from "../cases/timetable.ts";
import { type Changes, edited, type Fault } from "./fault-tools.ts";

/** The timetable with one passage of a file replaced. */
function bus(file: string, from: string | RegExp, to: string): Changes {
  const path = `gtfs/${file}.txt`;
  const changed = TIMETABLE[path].replace(from, to);
  if (changed === TIMETABLE[path]) throw new Error(`${path} does not contain ${from}`);
  return { ...TIMETABLE, [path]: changed };
}

/** A small archive whose directory says that its stops take up so many bytes. */
export function claiming(size: number, names: readonly string[] = ["stops.txt"]): Uint8Array {
  const packed = zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(1)])));
  const view = new DataView(packed.buffer);
  // Central directory headers begin with these four bytes; the size of the file unpacked stands 24 bytes on.
  for (let at = 0; at + 28 < packed.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return packed;
}

export const BUS_FAULTS: Readonly<Record<keyof typeof BUS_ISSUES, Fault>> = {
  "gtfs.packed": {
    changes: { "Rejseplanens gtfs.zip": "PK" },
    issue: { file: "Rejseplanens gtfs.zip", values: { file: "Rejseplanens gtfs.zip" } },
  },
  "gtfs.both": { changes: { ...TIMETABLE, "gtfs.zip": "PK" }, issue: { file: "gtfs.zip" } },
  "gtfs.zip": { changes: { "gtfs.zip": "PK" }, issue: { file: "gtfs.zip" } },
  "gtfs.zip-large": {
    changes: { "gtfs.zip": claiming(MOST_UNPACKED.file + 1) },
    issue: { file: "gtfs.zip", values: { name: "stops.txt", each: 256, all: 512 } },
  },
  "gtfs.zip-other": { changes: { "gtfs.zip": claiming(1, ["shapes.txt"]) }, issue: { file: "gtfs.zip" } },
  "gtfs.no-routes": {
    changes: { ...TIMETABLE, "gtfs/routes.txt": undefined },
    issue: { file: "gtfs/routes.txt" },
  },
  "gtfs.position": {
    changes: bus("stops", /nordfarm,nordfarm,[\d.]+,/, "nordfarm,nordfarm,155.7,"),
    issue: { file: "gtfs/stops.txt", line: 2, column: "stop_lat" },
  },
  "gtfs.unknown-stop": {
    changes: bus("stop_times", "7:45:00,sydskole", "7:45:00,nowhere"),
    issue: { file: "gtfs/stop_times.txt", line: 4, column: "stop_id", values: { stop: "nowhere" } },
  },
  "gtfs.unknown-trip": {
    changes: bus("stop_times", "late,08:10", "lost,08:10"),
    issue: { file: "gtfs/stop_times.txt", line: 5, column: "trip_id", values: { trip: "lost" } },
  },
  "gtfs.route-type": {
    changes: bus("routes", "sea,4", "sea,boat"),
    issue: { file: "gtfs/routes.txt", line: 3, column: "route_type", values: { found: "boat" } },
  },
  "gtfs.unknown-route": {
    changes: bus("trips", "sea,school,boat", "see,school,boat"),
    issue: { file: "gtfs/trips.txt", line: 5, column: "route_id", values: { route: "see" } },
  },
  "gtfs.unknown-service": {
    changes: bus("trips", "bus,mo-th,", "bus,never,"),
    issue: { file: "gtfs/trips.txt", line: 4, column: "service_id", values: { service: "never" } },
  },
  "gtfs.trip-twice": {
    changes: bus("trips", "bus,school,late", "bus,mo-th,south"),
    issue: { file: "gtfs/trips.txt", line: 3, column: "trip_id", values: { trip: "south" } },
  },
  "gtfs.time": {
    changes: bus("stop_times", "08:30:00,08:30:00", "half past eight,08:30:00"),
    issue: { file: "gtfs/stop_times.txt", line: 6, column: "arrival_time", values: { found: "half past eight" } },
  },
  "gtfs.sequence": {
    changes: bus("stop_times", "sydskole,3,", "sydskole,last,"),
    issue: { file: "gtfs/stop_times.txt", line: 4, column: "stop_sequence", values: { found: "last" } },
  },
  "gtfs.back-in-time": {
    changes: bus("stop_times", "late,08:30:00", "late,00:30:00"),
    issue: { file: "gtfs/stop_times.txt", line: 6, column: "arrival_time", values: { trip: "late" } },
  },
  "gtfs.no-times": {
    changes: bus("stop_times", "7:45:00,7:45:00,sydskole", ",,sydskole"),
    issue: { file: "gtfs/stop_times.txt", line: 2, values: { trip: "south" } },
  },
  "gtfs.date": {
    changes: bus("calendar", "20250428", "20250431"),
    issue: { file: "gtfs/calendar.txt", line: 2, column: "start_date", values: { found: "20250431" } },
  },
  "gtfs.weekday": {
    changes: bus("calendar", "mo-th,1", "mo-th,yes"),
    issue: { file: "gtfs/calendar.txt", line: 3, column: "monday", values: { found: "yes" } },
  },
  "gtfs.exception": {
    changes: bus("calendar_dates", "school,20250501,2", "school,20250501,no"),
    issue: { file: "gtfs/calendar_dates.txt", line: 2, column: "exception_type", values: { found: "no" } },
  },
  "gtfs.no-week": {
    changes: {
      ...bus("calendar", /(school|mo-th|holiday),[01],[01],[01],[01],[01]/g, "$1,0,0,0,0,0"),
    },
    issue: { file: "gtfs/calendar.txt" },
  },
  "case.school-hours": {
    changes: edited("case.json", '"code"', '"publicBuses": { "arriveFrom": "19:15" },\n  "code"'),
    issue: { file: "case.json", values: { from: "19:15", to: "08:00" } },
  },
  "case.home-hours": {
    changes: edited("case.json", '"code"', '"publicBuses": { "leaveBy": "12:00" },\n  "code"'),
    issue: { file: "case.json", values: { from: "13:30", to: "12:00" } },
  },
  "case.change-minutes": {
    changes: edited("case.json", '"code"', '"publicBuses": { "changeLeast": 20 },\n  "code"'),
    issue: { file: "case.json", values: { from: "20", to: "15" } },
  },
};
