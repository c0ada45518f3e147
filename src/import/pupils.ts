import type { Grades } from "../domain/grades.ts";
import { quotedList } from "../domain/language.ts";
import type { Place, Position } from "../domain/municipality.ts";
import type { Whereabouts } from "./whereabouts.ts";
import { ageReader } from "./age-grades.ts";
import { onceOnly, readCount, readRequired, reportSameRows } from "./cells-of-rows.ts";
import { keyFinder } from "./code-and-name.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { reportCountColumns } from "./count-columns.ts";
import { gradeAfter, gradeColumns, gradeOfRole, type GradeRole, gradeRoles } from "./grade-columns.ts";
import { gradeNamed } from "./grade-names.ts";
import { HOME_KEYS, type HomeKind, type Unplaced } from "./homes.ts";
import { isYearLabel, mayBeBirthYear } from "./labels.ts";
import { decimalSignOf } from "./numbers.ts";
import { PLACES_FILE } from "./places.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";
import {
  COORDINATE_COLUMNS,
  coordinateColumns,
  type CoordinateRole,
  positionsRead,
  type PositionsRead,
  readPositions,
} from "./table-positions.ts";

type PupilRole = CoordinateRole | GradeRole | HomeKind | "id" | "place" | "grade" | "age" | "year" | "pupils";

export const PUPIL_COLUMNS = {
  ...HOME_KEYS,
  id: ["id", "elev_id", "elevid", "elevnummer", "pupil_id"],
  place: ["place", "sted", "by", "bynavn", "område"],
  grade: ["grade", "klassetrin", "trin", "klasse"],
  age: ["age", "alder", "alder i år", "aldersgruppe", "alderstrin", "age_group"],
  year: [
    "year",
    "år",
    "årstal",
    "skoleår",
    "school_year",
    "schoolyear",
    "tid",
    "time",
    "period",
    "periode",
    "kvartal",
    "quarter",
  ],
  pupils: [
    "pupils",
    "elever",
    "antal",
    "antal elever",
    "elevtal",
    "elevantal",
    "antal børn",
    "børn",
    "count",
    "indhold",
    "personer",
    "antal personer",
  ],
} as const;

/** A grade's pupils stand in a column each, or each row says its grade. */
export const pupilColumns = (grades: Grades): ColumnNames<PupilRole> => ({
  ...COORDINATE_COLUMNS,
  ...PUPIL_COLUMNS,
  ...gradeColumns(grades),
  ...gradeAfter(grades),
});

/** Pupils of one grade at one address or place. */
export interface Residents extends Position {
  readonly grade: number;
  readonly pupils: number;
}

/** pupils.csv. */
export interface PupilReading {
  readonly residents: readonly Residents[];
  /** Those whose home is told by a key alone; none once they are placed. */
  readonly unplaced: readonly Unplaced[];
  /** Pupils in the file who are not among the residents: of grade 10, and in rows without a place. */
  readonly leftOut: { readonly gradeTen: number; readonly nowhere: number };
  /** All pupils that its rows tell of, `[grade]`, grade 10 among them: counted as they are read, before anything becomes of them. */
  readonly counted: readonly number[];
  readonly positions?: PositionsRead;
}

/** The places of places.csv, or why they are not known. */
export type KnownPlaces = readonly Place[] | "absent" | "damaged";

/** How a table says how many pupils are in which grade, or of which age where it knows no grades. */
type Layout = "a row a pupil" | "grade and pupils" | "a column a grade" | "an age a row" | "age and pupils";

export function readPupils(
  grades: Grades,
  sheet: Sheet<PupilRole>,
  given: KnownPlaces | "areas instead",
  where: Whereabouts,
  report: Report,
): PupilReading | undefined {
  const layout = layoutOf(grades, sheet);
  const columns = coordinateColumns(sheet);
  const at = { file: sheet.file, line: sheet.header.line };
  const found = quotedList(sheet.header.cells);
  if (!layout) report("pupils.no-columns", at, { found });
  const keys = KEYS_IN_TURN.filter((role) => sheet.has(role));
  // "Område" is a name from a list of towns, or of an area that is drawn where there is no such list.
  const inAreas = given === "areas instead" && sheet.has("place") && !sheet.has("area");
  const places = given === "areas instead" ? "absent" : given;
  const tellsHomes = columns !== undefined || sheet.has("place") || keys.length > 0;
  if (!tellsHomes) report("pupils.no-homes", at, { found });
  if (!layout || !tellsHomes) return undefined;
  checkRows(grades, sheet, layout, report);
  const isLocated = (row: Row): boolean => columns?.some((column) => sheet.text(row, column) !== "") ?? false;
  const located = sheet.rows.filter(isLocated);
  const positions = columns && readPositions(sheet, columns, located, where, report);
  const placed = inAreas ? () => undefined : placeFinder(sheet, places, report);
  const counts = countReader(grades, sheet, layout, report);
  const residents: Residents[] = [];
  const unplaced: Unplaced[] = [];
  const nowhere: { row: Row; pupils: number }[] = [];
  for (const row of sheet.rows) {
    const ofRow = counts.read(row);
    const hasPlace = sheet.has("place") && sheet.text(row, "place") !== "";
    const byCoordinates = isLocated(row);
    const position = byCoordinates ? positions?.positionOf.get(row) : hasPlace ? placed(row) : undefined;
    const by = keys.find((role) => sheet.text(row, role) !== "");
    if (position) for (const each of ofRow) residents.push({ ...position, ...each });
    else if (!byCoordinates && hasPlace && inAreas)
      for (const each of ofRow)
        unplaced.push({ ...each, by: "area", key: sheet.text(row, "place"), at: sheet.at(row, "place") });
    else if (!byCoordinates && !hasPlace && by)
      for (const each of ofRow) unplaced.push({ ...each, by, key: sheet.text(row, by), at: sheet.at(row, by) });
    else if (!byCoordinates && !hasPlace)
      nowhere.push({ row, pupils: ofRow.reduce((sum, { pupils }) => sum + pupils, 0) });
  }
  counts.summarise();
  if (nowhere.length > 0) reportNowhere(sheet.file, nowhere, report);
  const leftOut = { gradeTen: counts.inGradeTen(), nowhere: nowhere.reduce((sum, { pupils }) => sum + pupils, 0) };
  return {
    residents,
    unplaced,
    leftOut,
    counted: counts.counted(),
    ...(positions && { positions: positionsRead(positions) }),
  };
}

/** The most exact first. */
const KEYS_IN_TURN = ["address", "area", "postcode", "parish"] as const satisfies readonly HomeKind[];

function layoutOf(grades: Grades, sheet: Sheet<PupilRole>): Layout | undefined {
  if (sheet.has("grade")) return sheet.has("pupils") ? "grade and pupils" : "a row a pupil";
  if (gradeRoles(grades).some((role) => sheet.has(role))) return "a column a grade";
  if (!sheet.has("age")) return undefined;
  return sheet.has("pupils") ? "age and pupils" : "an age a row";
}

/** Whether each row is one pupil. */
const isRowAPupil = (layout: Layout): boolean => layout === "a row a pupil" || layout === "an age a row";

/** Every pupil once: no id twice (for each grade, where a row is a grade), no row again, no count in an unknown column. */
function checkRows(grades: Grades, sheet: Sheet<PupilRole>, layout: Layout, report: Report): void {
  const isCounted = layout === "grade and pupils" || layout === "age and pupils";
  const by = layout === "age and pupils" ? "age" : "grade";
  const first = onceOnly(sheet, "id", report, (row) => (isCounted ? sheet.text(row, by) : ""));
  if (sheet.has("id")) sheet.rows.forEach(first);
  else if (!isRowAPupil(layout)) reportSameRows(sheet, report);
  reportYears(sheet, layout, report);
  const counted = layout === "a column a grade" ? gradeRoles(grades) : [];
  if (!isCounted && (counted.length === 0 || counted.some((role) => !sheet.has(role))))
    reportCountColumns(sheet, counted, report);
}

/** Counts of several years are not pupils of one: a register's table has all that were asked for, one below the other. */
function reportYears(sheet: Sheet<PupilRole>, layout: Layout, report: Report): void {
  const years = new Set(sheet.rows.map((row) => sheet.text(row, "year")).filter(isYearLabel));
  if (years.size < 2) return;
  const { file, column = "" } = sheet.at(sheet.rows[0], "year");
  if (isRowAPupil(layout) && mayBeBirthYear(column)) return;
  report(
    "pupils.several-years",
    { file, line: sheet.header.line, column },
    { years: [...years].toSorted().join(", ") },
  );
}

/** So many lines are named. */
const NAMED_LINES = 10;

function reportNowhere(file: string, rows: readonly { row: Row; pupils: number }[], report: Report): void {
  const named = rows.slice(0, NAMED_LINES).map(({ row }) => row.line);
  const lines = named.join(", ") + (rows.length > NAMED_LINES ? " …" : "");
  const count = rows.reduce((sum, { pupils }) => sum + pupils, 0);
  report("pupils.no-position", { file }, { rows: rows.length, count, lines });
}

/** Finds a row's place by its name; capital letters and blanks do not matter. */
export function placeFinder(
  sheet: Sheet<"place">,
  places: KnownPlaces,
  report: Report,
): (row: Row) => Position | undefined {
  if (typeof places === "string") {
    if (places === "absent" && sheet.has("place")) report("file.missing", { file: PLACES_FILE }, {});
    return () => undefined;
  }
  const find = keyFinder(places.map((place) => [place.name, place] as const));
  return (row) => {
    const place = sheet.text(row, "place");
    const [found, ...others] = find(place, sheet.at(row, "place"), report);
    if (found === undefined) report("pupils.place-unknown", sheet.at(row, "place"), { place });
    if (others.length > 0) report("pupils.place-twice", sheet.at(row, "place"), { place });
    return found && others.length === 0 ? { lon: found.lon, lat: found.lat } : undefined;
  };
}

type Count = Pick<Residents, "grade" | "pupils">;

/** Reads the pupils of one row after another, and says at the end what was left out. */
interface CountReader {
  readonly read: (row: Row) => readonly Count[];
  readonly summarise: () => void;
  readonly inGradeTen: () => number;
  readonly counted: () => readonly number[];
}

function countReader(grades: Grades, sheet: Sheet<PupilRole>, layout: Layout, report: Report): CountReader {
  const columns: readonly PupilRole[] =
    layout === "a column a grade" ? [...gradeRoles(grades), `pupils_${grades.count}`] : ["pupils"];
  const present = columns.filter((role) => sheet.has(role));
  const decimal = decimalSignOf(sheet.rows.flatMap((row) => present.map((role) => sheet.text(row, role))));
  const counted = Array<number>(grades.count + 1).fill(0);
  let blank = 0;
  const countIn = (row: Row, role: PupilRole): number => {
    const count = readCount(sheet.text(row, role), decimal, sheet.at(row, role), report);
    if (count === "withheld") report("number.withheld", sheet.at(row, role), { found: sheet.text(row, role) });
    if (count === "blank") blank++;
    return typeof count === "number" ? count : 0;
  };
  const ages = layout === "an age a row" || layout === "age and pupils" ? ageReader(grades, sheet, report) : undefined;
  const read = (row: Row): readonly Count[] => {
    if (layout === "a column a grade")
      return present.map((role) => ({ grade: columns.indexOf(role), pupils: countIn(row, role) }));
    const pupils = isRowAPupil(layout) ? 1 : countIn(row, "pupils");
    if (ages) return ages.read(row, pupils);
    const grade = readGrade(grades, sheet, row, report);
    return grade === undefined ? [] : [{ grade, pupils }];
  };
  return {
    read: (row) => {
      const counts = read(row).filter(({ pupils }) => pupils > 0);
      for (const { grade, pupils } of counts) counted[grade] += pupils;
      return counts.filter(({ grade }) => grade < grades.count);
    },
    summarise: () => {
      const absent = layout === "a column a grade" ? gradeRoles(grades).filter((role) => !sheet.has(role)) : [];
      const missing = absent.map((role) => grades.names[gradeOfRole(role)]).join(", ");
      if (absent.length > 0)
        report("pupils.grade-column-missing", { file: sheet.file, line: sheet.header.line }, { grades: missing });
      const inGradeTen = counted[grades.count];
      if (inGradeTen > 0) report("pupils.grade-ten", { file: sheet.file }, { count: inGradeTen });
      if (blank > 0) report("pupils.blank-counts", { file: sheet.file }, { count: blank });
      ages?.summarise();
    },
    inGradeTen: () => counted[grades.count],
    counted: () => counted,
  };
}

/** The grade of a row; 10 counts here too, to be left out and counted. */
export function readGrade(grades: Grades, sheet: Sheet<"grade">, row: Row, report: Report): number | undefined {
  const text = readRequired(sheet, row, "grade", report);
  if (text === "") return undefined;
  const grade = gradeNamed(grades, text);
  if (grade === undefined) report("pupils.grade", sheet.at(row, "grade"), { found: text });
  return grade;
}
