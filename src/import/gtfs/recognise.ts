import { zipNames } from "../formats/archive.ts";
import { GTFS_FILES, GTFS_FOLDER, GTFS_ZIP, isGtfsFile } from "./files.ts";

const baseOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const inFolder = (path: string): string => `${GTFS_FOLDER}/${baseOf(path)}`;

/** Columns of which each table of a timetable has one. */
const KEYS = /(^|,)\s*"?(stop_id|trip_id|service_id|route_id)"?\s*(,|$)/;
const FIRST_LINE = 1000;

/** Whether a file is a packed timetable, or one of its tables that are read, by its name and what stands in it. */
export function isTimetable(path: string, bytes: Uint8Array): boolean {
  if (isGtfsFile(inFolder(path))) {
    const [header] = new TextDecoder().decode(bytes.subarray(0, FIRST_LINE)).split(/\r|\n/, 1);
    return KEYS.test(header.replace("\uFEFF", ""));
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const names = new Set(zipNames(bytes).map(inFolder));
  return names.has(GTFS_FILES.stops) && names.has(GTFS_FILES.stopTimes);
}

/** What a file of a timetable is called in a case. */
export const timetablePath = (path: string): string => (isGtfsFile(inFolder(path)) ? inFolder(path) : GTFS_ZIP);
