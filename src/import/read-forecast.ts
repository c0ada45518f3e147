import type { Grades } from "../domain/grades.ts";
import type { ForecastInputs } from "../domain/forecast.ts";
import type { CaseInfo } from "../domain/municipality.ts";
import type { AreaNames } from "./areas.ts";
import { CASE_FILES } from "./case-files.ts";
import type { Folder } from "./folder.ts";
import {
  BIRTH_COLUMNS,
  forecastColumns,
  MOVER_COLUMNS,
  readBirths,
  readForecast,
  readMovers,
} from "./forecast-tables.ts";
import { HOUSING_COLUMNS, readHousing } from "./housing.ts";
import { ASSUMPTION_COLUMNS, readAssumptions } from "./own-assumptions.ts";
import { COUNT_COLUMNS, readCounts } from "./site-counts.ts";
import type { TableReadings } from "./read-tables.ts";
import type { IssueBook } from "./report.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** What the tables of the years to come are read against. */
interface ForecastContext {
  readonly info: CaseInfo | undefined;
  readonly tables: TableReadings;
  readonly empty: EmptyUnits | undefined;
}

/** The tables of the years to come, each as far as the case has it; `undefined` where it has none of them. */
export function readForecastFiles(
  grades: Grades,
  folder: Folder,
  { info, tables, empty }: ForecastContext,
  { report, failed }: IssueBook,
): ForecastInputs | undefined {
  const damaged = [CASE_FILES.districts, CASE_FILES.sites, CASE_FILES.places].some(failed);
  const names = { ...areaNames(info, tables), damaged };
  const today = info?.schoolYear ?? 0;
  const { births, movers, housing, forecast, assumptions, counts } = CASE_FILES;
  const birthSheet = folder.sheet(births, "optional", BIRTH_COLUMNS, ["year", "births"]);
  const moverSheet = folder.sheet(movers, "optional", MOVER_COLUMNS, ["rate"]);
  const housingSheet = folder.sheet(housing, "optional", HOUSING_COLUMNS, ["name", "dwellings", "first_year", "type"]);
  const tableSheet = folder.sheet(forecast, "optional", forecastColumns(grades), ["year"]);
  const ownSheet = folder.sheet(assumptions, "optional", ASSUMPTION_COLUMNS, ["parameter", "value", "source"]);
  const countSheet = folder.sheet(counts, "optional", COUNT_COLUMNS, ["year", "pupils", "source"]);
  if (![births, movers, housing, forecast, assumptions, counts].some((path) => folder.has(path))) return undefined;
  const absent = folder.has(CASE_FILES.places) ? "damaged" : "absent";
  const places = tables.places.length === 0 || failed(CASE_FILES.places) ? absent : tables.places;
  return {
    births: birthSheet ? readBirths(birthSheet, names, report) : [],
    movers: moverSheet ? readMovers(grades, moverSheet, names, report) : [],
    housing: housingSheet ? readHousing(housingSheet, { places, where: tables.where, empty, today }, report) : [],
    table: tableSheet ? readForecast(grades, tableSheet, names, today, report) : [],
    assumptions: ownSheet ? readAssumptions(ownSheet, report) : [],
    counts: countSheet ? readCounts(countSheet, names, report) : [],
  };
}

const areaNames = (
  info: CaseInfo | undefined,
  { sites, districts, places }: TableReadings,
): Omit<AreaNames, "damaged"> => ({
  municipality: info ? [info.name, info.code] : [],
  district: districts?.map(({ id, name }) => [id, name]) ?? [],
  site: sites?.rows.map(({ site }) => [site.id, site.name]) ?? [],
  place: places.map(({ name }) => [name]),
});
