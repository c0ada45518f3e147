import { CASE_FILE } from "./case-json.ts";
import { GTFS_FOLDER, GTFS_ZIP, isGtfsFile, isPackedGtfs } from "./gtfs/files.ts";
import { CASE_MAPS, CASE_TABLES } from "./case-names.ts";
import { roleOf } from "./formats/roles.ts";
import { planIdOf } from "./plans.ts";
import { PAPER_FILE } from "./under-figures.ts";

/** The files of a case folder, by path from the folder; further ones are `plans/….json` and those of a timetable, `gtfs/….txt` or packed. */
export const CASE_FILES = { case: CASE_FILE, ...CASE_TABLES, ...CASE_MAPS, paper: PAPER_FILE } as const;

const KNOWN = new Set<string>(Object.values(CASE_FILES));

/** Whether a file has one of the names that a case gives its files. */
export const isOwnFile = (path: string): boolean =>
  KNOWN.has(path) || planIdOf(path) !== undefined || isGtfsFile(path) || path === GTFS_ZIP;

/** Whether a case reads the file: by the case's own name for it, or in another format that there is a reader for. */
export const isCaseFile = (path: string): boolean => isOwnFile(path) || roleOf(path) !== undefined;

/** Folders of a case folder that hold files of the case. */
export const CASE_FOLDERS = ["plans", GTFS_FOLDER] as const;

/** Whether a folder's file is handed over with its case, by path from the folder: read by import, or named as not read. */
export const isOfCase = (path: string): boolean => isCaseFile(path) || looksMisnamed(path);

/** Whether a file that is not read looks as if it were meant to be: data beside the case's own files. */
export const looksMisnamed = (path: string): boolean =>
  !isCaseFile(path) &&
  (/^(plans\/)?[^/]+\.(csv|tsv|txt|json|geojson|geojson[ls]|ndjson|jsonl|xls[xm]?|ods|gpkg|fgb|km[lz]|shp|dbf|zip|pbf)$/i.test(
    path,
  ) ||
    isPackedGtfs(path));
