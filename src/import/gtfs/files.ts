/** A timetable in GTFS: the files of it that are read, by path from the case folder. */
export const GTFS_FILES = {
  stops: "gtfs/stops.txt",
  stopTimes: "gtfs/stop_times.txt",
  trips: "gtfs/trips.txt",
  calendar: "gtfs/calendar.txt",
  dates: "gtfs/calendar_dates.txt",
  routes: "gtfs/routes.txt",
} as const;

export const GTFS_FOLDER = "gtfs";

const KNOWN = new Set<string>(Object.values(GTFS_FILES));

export const isGtfsFile = (path: string): boolean => KNOWN.has(path);

/** A timetable as it is published, not unpacked. */
export const isPackedGtfs = (path: string): boolean => /^[^/]*gtfs[^/]*\.zip$/i.test(path);
