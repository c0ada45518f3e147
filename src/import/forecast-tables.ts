import type { Grades } from "../domain/grades.ts";
import { quotedList } from "../domain/language.ts";
import type { ForecastArea, BirthCount, ForecastCell, MoverRate } from "../domain/forecast.ts";
import { AREA_COLUMNS, type AreaNames, areaReader, type AreaRole } from "./areas.ts";
import { readAmount } from "./amounts.ts";
import { lineKeeper, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { reportCountColumns } from "./count-columns.ts";
import { gradeColumns, gradeOfRole, type GradeRole, gradeRoles } from "./grade-columns.ts";
import { decimalSignOf } from "./numbers.ts";
import { PUPIL_COLUMNS, readGrade } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";
import { readYear } from "./years.ts";

const YEAR = ["year", "år", "skoleår", "school_year", "årstal"];

type BirthRole = AreaRole | "year" | "births";
export const BIRTH_COLUMNS: ColumnNames<BirthRole> = {
  ...AREA_COLUMNS,
  year: YEAR,
  births: ["births", "fødte", "fødsler", "levendefødte", "antal"],
};

type MoverRole = AreaRole | "grade" | "rate";
export const MOVER_COLUMNS: ColumnNames<MoverRole> = {
  ...AREA_COLUMNS,
  grade: PUPIL_COLUMNS.grade,
  rate: ["rate", "overgang", "overgangskvotient", "kvotient", "sats"],
};

/** What a forecast written by this program says beside its pupils: known, and of no use to the next. */
type WrittenRole = "classes" | `over_${number}` | "internal";
const writtenColumns = ({ bands }: Grades): ColumnNames<WrittenRole> => ({
  classes: ["classes", "klasser"],
  ...Object.fromEntries(
    bands.map(({ band, key }) => [`over_${band}`, [`over_capacity_${key}`, `over_kapacitet_${key}`]]),
  ),
  internal: ["internal", "internt"],
});

type ForecastRole = AreaRole | GradeRole | WrittenRole | "year" | "grade" | "pupils";
export const forecastColumns = (grades: Grades): ColumnNames<ForecastRole> => ({
  ...AREA_COLUMNS,
  ...gradeColumns(grades),
  ...writtenColumns(grades),
  year: YEAR,
  grade: PUPIL_COLUMNS.grade,
  pupils: PUPIL_COLUMNS.pupils,
});

/** births.csv: live births by area and calendar year. */
export function readBirths(sheet: Sheet<BirthRole>, names: AreaNames, report: Report): readonly BirthCount[] {
  const areas = areaReader(sheet, names, report);
  const decimal = decimalSignOf(sheet.rows.map((row) => sheet.text(row, "births")));
  const first = onceOnly(sheet, report);
  const births = sheet.rows.flatMap((row): BirthCount[] => {
    const area = areas?.read(row);
    const year = readYear(sheet, row, "year", report);
    const born = readAmount(readRequired(sheet, row, "births", report), decimal, sheet.at(row, "births"), report);
    if (typeof born !== "number" || !area || year === undefined) return [];
    return first(row, area, `${year}`) ? [{ area, year, births: born }] : [];
  });
  areas?.checkKinds();
  return births;
}

const [LEAST_RATE, MOST_RATE] = [0.5, 1.5];

/** movers.csv: pupils of the next grade a year later for each pupil, by area and perhaps grade. */
export function readMovers(
  grades: Grades,
  sheet: Sheet<MoverRole>,
  names: AreaNames,
  report: Report,
): readonly MoverRate[] {
  const areas = areaReader(sheet, names, report);
  const first = onceOnly(sheet, report);
  const rates = sheet.rows.flatMap((row): MoverRate[] => {
    const area = areas?.read(row);
    const all = sheet.text(row, "grade") === "";
    const grade = all ? undefined : readGrade(grades, sheet, row, report);
    const text = readRequired(sheet, row, "rate", report);
    // A rate has one digit before its sign, so a lone separator marks decimals.
    const rate = readAmount(text, text.includes(",") ? "," : ".", sheet.at(row, "rate"), report);
    if (grade !== undefined && grade >= grades.count - 1)
      report("movers.grade", sheet.at(row, "grade"), { found: grade });
    if (typeof rate !== "number" || !area || (!all && grade === undefined)) return [];
    if (rate < LEAST_RATE || rate > MOST_RATE) report("movers.rate", sheet.at(row, "rate"), { found: text });
    return first(row, area, `${grade}`) ? [{ area, rate, ...(grade !== undefined && { grade }) }] : [];
  });
  areas?.checkKinds();
  return rates;
}

/** forecast.csv: the municipality's own forecast, a column a grade or a row a grade. */
export function readForecast(
  grades: Grades,
  sheet: Sheet<ForecastRole>,
  names: AreaNames,
  today: number,
  report: Report,
): readonly ForecastCell[] {
  const isLong = sheet.has("grade") && sheet.has("pupils");
  const columns = gradeRoles(grades).filter((role) => sheet.has(role));
  if (!isLong && columns.length === 0) {
    const found = quotedList(sheet.header.cells);
    report("forecast.no-columns", { file: sheet.file, line: sheet.header.line }, { found });
  }
  if (!isLong && columns.length < grades.count) reportCountColumns(sheet, columns, report);
  const areas = areaReader(sheet, names, report);
  const cells = cellReader(sheet, isLong ? ["pupils"] : columns, report);
  const first = onceOnly(sheet, report);
  let [past, inGradeTen] = [0, 0];
  const table = sheet.rows.flatMap((row): ForecastCell[] => {
    const area = areas?.read(row);
    const schoolYear = readYear(sheet, row, "year", report);
    const grade = isLong ? readGrade(grades, sheet, row, report) : undefined;
    const found = cells.read(row);
    if (!area || schoolYear === undefined || (isLong && grade === undefined)) return [];
    if (!first(row, area, `${schoolYear} ${grade}`)) return [];
    if (schoolYear <= today) past++;
    if (grade === grades.count) inGradeTen += found[0]?.pupils ?? 0;
    if (schoolYear <= today || grade === grades.count) return [];
    return found.map(({ role, pupils }) => ({ area, schoolYear, pupils, grade: grade ?? gradeOfRole(role) }));
  });
  areas?.checkKinds();
  if (past > 0) report("forecast.past", { file: sheet.file }, { year: String(today), count: past });
  if (inGradeTen > 0) report("pupils.grade-ten", { file: sheet.file }, { count: inGradeTen });
  if (cells.blank() > 0) report("forecast.blank-counts", { file: sheet.file }, { count: cells.blank() });
  return table;
}

function cellReader(sheet: Sheet<ForecastRole>, roles: readonly (GradeRole | "pupils")[], report: Report) {
  const decimal = decimalSignOf(sheet.rows.flatMap((row) => roles.map((role) => sheet.text(row, role))));
  let blank = 0;
  const read = (row: Row) =>
    roles.flatMap((role) => {
      const pupils = readAmount(sheet.text(row, role), decimal, sheet.at(row, role), report);
      if (pupils === "blank") blank++;
      return typeof pupils === "number" ? [{ role, pupils }] : [];
    });
  return { read, blank: () => blank };
}

/** Makes the check that nothing is stated twice for an area. */
function onceOnly<Role extends AreaRole>(sheet: Sheet<Role>, report: Report) {
  const earlier = lineKeeper();
  return (row: Row, { kind, number }: ForecastArea, rest: string): boolean => {
    const first = earlier(`${kind} ${number} ${rest}`, row);
    if (first !== undefined) report("forecast.twice", sheet.rowAt(row), { first });
    return first === undefined;
  };
}
