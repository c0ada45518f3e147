import { quotedList } from "../domain/language.ts";
import { BANDS, GRADE_COUNT, hasBand, NO_BANDS } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { type Pupils, pupils } from "../domain/quantities.ts";
import type { Whereabouts } from "./whereabouts.ts";
import { onceOnly, readCount, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { countLike } from "./count-columns.ts";
import { GRADE_COLUMNS, GRADE_ROLES, type GradeRole } from "./grade-columns.ts";
import { readGradeSet } from "./grades-cell.ts";
import type { Report, Spot } from "./report.ts";
import type { Row } from "./table.ts";
import {
  COORDINATE_COLUMNS,
  type CoordinateRole,
  neededCoordinates,
  readPositions,
  type TablePositions,
} from "./table-positions.ts";

type CapacityRole = `capacity_${0 | 1 | 2}`;
type SiteRole = CoordinateRole | CapacityRole | GradeRole | "id" | "name" | "town" | "grades" | "district" | "entity";

const CAPACITY_ROLES = ["capacity_0", "capacity_1", "capacity_2"] as const satisfies readonly CapacityRole[];

export const SITE_COLUMNS: ColumnNames<SiteRole> = {
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "institutionsnummer", "inst_nr", "instnr"],
  name: ["name", "navn", "institutionsnavn", "inst_navn"],
  town: ["town", "by", "bynavn", "postdistrikt"],
  grades: ["grades", "klassetrin", "trin"],
  district: ["district", "distrikt", "skoledistrikt"],
  entity: ["entity", "enhedsart", "enhedstype"],
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

export function readSites(sheet: Sheet<SiteRole>, where: Whereabouts, report: Report): SiteReading | undefined {
  const columns = neededCoordinates(sheet, report);
  if (!columns) return undefined;
  const schools = sheet.rows.filter((row) => !isHeadOnly(sheet, row));
  listHeads(sheet, report);
  const positions = readPositions(sheet, columns, schools, where, report);
  const first = onceOnly(sheet, "id", report);
  const rows = schools.flatMap((row) =>
    first(row) === "first" ? (readSite(sheet, row, positions, report) ?? []) : [],
  );
  const ids = new Set(schools.map((row) => sheet.text(row, "id")));
  listSitesWithoutCapacity(sheet, rows, report);
  if (schools.every((row) => sheet.text(row, "grades") === "")) report("sites.none-open", { file: sheet.file }, {});
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
  const teaches = readGradeSet(sheet.text(row, "grades"), sheet.at(row, "grades"), report);
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

/** The register has a row for the institution over several departments, which each have a row of their own. */
const isHeadOnly = (sheet: Sheet<SiteRole>, row: Row): boolean =>
  /hovedskole|hovedinstitution|institution med enheder/i.test(sheet.text(row, "entity"));

function listHeads(sheet: Sheet<SiteRole>, report: Report): void {
  const heads = sheet.rows.filter((row) => isHeadOnly(sheet, row)).map((row) => sheet.text(row, "name"));
  if (heads.length > 0)
    report("sites.head-only", { file: sheet.file }, { count: heads.length, sites: heads.join(", ") });
}

/** Lists open sites without a capacity, and columns of numbers that might be it. */
function listSitesWithoutCapacity(sheet: Sheet<SiteRole>, rows: readonly SiteRow[], report: Report): void {
  const missing = rows.filter(({ site }) =>
    BANDS.some(({ band }) => hasBand(site.teaches, band) && site.capacity[band] === undefined),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ site }) => site.name).join(", ");
  report("sites.no-capacity", { file: sheet.file }, { count: missing.length, sites: names });
  const columns = countLike(sheet);
  if (columns.length > 0)
    report("sites.capacity-columns", { file: sheet.file, line: sheet.header.line }, { columns: quotedList(columns) });
}
