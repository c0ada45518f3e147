import { cutBySites } from "./case-grades.ts";
import type { Grades } from "../domain/grades.ts";
import type { IndexYear, OwnCosts } from "../domain/cost-items.ts";
import type { DangerousRoad, Place } from "../domain/municipality.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { ADDRESS_COLUMNS, ADDRESS_NEEDS, readAddresses } from "./addresses.ts";
import { CASE_FILES } from "./case-files.ts";
import { checkSiteDistricts, DISTRICT_COLUMNS, type DistrictRow, namesakes, readDistricts } from "./districts.ts";
import { DANGER_COLUMNS, readDangerousRoads } from "./dangerous-roads.ts";
import type { Folder } from "./folder.ts";
import { COST_COLUMNS, readOwnCosts } from "./own-costs.ts";
import { INDEX_COLUMNS, readPriceIndex } from "./price-index.ts";
import { PLACE_COLUMNS, readPlaces } from "./places.ts";
import { pupilColumns, type PupilReading, readPupils } from "./pupils.ts";
import type { IssueBook } from "./report.ts";
import { readSites, siteColumns, type SiteReading } from "./sites.ts";
import { pairsIn, type TablePositions } from "./table-positions.ts";
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
  readonly pupils: PupilReading | undefined;
  readonly ownCosts: OwnCosts | undefined;
  readonly priceIndex: readonly IndexYear[];
  readonly dangerousRoads: readonly DangerousRoad[] | undefined;
  readonly parishes: readonly Place[] | undefined;
}

export function readTables(
  uncut: Grades,
  folder: Folder,
  stated: Crs | "unknown" | undefined,
  { report, failed }: IssueBook,
): TableReadings {
  const noteCrs = (path: string, positions: TablePositions | undefined): void => {
    if (positions) folder.note(path, { crs: positions.crs, ...(positions.decimal && { decimal: positions.decimal }) });
  };
  const siteSheet = folder.sheet(CASE_FILES.sites, "required", siteColumns(uncut), [
    "id",
    "name",
    "grades",
    "district",
  ]);
  const grades = cutBySites(uncut, siteSheet, report);
  const where = whereaboutsOf(siteSheet ? pairsIn(siteSheet) : [], stated);
  const sites = siteSheet && readSites(grades, siteSheet, where, report);
  for (const { name, ids } of namesakes(sites?.rows.map(({ site }) => site) ?? []))
    report("sites.name-twice", { file: CASE_FILES.sites }, { name, ids });
  noteCrs(CASE_FILES.sites, sites?.positions);

  const districtSheet = folder.sheet(CASE_FILES.districts, "required", DISTRICT_COLUMNS, ["id", "name"]);
  const districts = districtSheet && readDistricts(districtSheet, report);
  if (sites && districts) checkSiteDistricts(districts, sites.rows, report);

  const placeSheet = folder.sheet(CASE_FILES.places, "optional", PLACE_COLUMNS, ["name"]);
  const places = placeSheet && readPlaces(placeSheet, where, report);
  noteCrs(CASE_FILES.places, places?.positions);
  const absent = folder.has(CASE_FILES.places) ? "damaged" : "absent";
  const knownPlaces = !places || failed(CASE_FILES.places) ? absent : places.places;

  const pupilSheet = folder.sheet(CASE_FILES.pupils, "required", pupilColumns(grades), []);
  const pupils = pupilSheet && readPupils(grades, pupilSheet, knownPlaces, where, report);
  noteCrs(CASE_FILES.pupils, pupils?.positions);
  if (pupils?.residents.length === 0 && !failed(CASE_FILES.pupils))
    report("pupils.none", { file: CASE_FILES.pupils }, {});

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
    ownCosts,
    priceIndex,
    dangerousRoads,
    parishes: parishes?.places,
  };
}
