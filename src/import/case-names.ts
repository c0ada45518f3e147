import { PLACES_FILE } from "./places.ts";
import { ADDRESSES_FILE, NEIGHBOURS_FILE, SURROUNDINGS_FILE } from "./under-figures.ts";

/** Tables of a case folder as it writes them itself; each may come as a workbook or a map's attributes as well. */
export const CASE_TABLES = {
  sites: "sites.csv",
  districts: "districts.csv",
  pupils: "pupils.csv",
  homes: "homes.csv",
  capacity: "capacity.csv",
  neighbours: NEIGHBOURS_FILE,
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
} as const;

/** Maps of a case folder, likewise. */
export const CASE_MAPS = {
  roads: "roads.geojson",
  units: "units.geojson",
  areas: "areas.geojson",
  attendance: "attendance.geojson",
  outline: "outline.geojson",
  land: "land.geojson",
  surroundings: SURROUNDINGS_FILE,
} as const;
