import type { District } from "../domain/municipality.ts";
import { onceOnly, readRequired, reportAlike } from "./cells-of-rows.ts";
import { keyFinder } from "./code-and-name.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import type { Report, Spot } from "./report.ts";
import type { SiteRow } from "./sites.ts";

type DistrictRole = "id" | "name";
export const DISTRICT_COLUMNS: ColumnNames<DistrictRole> = {
  id: ["id", "nummer", "kode", "distrikt", "district"],
  name: ["name", "navn", "distriktsnavn"],
};

/** A row of districts.csv. */
export interface DistrictRow {
  readonly id: string;
  readonly name: string;
  readonly at: Spot;
}

export function readDistricts(sheet: Sheet<DistrictRole>, report: Report): readonly DistrictRow[] {
  const first = onceOnly(sheet, "id", report);
  reportAlike(sheet, "id", report);
  const rows = sheet.rows.flatMap((row) => {
    const id = readRequired(sheet, row, "id", report);
    const name = readRequired(sheet, row, "name", report);
    return first(row) === "first" && id !== "" ? { id, name, at: sheet.at(row, "id") } : [];
  });
  for (const { name, ids } of namesakes(rows)) report("districts.name-twice", { file: sheet.file }, { name, ids });
  return rows;
}

/** Names that several have, in small letters or large, with the ids of those who have them. */
export function namesakes(
  entries: readonly { readonly id: string; readonly name: string }[],
): readonly { readonly name: string; readonly ids: string }[] {
  const groups = new Map<string, (typeof entries)[number][]>();
  for (const entry of entries) {
    const word = entry.name.trim().toLowerCase();
    groups.set(word, [...(groups.get(word) ?? []), entry]);
  }
  return [...groups].flatMap(([word, alike]) =>
    word === "" || alike.length === 1 ? [] : [{ name: alike[0].name, ids: alike.map(({ id }) => id).join(", ") }],
  );
}

/** Today's districts with their sites; the sites name their district, so only empty districts can be wrong here. */
export function districtsToday(
  rows: readonly DistrictRow[],
  sites: readonly SiteRow[],
  report: Report,
): readonly District[] {
  return rows.map(({ id, name, at }) => {
    const members = sites.flatMap(({ district }, number) => (district === id ? number : []));
    if (members.length === 0) report("districts.no-site", at, { district: name });
    else if (members.every((number) => sites[number].site.teaches === 0))
      report("districts.none-open", at, { district: name });
    return { id, name, sites: members };
  });
}

/** The sites with the id of the district that each names, by its id, its name or both in one cell; what names none stays as it is. */
export function withDistrictIds(
  rows: readonly DistrictRow[],
  sites: readonly SiteRow[],
  report: Report,
): readonly SiteRow[] {
  const find = keyFinder(
    rows.map(({ id }) => [id, id] as const),
    rows.map(({ id, name }) => [name, id] as const),
  );
  const known = new Set(rows.map(({ id }) => id));
  return sites.map((site) => {
    const { district, districtAt } = site;
    if (district === undefined || known.has(district)) return site;
    const [found, ...others] = find(district, districtAt, report);
    return found !== undefined && others.length === 0 ? { ...site, district: found } : site;
  });
}

/** Sites must name a district that exists; open sites in none are listed. */
export function checkSiteDistricts(rows: readonly DistrictRow[], sites: readonly SiteRow[], report: Report): void {
  const known = new Set(rows.map(({ id }) => id));
  for (const { district, districtAt } of sites)
    if (district !== undefined && !known.has(district)) report("sites.district-unknown", districtAt, { district });
  const homeless = sites.filter(({ site, district }) => site.teaches !== 0 && district === undefined);
  if (homeless.length > 0) {
    const names = homeless.map(({ site }) => site.name).join(", ");
    report("sites.no-district", { file: homeless[0].districtAt.file }, { count: homeless.length, sites: names });
  }
}
