import { type Grades, hasBand } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { type Pupils, pupils } from "../domain/quantities.ts";
import { lineKeeper, readPlaceCount, readRequired } from "./cells-of-rows.ts";
import { type KeyFinder, keyFinder } from "./code-and-name.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { readGradeSet } from "./grades-cell.ts";
import type { Report } from "./report.ts";
import { capacityColumns, type CapacityRole, readCapacities, type SiteRow, TAUGHT_NAMES } from "./sites.ts";
import type { Row } from "./row.ts";

type SheetRole = CapacityRole | "site" | "grades" | "capacity";

/** What a file calls a site in, by its id or name. */
export const SITE_KEYS = [
  "site",
  "site_id",
  "skole",
  "skole_id",
  "id",
  "institutionsnummer",
  "name",
  "navn",
  "institutionsnavn",
  "skolenavn",
] as const;

export const capacitySheetColumns = (grades: Grades): ColumnNames<SheetRole> => ({
  site: SITE_KEYS,
  grades: TAUGHT_NAMES,
  capacity: ["capacity", "kapacitet", "pladser", "places"],
  ...capacityColumns(grades),
});

/**
 * capacity.csv: places of the sites, by id or name, in a sheet of their own: a column for each band, or a row for each site and band. The
 * sites with them; places that sites.csv states otherwise are a contradiction.
 */
export function withCapacity(
  grades: Grades,
  sheet: Sheet<SheetRole>,
  sites: readonly SiteRow[],
  report: Report,
): readonly SiteRow[] {
  const columns = Object.keys(capacityColumns(grades)).filter((role): role is CapacityRole =>
    role.startsWith("capacity_"),
  );
  const byBand = columns.some((role) => sheet.has(role));
  if (!byBand && !(sheet.has("grades") && sheet.has("capacity"))) {
    report("capacity.no-columns", { file: sheet.file, line: sheet.header.line }, {});
    return sites;
  }
  const find = siteFinder(sites.map(({ site }) => site));
  const found = new Map<number, readonly (Pupils | undefined)[]>();
  const earlier = lineKeeper();
  for (const row of sheet.rows) {
    const site = siteIn(sheet, row, find, sites, report);
    if (site === undefined) continue;
    const places = byBand ? readCapacities(grades, sheet, row, report) : placesOfBand(grades, sheet, row, report);
    const key = byBand ? `${site}` : `${site} ${places.findIndex((each) => each !== undefined)}`;
    const first = earlier(key, row);
    if (first !== undefined) report("value.twice", sheet.at(row, "site"), { value: sheet.text(row, "site"), first });
    const known = found.get(site) ?? [];
    found.set(
      site,
      places.map((each, band) => each ?? known[band]),
    );
    const { name, capacity } = sites[site].site;
    places.forEach((here, band) => {
      const there = capacity[band];
      if (here !== undefined && there !== undefined && here !== there)
        report("capacity.otherwise", sheet.at(row, "site"), { site: name, here, there });
    });
  }
  return sites.map((row, number) => {
    const own = found.get(number);
    const capacity = own ? row.site.capacity.map((stated, band) => own[band] ?? stated) : row.site.capacity;
    return { ...row, site: { ...row.site, capacity } };
  });
}

/** Of a row that is of one band. */
function placesOfBand(
  grades: Grades,
  sheet: Sheet<SheetRole>,
  row: Row,
  report: Report,
): readonly (Pupils | undefined)[] {
  const taught = readGradeSet(grades, sheet.text(row, "grades"), sheet.at(row, "grades"), report);
  const bands = grades.bands.filter(({ band }) => taught !== undefined && hasBand(taught, band));
  if (bands.length !== 1) report("capacity.bands", sheet.at(row, "grades"), { found: sheet.text(row, "grades") });
  const count = readPlaceCount(sheet.text(row, "capacity"), sheet.at(row, "capacity"), report);
  return grades.bands.map(({ band }) =>
    bands.length === 1 && band === bands[0].band && count !== undefined ? pupils(count) : undefined,
  );
}

/** Sites by their ids, else by their names; code and name may stand in one cell. */
export const siteFinder = (sites: readonly Site[]): KeyFinder<Site> =>
  keyFinder(
    sites.map((site) => [site.id, site] as const),
    sites.map((site) => [site.name, site] as const),
  );

function siteIn(
  sheet: Sheet<SheetRole>,
  row: Row,
  find: KeyFinder<Site>,
  sites: readonly SiteRow[],
  report: Report,
): number | undefined {
  const name = readRequired(sheet, row, "site", report);
  if (name === "") return undefined;
  const [site, ...others] = find(name, sheet.at(row, "site"), report);
  if (site && others.length === 0) return sites.findIndex((each) => each.site === site);
  report("capacity.site-unknown", sheet.at(row, "site"), { site: name });
  return undefined;
}
