import { type BandSet, type Grades, hasBand } from "../domain/grades.ts";
import { type Pupils, pupils } from "../domain/quantities.ts";
import { lineKeeper, readCount, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { readGradeSet } from "./grades-cell.ts";
import type { Report } from "./report.ts";
import { capacityColumns, type CapacityRole, readCapacities, siteColumns, type SiteRow } from "./sites.ts";
import type { Row } from "./table.ts";

type SheetRole = CapacityRole | "site" | "grades" | "capacity";

/** What a site is named by, in every file that says something of sites. */
export const SITE_NAMES = [
  "site",
  "site_id",
  "skole",
  "skole_id",
  "id",
  "institutionsnummer",
  "name",
  "navn",
  "institutionsnavn",
] as const;

export const capacitySheetColumns = (grades: Grades): ColumnNames<SheetRole> => ({
  site: SITE_NAMES,
  grades: siteColumns(grades).grades,
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
  const at = { file: sheet.file, line: sheet.header.line };
  const roles = Object.keys(capacityColumns(grades)) as CapacityRole[];
  const byBand = roles.some((role) => sheet.has(role));
  if (!byBand && !(sheet.has("grades") && sheet.has("capacity"))) {
    report("capacity.no-columns", at, {});
    return sites;
  }
  const found = new Map<number, (Pupils | undefined)[]>();
  const earlier = lineKeeper();
  for (const row of sheet.rows) {
    const site = siteIn(sheet, row, sites, report);
    if (site === undefined) continue;
    const stated = byBand ? readCapacities(grades, sheet, row, report) : readOneBand(grades, sheet, row, report);
    if (!stated) continue;
    const first = earlier(`${site} ${byBand ? "" : sheet.text(row, "grades")}`, row);
    if (first !== undefined) report("value.twice", sheet.at(row, "site"), { value: sheet.text(row, "site"), first });
    const own = found.get(site) ?? grades.bands.map(() => undefined);
    for (const [band, here] of stated.entries()) {
      if (here === undefined) continue;
      const there = sites[site].site.capacity[band];
      if (there !== undefined && there !== here)
        report("capacity.otherwise", sheet.at(row, "site"), { site: sites[site].site.name, here, there });
      own[band] = here;
    }
    found.set(site, own);
  }
  return sites.map((row, number) => {
    const own = found.get(number);
    const capacity = own ? row.site.capacity.map((stated, band) => own[band] ?? stated) : row.site.capacity;
    return { ...row, site: { ...row.site, capacity } };
  });
}

/** A row for a site and a band, `[band]`. */
function readOneBand(
  grades: Grades,
  sheet: Sheet<SheetRole>,
  row: Row,
  report: Report,
): readonly (Pupils | undefined)[] | undefined {
  const bands = readGradeSet(grades, sheet.text(row, "grades"), sheet.at(row, "grades"), report);
  if (bands === undefined || !isOneBand(grades, bands)) {
    report("capacity.bands", sheet.at(row, "grades"), { found: sheet.text(row, "grades") });
    return undefined;
  }
  const count = readCount(sheet.text(row, "capacity"), undefined, sheet.at(row, "capacity"), report);
  return grades.bands.map(({ band }) =>
    hasBand(bands, band) && typeof count === "number" ? pupils(count) : undefined,
  );
}

const isOneBand = (grades: Grades, bands: BandSet): boolean =>
  grades.bands.filter(({ band }) => hasBand(bands, band)).length === 1;

/** By id, else by a name that one site alone has. */
function siteIn(sheet: Sheet<SheetRole>, row: Row, sites: readonly SiteRow[], report: Report): number | undefined {
  const name = readRequired(sheet, row, "site", report);
  if (name === "") return undefined;
  const byId = sites.findIndex(({ site }) => site.id === name);
  const named = sites.flatMap(({ site }, number) => (site.name.toLowerCase() === name.toLowerCase() ? number : []));
  if (byId >= 0 || named.length === 1) return byId >= 0 ? byId : named[0];
  report("capacity.site-unknown", sheet.at(row, "site"), { site: name });
  return undefined;
}
