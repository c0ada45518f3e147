import { quotedList } from "../domain/language.ts";
import { hasBand, NO_BANDS, type Grades } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import { type Pupils, pupils } from "../domain/quantities.ts";
import type { Whereabouts } from "./whereabouts.ts";
import { clockOf, clockText } from "../domain/clock.ts";
import { onceOnly, readCount, readPlaceCount, readRequired, reportAlike } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { countLike } from "./count-columns.ts";
import { gradeColumns, type GradeRole, gradeRoles } from "./grade-columns.ts";
import { readGradeSet } from "./grades-cell.ts";
import type { Report, Spot } from "./report.ts";
import type { Row } from "./row.ts";
import {
  COORDINATE_COLUMNS,
  type CoordinateRole,
  neededCoordinates,
  positionsRead,
  type PositionsRead,
  readPositions,
  type TablePositions,
} from "./table-positions.ts";

/** Places in the grades from one to another, by their numbers in the case. */
export type CapacityRole = `capacity_${number}_${number}`;
type SiteRole =
  | CoordinateRole
  | CapacityRole
  | GradeRole
  | "id"
  | "name"
  | "town"
  | "grades"
  | "district"
  | "entity"
  | "bell_time";

/** Every run of grades that a column may be of. */
const runsOf = ({ all }: Grades): readonly (readonly [first: number, last: number])[] =>
  all.flatMap((first) => all.slice(first).map((last) => [first, last] as const));
const capacityRole = (first: number, last: number): CapacityRole => `capacity_${first}_${last}`;

export const capacityColumns = (grades: Grades): ColumnNames<CapacityRole> =>
  Object.fromEntries(
    runsOf(grades).map(([first, last]) => {
      const names = [...new Set([grades.names[first], grades.names[last]])].join("_");
      return [capacityRole(first, last), [`capacity_${names}`, `kapacitet_${names}`]];
    }),
  );

/** What the time at which a school begins is called, in Danish, English, Swedish, Norwegian and German. */
const BELL_NAMES = [
  "bell_time",
  "belltime",
  "bell",
  "start_time",
  "school_start",
  "ringetid",
  "ringer_ind",
  "mødetid",
  "skolestart",
  "begynder",
  "skoledagen_begynder",
  "skolstart",
  "starttid",
  "ringtid",
  "skolen_starter",
  "oppstart",
  "schulbeginn",
  "unterrichtsbeginn",
] as const;

/** What the grades that a site teaches are called. */
export const TAUGHT_NAMES = ["grades", "klassetrin", "trin"] as const;

export const siteColumns = (grades: Grades): ColumnNames<SiteRole> => ({
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "institutionsnummer", "institutionsnr", "inst_nr", "instnr", "skolenummer", "skolekode"],
  name: ["name", "navn", "institutionsnavn", "inst_navn", "skolenavn", "skole"],
  town: ["town", "by", "bynavn", "postdistrikt"],
  grades: TAUGHT_NAMES,
  district: ["district", "distrikt", "skoledistrikt"],
  entity: ["entity", "enhedsart", "enhedstype"],
  bell_time: BELL_NAMES,
  ...capacityColumns(grades),
  ...gradeColumns(grades),
});

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
  readonly positions: PositionsRead;
}

export function readSites(
  grades: Grades,
  sheet: Sheet<SiteRole>,
  where: Whereabouts,
  report: Report,
): SiteReading | undefined {
  const columns = neededCoordinates(sheet, report);
  if (!columns) return undefined;
  const schools = sheet.rows.filter((row) => !isHeadOnly(sheet, row));
  listHeads(sheet, report);
  const positions = readPositions(sheet, columns, schools, where, report);
  const first = onceOnly(sheet, "id", report);
  reportAlike(sheet, "id", report);
  const rows = schools.flatMap((row) =>
    first(row) === "first" ? (readSite(grades, sheet, row, positions, report) ?? []) : [],
  );
  const ids = new Set(schools.map((row) => sheet.text(row, "id")));
  if (schools.every((row) => sheet.text(row, "grades") === "")) report("sites.none-open", { file: sheet.file }, {});
  return { rows, ids, positions: positionsRead(positions) };
}

function readSite(
  grades: Grades,
  sheet: Sheet<SiteRole>,
  row: Row,
  { positionOf }: TablePositions,
  report: Report,
): SiteRow | undefined {
  const id = readRequired(sheet, row, "id", report);
  const name = readRequired(sheet, row, "name", report);
  const teaches = readGradeSet(grades, sheet.text(row, "grades"), sheet.at(row, "grades"), report);
  const capacity = readCapacities(grades, sheet, row, report);
  const registered = readRegistered(grades, sheet, row, report);
  const bellTime = readBellTime(sheet, row, report);
  const position = positionOf.get(row);
  const district = sheet.text(row, "district");
  if (id === "" || !position) return undefined;
  const town = sheet.text(row, "town");
  return {
    site: {
      id,
      name,
      town,
      ...position,
      teaches: teaches ?? NO_BANDS,
      capacity,
      ...(registered && { registered }),
      ...(bellTime !== undefined && { bellTime }),
    },
    districtAt: sheet.at(row, "district"),
    ...(district !== "" && { district }),
  };
}

/**
 * Places of each band, `[band]`. A column of several bands, as where a file says 4-6 and the case cuts before 6, is shared out by how many
 * grades each has, which is said; one that cuts a band says nothing of it.
 */
export function readCapacities(
  grades: Grades,
  sheet: Pick<Sheet<CapacityRole>, "file" | "header" | "has" | "text" | "at">,
  row: Row,
  report: Report,
): readonly (Pupils | undefined)[] {
  const places: (Pupils | undefined)[] = grades.bands.map(() => undefined);
  for (const [first, last] of runsOf(grades)) {
    const role = capacityRole(first, last);
    if (!sheet.has(role)) continue;
    const count = readPlaceCount(sheet.text(row, role), sheet.at(row, role), report);
    if (count === undefined) continue;
    const within = grades.bands.filter((band) => band.first >= first && band.last <= last);
    const covered = within.reduce((sum, band) => sum + band.last - band.first + 1, 0);
    if (covered < last - first + 1) {
      report("sites.capacity-grades", sheet.at(row, role), { found: String(count) });
      continue;
    }
    if (within.length > 1)
      report("sites.capacity-shared", { file: sheet.file, line: sheet.header.line, group: "" }, {});
    let [left, gradesLeft] = [count, covered];
    for (const band of within) {
      const own = band.last - band.first + 1;
      const share = Math.round((left * own) / gradesLeft);
      places[band.band] = pupils((places[band.band] ?? 0) + share);
      left -= share;
      gradesLeft -= own;
    }
  }
  return places;
}

/** Pupils by grade, if all grades are there; a site with only some of them is reported. */
function readRegistered(
  grades: Grades,
  sheet: Sheet<SiteRole>,
  row: Row,
  report: Report,
): readonly number[] | undefined {
  const counts = gradeRoles(grades).map((role) =>
    readCount(sheet.text(row, role), undefined, sheet.at(row, role), report),
  );
  const known = counts.filter((count) => typeof count === "number");
  if (known.length === grades.count) return known;
  if (known.length > 0 && !counts.includes(undefined)) report("sites.registered-partly", sheet.rowAt(row), {});
  return undefined;
}

/** When the school begins, minutes after midnight; `undefined` where nobody has said. */
function readBellTime(sheet: Sheet<SiteRole>, row: Row, report: Report): number | undefined {
  const text = sheet.text(row, "bell_time");
  if (text === "") return undefined;
  const found = clockOf(text);
  if (found !== undefined && found >= EARLIEST_BELL && found <= LATEST_BELL) return found;
  const values = { found: text, from: clockText(EARLIEST_BELL), to: clockText(LATEST_BELL) };
  report("sites.bell-time", sheet.at(row, "bell_time"), values);
  return undefined;
}

/** Schools in shifts begin in the afternoon; what is earlier or later is something else. */
const EARLIEST_BELL = 5 * 60;
const LATEST_BELL = 16 * 60;

/** The register has a row for the institution over several departments, which each have a row of their own. */
const isHeadOnly = (sheet: Sheet<SiteRole>, row: Row): boolean =>
  /hovedskole|hovedinstitution|institution med enheder/i.test(sheet.text(row, "entity"));

function listHeads(sheet: Sheet<SiteRole>, report: Report): void {
  const heads = sheet.rows.filter((row) => isHeadOnly(sheet, row)).map((row) => sheet.text(row, "name"));
  if (heads.length > 0)
    report("sites.head-only", { file: sheet.file }, { count: heads.length, sites: heads.join(", ") });
}

/** Lists open sites with no place or without a stated capacity, and columns of numbers that might be it. */
export function listSitesWithoutCapacity(
  grades: Grades,
  sheet: Sheet<SiteRole>,
  rows: readonly SiteRow[],
  report: Report,
): void {
  const withPlaces = (places: 0 | undefined): readonly string[] =>
    rows
      .filter(({ site }) =>
        grades.bands.some(({ band }) => hasBand(site.teaches, band) && site.capacity[band] === places),
      )
      .map(({ site }) => site.name);
  const none = withPlaces(0);
  if (none.length > 0) report("sites.no-places", { file: sheet.file }, { count: none.length, sites: none.join(", ") });
  const missing = withPlaces(undefined);
  if (missing.length === 0) return;
  report("sites.no-capacity", { file: sheet.file }, { count: missing.length, sites: missing.join(", ") });
  const columns = countLike(sheet);
  if (columns.length > 0)
    report("sites.capacity-columns", { file: sheet.file, line: sheet.header.line }, { columns: quotedList(columns) });
}
