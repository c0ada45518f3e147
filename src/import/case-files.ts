import { CASE_FILE } from "./case-json.ts";
import { GTFS_FOLDER, GTFS_ZIP, isGtfsFile, isPackedGtfs } from "./gtfs/files.ts";
import { PLACES_FILE } from "./places.ts";
import { planIdOf } from "./plans.ts";
import { ADDRESSES_FILE, PAPER_FILE } from "./under-figures.ts";

/** The files of a case folder, by path from the folder; further ones are `plans/….json` and those of a timetable, `gtfs/….txt` or packed. */
export const CASE_FILES = {
  case: CASE_FILE,
  sites: "sites.csv",
  districts: "districts.csv",
  pupils: "pupils.csv",
  roads: "roads.geojson",
  units: "units.geojson",
  outline: "outline.geojson",
  land: "land.geojson",
  places: PLACES_FILE,
  addresses: ADDRESSES_FILE,
  parishes: "parishes.csv",
  costs: "costs.csv",
  priceIndex: "price-index.csv",
  dangerousRoads: "dangerous-roads.csv",
  births: "births.csv",
  movers: "movers.csv",
  housing: "housing.csv",
  forecast: "forecast.csv",
  assumptions: "assumptions.csv",
  counts: "counts.csv",
  paper: PAPER_FILE,
} as const;

const KNOWN = new Set<string>(Object.values(CASE_FILES));

/** Whether import reads the file. */
export const isCaseFile = (path: string): boolean =>
  KNOWN.has(path) || planIdOf(path) !== undefined || isGtfsFile(path) || path === GTFS_ZIP;

/** Folders of a case folder that hold files of the case. */
export const CASE_FOLDERS = ["plans", GTFS_FOLDER] as const;

/** Whether a folder's file is handed over with its case, by path from the folder: read by import, or named as not read. */
export const isOfCase = (path: string): boolean => isCaseFile(path) || looksMisnamed(path);

/** Whether a file that is not read looks as if it were meant to be: data beside the case's own files. */
export const looksMisnamed = (path: string): boolean =>
  !isCaseFile(path) && (/^(plans\/)?[^/]+\.(csv|tsv|txt|json|geojson|xlsx?|gpkg)$/i.test(path) || isPackedGtfs(path));
