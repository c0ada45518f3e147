import { BANDS, type BandSet, hasBand } from "../domain/grades.ts";
import { type Pupils, pupils } from "../domain/quantities.ts";
import { lineKeeper, readCount, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { readGradeSet } from "./grades-cell.ts";
import type { Report } from "./report.ts";
import { SITE_COLUMNS, type SiteRow } from "./sites.ts";
import type { Row } from "./table.ts";

type CapacityRole = "site" | "grades" | "capacity" | `capacity_${0 | 1 | 2}`;
const BAND_ROLES = ["capacity_0", "capacity_1", "capacity_2"] as const satisfies readonly CapacityRole[];

export const CAPACITY_COLUMNS: ColumnNames<CapacityRole> = {
  site: ["site", "site_id", "skole", "skole_id", "id", "institutionsnummer", "name", "navn", "institutionsnavn"],
  grades: SITE_COLUMNS.grades,
  capacity: ["capacity", "kapacitet", "pladser", "places"],
  capacity_0: SITE_COLUMNS.capacity_0,
  capacity_1: SITE_COLUMNS.capacity_1,
  capacity_2: SITE_COLUMNS.capacity_2,
};

/**
 * capacity.csv: places of the sites, by id or name, in a sheet of their own: a column for each band, or a row for each site and band. The
 * sites with them; places that sites.csv states otherwise are a contradiction.
 */
export function withCapacity(
  sheet: Sheet<CapacityRole>,
  sites: readonly SiteRow[],
  report: Report,
): readonly SiteRow[] {
  const at = { file: sheet.file, line: sheet.header.line };
  const byBand = BAND_ROLES.some((role) => sheet.has(role));
  if (!byBand && !(sheet.has("grades") && sheet.has("capacity"))) {
    report("capacity.no-columns", at, {});
    return sites;
  }
  const found = new Map<number, (Pupils | undefined)[]>();
  const earlier = lineKeeper();
  for (const row of sheet.rows) {
    const site = siteIn(sheet, row, sites, report);
    if (site === undefined) continue;
    const bands = byBand ? undefined : readGradeSet(sheet.text(row, "grades"), sheet.at(row, "grades"), report);
    if (!byBand && (bands === undefined || !isOneBand(bands))) {
      report("capacity.bands", sheet.at(row, "grades"), { found: sheet.text(row, "grades") });
      continue;
    }
    const first = earlier(`${site} ${bands ?? ""}`, row);
    if (first !== undefined) report("value.twice", sheet.at(row, "site"), { value: sheet.text(row, "site"), first });
    const own = found.get(site) ?? BANDS.map(() => undefined);
    for (const { band } of BANDS) {
      if (bands !== undefined && !hasBand(bands, band)) continue;
      const role = byBand ? BAND_ROLES[band] : "capacity";
      const count = readCount(sheet.text(row, role), undefined, sheet.at(row, role), report);
      if (typeof count !== "number") continue;
      const stated = sites[site].site.capacity[band];
      if (stated !== undefined && stated !== count)
        report("capacity.otherwise", sheet.at(row, role), { site: sites[site].site.name, here: count, there: stated });
      own[band] = pupils(count);
    }
    found.set(site, own);
  }
  return sites.map((row, number) => {
    const own = found.get(number);
    const capacity = own ? row.site.capacity.map((stated, band) => own[band] ?? stated) : row.site.capacity;
    return { ...row, site: { ...row.site, capacity } };
  });
}

const isOneBand = (bands: BandSet): boolean => BANDS.filter(({ band }) => hasBand(bands, band)).length === 1;

/** By id, else by a name that one site alone has. */
function siteIn(sheet: Sheet<CapacityRole>, row: Row, sites: readonly SiteRow[], report: Report): number | undefined {
  const name = readRequired(sheet, row, "site", report);
  if (name === "") return undefined;
  const byId = sites.findIndex(({ site }) => site.id === name);
  const named = sites.flatMap(({ site }, number) => (site.name.toLowerCase() === name.toLowerCase() ? number : []));
  if (byId >= 0 || named.length === 1) return byId >= 0 ? byId : named[0];
  report("capacity.site-unknown", sheet.at(row, "site"), { site: name });
  return undefined;
}
