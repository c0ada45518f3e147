import { cutBySites } from "./case-grades.ts";
import type { Grades } from "../domain/grades.ts";
import type { IndexYear, OwnCosts } from "../domain/cost-items.ts";
import type { DangerousRoad, Place } from "../domain/municipality.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { ADDRESS_COLUMNS, ADDRESS_NEEDS, readAddresses } from "./addresses.ts";
import { capacitySheetColumns, withCapacity } from "./capacity.ts";
import { CASE_FILES } from "./case-files.ts";
import {
  checkSiteDistricts,
  DISTRICT_COLUMNS,
  type DistrictRow,
  namesakes,
  readDistricts,
  withDistrictIds,
} from "./districts.ts";
import { sitesInDistricts } from "./district-areas.ts";
import { DANGER_COLUMNS, readDangerousRoads } from "./dangerous-roads.ts";
import type { Folder } from "./folder.ts";
import { HOME_COLUMNS, readHomes } from "./homes.ts";
import { COST_COLUMNS, readOwnCosts } from "./own-costs.ts";
import { INDEX_COLUMNS, readPriceIndex } from "./price-index.ts";
import { type CodedPlace, PLACE_COLUMNS, readPlaces } from "./places.ts";
import type { HomeGround } from "./place-pupils.ts";
import { pupilColumns, type PupilReading, readPupils } from "./pupils.ts";
import type { IssueBook, Report } from "./report.ts";
import { listSitesWithoutCapacity, readSites, siteColumns, type SiteReading } from "./sites.ts";
import { pairsIn, type PositionsRead } from "./table-positions.ts";
import { type Whereabouts, whereaboutsOf } from "./whereabouts.ts";

/** The tables of a case as far as they could be read. */
export interface TableReadings {
  /** The case's, with bands cut where sites teach a part of one. */
  readonly grades: Grades;
  /** Where the schools of sites.csv lie, and with them the case. */
  readonly where: Whereabouts;
  readonly sites: SiteReading | undefined;
  readonly districts: readonly DistrictRow[] | undefined;
  readonly places: readonly Place[];
  readonly neighbours: readonly Place[];
  /** Those whose home is told by a key wait for what it is looked up in. */
  readonly pupils: PupilReading | undefined;
  readonly homes: HomeGround["homes"];
  readonly ownCosts: OwnCosts | undefined;
  readonly priceIndex: readonly IndexYear[];
  readonly dangerousRoads: readonly DangerousRoad[] | undefined;
  readonly parishes: readonly CodedPlace[] | undefined;
}

export function readTables(
  uncut: Grades,
  folder: Folder,
  { crs: stated, code }: { readonly crs: Crs | "unknown" | undefined; readonly code: string | undefined },
  { report, failed }: IssueBook,
): TableReadings {
  const noteCrs = (path: string, positions: PositionsRead | undefined): void => {
    if (positions) folder.note(path, positions);
  };
  const hasDistrictAreas = folder.isMap(CASE_FILES.districts);
  const siteNeeds = ["id", "name", "grades", ...(hasDistrictAreas ? [] : (["district"] as const))] as const;
  const siteSheet = folder.sheet(CASE_FILES.sites, "required", siteColumns(uncut), siteNeeds);
  const grades = cutBySites(uncut, siteSheet, report);
  const where = whereaboutsOf(siteSheet ? pairsIn(siteSheet) : [], stated, code);
  const read = siteSheet && readSites(grades, siteSheet, where, report);
  const completed = read && siteSheet && completeSites(grades, siteSheet, read, where, folder, report);
  for (const { name, ids } of namesakes(completed?.rows.map(({ site }) => site) ?? []))
    report("sites.name-twice", { file: CASE_FILES.sites }, { name, ids });
  noteCrs(CASE_FILES.sites, completed?.positions);

  const districtSheet = folder.sheet(CASE_FILES.districts, "required", DISTRICT_COLUMNS, ["id", "name"]);
  const districts = districtSheet && readDistricts(districtSheet, report);
  const sites =
    completed && districts ? { ...completed, rows: withDistrictIds(districts, completed.rows, report) } : completed;
  if (sites && districts) checkSiteDistricts(districts, sites.rows, report);

  const placeSheet = folder.sheet(CASE_FILES.places, "optional", PLACE_COLUMNS, ["name"]);
  const places = placeSheet && readPlaces(placeSheet, where, report);
  noteCrs(CASE_FILES.places, places?.positions);
  const absent = folder.has(CASE_FILES.places) ? "damaged" : "absent";
  const knownPlaces = !places || failed(CASE_FILES.places) ? absent : places.places;

  const pupilSheet = folder.sheet(CASE_FILES.pupils, "required", pupilColumns(grades), []);
  const hasAreas = folder.has(CASE_FILES.areas) || folder.has(CASE_FILES.units);
  const pupilPlaces = knownPlaces === "absent" && hasAreas ? "areas instead" : knownPlaces;
  const pupils = pupilSheet && readPupils(grades, pupilSheet, pupilPlaces, where, report);
  noteCrs(CASE_FILES.pupils, pupils?.positions);
  if (pupils?.residents.length === 0 && pupils.unplaced.length === 0 && !failed(CASE_FILES.pupils))
    report("pupils.none", { file: CASE_FILES.pupils }, {});

  const homeSheet = folder.sheet(CASE_FILES.homes, "optional", HOME_COLUMNS, []);
  const homes = homeSheet && readHomes(homeSheet, where, report);
  noteCrs(CASE_FILES.homes, homes?.positions);

  const addressSheet = folder.sheet(CASE_FILES.addresses, "optional", ADDRESS_COLUMNS, ADDRESS_NEEDS);
  noteCrs(CASE_FILES.addresses, addressSheet && readAddresses(addressSheet, where, report)?.positions);

  const neighbourSheet = folder.sheet(CASE_FILES.neighbours, "optional", PLACE_COLUMNS, ["name"]);
  const neighbours = neighbourSheet && readPlaces(neighbourSheet, where, report);
  noteCrs(CASE_FILES.neighbours, neighbours?.positions);

  const parishSheet = folder.sheet(CASE_FILES.parishes, "optional", PLACE_COLUMNS, ["name"]);
  const parishes = parishSheet && readPlaces(parishSheet, where, report);
  noteCrs(CASE_FILES.parishes, parishes?.positions);

  const costSheet = folder.sheet(CASE_FILES.costs, "optional", COST_COLUMNS, ["item", "value", "year", "source"]);
  const siteIds = sites?.rows.map(({ site }) => site.id) ?? [];
  const ownCosts = costSheet && readOwnCosts(costSheet, siteIds, report);
  const indexSheet = folder.sheet(CASE_FILES.priceIndex, "optional", INDEX_COLUMNS, ["year", "index", "source"]);
  const priceIndex = indexSheet ? readPriceIndex(indexSheet, report) : [];
  const dangerSheet = folder.sheet(CASE_FILES.dangerousRoads, "optional", DANGER_COLUMNS, ["name", "grades"]);
  const dangerousRoads = dangerSheet && readDangerousRoads(grades, dangerSheet, where, report);
  return {
    grades,
    where,
    sites,
    districts,
    places: places?.places ?? [],
    neighbours: neighbours?.places ?? [],
    pupils,
    homes: folder.has(CASE_FILES.homes) && (!homes || failed(CASE_FILES.homes)) ? "damaged" : (homes?.homes ?? []),
    ownCosts,
    priceIndex,
    dangerousRoads,
    parishes: parishes?.coded,
  };
}

/** The sites with what other files say of them: their places in a sheet of its own, their districts as polygons. */
function completeSites(
  grades: Grades,
  sheet: Parameters<typeof readSites>[1],
  sites: SiteReading,
  where: Whereabouts,
  folder: Folder,
  report: Report,
): SiteReading {
  const capacities = folder.sheet(CASE_FILES.capacity, "optional", capacitySheetColumns(grades), ["site"]);
  const withPlaces = capacities ? withCapacity(grades, capacities, sites.rows, report) : sites.rows;
  // Which have none can be said once both are read.
  listSitesWithoutCapacity(grades, sheet, withPlaces, report);
  return { ...sites, rows: sitesInDistricts(withPlaces, folder, where, report) };
}
