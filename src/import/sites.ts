import { ALL_BANDS, BANDS, type BandSet, GRADE_COUNT, hasBand, NO_BANDS, parseGradeRange } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { type Pupils, pupils } from "../domain/quantities.ts";
import type { Crs } from "../geo/projection.ts";
import { onceOnly, readCount, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { GRADE_COLUMNS, GRADE_ROLES, type GradeRole } from "./grade-columns.ts";
import type { Report, Spot } from "./report.ts";
import type { Row } from "./table.ts";
import {
  COORDINATE_COLUMNS,
  coordinateColumns,
  type CoordinateRole,
  readPositions,
  type TablePositions,
} from "./table-positions.ts";

type CapacityRole = `capacity_${0 | 1 | 2}`;
export type SiteRole = CoordinateRole | CapacityRole | GradeRole | "id" | "name" | "town" | "grades" | "district";

const CAPACITY_ROLES = ["capacity_0", "capacity_1", "capacity_2"] as const satisfies readonly CapacityRole[];

export const SITE_COLUMNS: ColumnNames<SiteRole> = {
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "institutionsnummer"],
  name: ["name", "navn", "institutionsnavn"],
  town: ["town", "by", "bynavn", "postdistrikt"],
  grades: ["grades", "klassetrin", "trin"],
  district: ["district", "distrikt", "skoledistrikt"],
  capacity_0: ["capacity_0_3", "kapacitet_0_3"],
  capacity_1: ["capacity_4_6", "kapacitet_4_6"],
  capacity_2: ["capacity_7_9", "kapacitet_7_9"],
  ...GRADE_COLUMNS,
};

/** A row of sites.csv that could be read. */
export interface SiteRow {
  readonly site: Site;
  /** Id of the district it belongs to today. */
  readonly district?: string;
  readonly districtAt: Spot;
}

/** sites.csv: the rows that could be read, and every id in it, readable or not, so that plans can be checked against it. */
export interface SiteReading {
  readonly rows: readonly SiteRow[];
  readonly ids: ReadonlySet<string>;
  readonly positions: TablePositions;
}

export function readSites(sheet: Sheet<SiteRole>, stated: Crs | undefined, report: Report): SiteReading | undefined {
  const columns = coordinateColumns(sheet);
  if (!columns) {
    report(
      "coordinates.no-columns",
      { file: sheet.file, line: sheet.header.line },
      { found: sheet.header.cells.join(", ") },
    );
    return undefined;
  }
  const positions = readPositions(sheet, columns, sheet.rows, stated, report);
  const first = onceOnly(sheet, "id", report);
  const rows = sheet.rows.flatMap((row) =>
    first(row) === "first" ? (readSite(sheet, row, positions, report) ?? []) : [],
  );
  const ids = new Set(sheet.rows.map((row) => sheet.text(row, "id")));
  listSitesWithoutCapacity(sheet.file, rows, report);
  if (sheet.rows.every((row) => sheet.text(row, "grades") === "")) report("sites.none-open", { file: sheet.file }, {});
  return { rows, ids, positions };
}

function readSite(
  sheet: Sheet<SiteRole>,
  row: Row,
  { positionOf }: TablePositions,
  report: Report,
): SiteRow | undefined {
  const id = readRequired(sheet, row, "id", report);
  const name = readRequired(sheet, row, "name", report);
  const teaches = readGrades(sheet.text(row, "grades"), sheet.at(row, "grades"), report);
  const capacity = CAPACITY_ROLES.map((role) => readCapacity(sheet, row, role, report));
  const registered = readRegistered(sheet, row, report);
  const position = positionOf.get(row);
  const district = sheet.text(row, "district");
  if (id === "" || !position) return undefined;
  const town = sheet.text(row, "town");
  return {
    site: { id, name, town, ...position, teaches: teaches ?? NO_BANDS, capacity, ...(registered && { registered }) },
    districtAt: sheet.at(row, "district"),
    ...(district !== "" && { district }),
  };
}

/** "0-6", "0-3, 7-9", "0-10" (grade 10 left out, said so); "" is a site closed today. `undefined` is an issue. */
function readGrades(text: string, at: Spot, report: Report): BandSet | undefined {
  if (text === "") return NO_BANDS;
  const withoutTen = text.replace(/\b10\b/, "9");
  const sets = withoutTen.split(/[,;+&/]|\bog\b/).map(parseGradeRange);
  if (sets.some((set) => set === undefined)) {
    report("sites.grades", at, { found: text });
    return undefined;
  }
  if (withoutTen !== text) report("sites.grade-ten", at, { found: text });
  return sets.reduce<BandSet>((all, set) => all | (set ?? NO_BANDS), NO_BANDS) & ALL_BANDS;
}

function readCapacity(sheet: Sheet<SiteRole>, row: Row, role: CapacityRole, report: Report): Pupils | undefined {
  const count = readCount(sheet.text(row, role), undefined, sheet.at(row, role), report);
  return typeof count === "number" ? pupils(count) : undefined;
}

/** Pupils by grade, if all grades are there; a site with only some of them is reported. */
function readRegistered(sheet: Sheet<SiteRole>, row: Row, report: Report): readonly number[] | undefined {
  const counts = GRADE_ROLES.map((role) => readCount(sheet.text(row, role), undefined, sheet.at(row, role), report));
  const known = counts.filter((count) => typeof count === "number");
  if (known.length === GRADE_COUNT) return known;
  if (known.length > 0 && !counts.includes(undefined)) report("sites.registered-partly", sheet.rowAt(row), {});
  return undefined;
}

function listSitesWithoutCapacity(file: string, rows: readonly SiteRow[], report: Report): void {
  const missing = rows.filter(({ site }) =>
    BANDS.some(({ band }) => hasBand(site.teaches, band) && site.capacity[band] === undefined),
  );
  const names = missing.map(({ site }) => site.name).join(", ");
  if (missing.length > 0) report("sites.no-capacity", { file }, { count: missing.length, sites: names });
}
