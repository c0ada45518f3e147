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

/** The same files packed, as a timetable is published; read where the folder is not there. */
export const GTFS_ZIP = "gtfs.zip";

const KNOWN = new Set<string>(Object.values(GTFS_FILES));

export const isGtfsFile = (path: string): boolean => KNOWN.has(path);

/** A packed timetable, whatever it is called. */
export const isPackedGtfs = (path: string): boolean => /^[^/]*gtfs[^/]*\.zip$/i.test(path);
