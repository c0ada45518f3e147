import { dsvFormat } from "d3-dsv";
import { clockOf, clockText } from "../domain/clock.ts";
import type { Grades } from "../domain/grades.ts";
import { ADDRESS_COLUMNS } from "../import/addresses.ts";
import { CASE_FILES } from "../import/case-files.ts";
import { type ColumnNames, rolesOf, type Sheet } from "../import/columns.ts";
import { DANGER_COLUMNS } from "../import/dangerous-roads.ts";
import { DISTRICT_COLUMNS } from "../import/districts.ts";
import type { Folder } from "../import/folder.ts";
import { capacitySheetColumns } from "../import/capacity.ts";
import { BIRTH_COLUMNS, forecastColumns, MOVER_COLUMNS } from "../import/forecast-tables.ts";
import { gradeRoles } from "../import/grade-columns.ts";
import { GTFS_COLUMNS } from "../import/gtfs/read-gtfs.ts";
import { HOUSING_COLUMNS } from "../import/housing.ts";
import { decimalSignOf, readNumber } from "../import/numbers.ts";
import { ASSUMPTION_COLUMNS } from "../import/own-assumptions.ts";
import { COST_COLUMNS } from "../import/own-costs.ts";
import { PLACE_COLUMNS } from "../import/places.ts";
import { INDEX_COLUMNS } from "../import/price-index.ts";
import { siteColumns } from "../import/sites.ts";
import { COUNT_COLUMNS } from "../import/site-counts.ts";
import type { Row } from "../import/row.ts";
import { balanceWithoutFew } from "../kernels/disclosure/controlled-rounding.ts";
import { isFew, nearestFive } from "../kernels/disclosure/shown.ts";
import type { Random } from "../kernels/random.ts";
import { defused } from "../report/table.ts";

/** Cells that are written otherwise than they are read, by row and column. */
type Changes<Role extends string> = ReadonlyMap<Row, ReadonlyMap<Role, string>>;

/**
 * The tables of a case as they may be published: the columns that the program knows and no others, which may hold anything, and no count of
 * one to four children. By path.
 */
export function publishedTables(grades: Grades, folder: Folder, random: Random): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const write = <Role extends string>(
    path: string,
    names: ColumnNames<Role>,
    change: (sheet: Sheet<Role>) => Changes<Role> = () => new Map(),
  ): void => {
    const sheet = folder.sheet(path, "optional", names, [], "of a format");
    if (sheet) written.set(path, tableText(sheet, names, change(sheet)));
  };
  write(CASE_FILES.sites, siteColumns(grades), (sheet) => registeredOf(grades, sheet, random));
  write(CASE_FILES.capacity, capacitySheetColumns(grades));
  write(CASE_FILES.districts, DISTRICT_COLUMNS);
  for (const path of [CASE_FILES.places, CASE_FILES.neighbours, CASE_FILES.parishes]) write(path, PLACE_COLUMNS);
  write(CASE_FILES.costs, COST_COLUMNS);
  write(CASE_FILES.priceIndex, INDEX_COLUMNS);
  write(CASE_FILES.dangerousRoads, DANGER_COLUMNS);
  write(CASE_FILES.births, BIRTH_COLUMNS, (sheet) => countedBy(sheet, "births", "year", random));
  write(CASE_FILES.counts, COUNT_COLUMNS, (sheet) => countedBy(sheet, "pupils", "year", random));
  write(CASE_FILES.movers, MOVER_COLUMNS, twoDecimals);
  write(CASE_FILES.housing, HOUSING_COLUMNS);
  write(CASE_FILES.forecast, forecastColumns(grades), (sheet) => expectedOf(grades, sheet));
  write(CASE_FILES.assumptions, ASSUMPTION_COLUMNS);
  return written;
}

/** addresses.csv as it may be published: the houses that are searched for, with nothing that anybody has written beside them. */
export function publishedAddresses(folder: Folder): string | undefined {
  const sheet = folder.sheet(CASE_FILES.addresses, "optional", ADDRESS_COLUMNS, [], "of a format");
  return sheet && tableText(sheet, ADDRESS_COLUMNS, new Map());
}

/** The timetable as it may be published: what is read of it, by path; a packed one unpacked. */
export function publishedTimetable(folder: Folder): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(GTFS_COLUMNS).flatMap(([path, names]) => {
      const sheet = folder.sheet(path, "optional", names, [], "of a format");
      return sheet ? [[path, tableText(sheet, names, new Map(), ",")] as const] : [];
    }),
  );
}

function tableText<Role extends string>(
  sheet: Sheet<Role>,
  names: ColumnNames<Role>,
  changes: Changes<Role>,
  between: ";" | "," = ";",
): string {
  const roles = rolesOf(names).filter(sheet.has);
  const textOf = (row: Row, role: Role): string => changes.get(row)?.get(role) ?? sheet.text(row, role);
  // A case is opened in spreadsheets by others than those who wrote it, a timetable by programs.
  const cellOf = between === ";" ? (row: Row, role: Role): string => defused(textOf(row, role)) : textOf;
  const rows = sheet.rows.map((row) => roles.map((role) => cellOf(row, role)));
  return `${dsvFormat(between).formatRows([roles.map((role) => names[role][0]), ...rows])}\n`;
}

const wholeNumber = (text: string): number | undefined => {
  const reading = readNumber(text, undefined);
  return reading.kind === "number" && Number.isInteger(reading.value) ? reading.value : undefined;
};

/** Pupils by grade of each site: what small grades hold is balanced with the nearest of the same site. Bell times are written one way. */
type SiteSheet = Sheet<keyof ReturnType<typeof siteColumns>>;

function registeredOf(grades: Grades, sheet: SiteSheet, random: Random): Changes<keyof ReturnType<typeof siteColumns>> {
  return new Map(
    sheet.rows.map((row) => {
      const known = gradeRoles(grades).flatMap((role) => {
        const count = wholeNumber(sheet.text(row, role));
        return count === undefined ? [] : [{ role, count }];
      });
      const counts = known.map(({ count }) => count);
      const balanced = balanceWithoutFew({ counts, cost: (a, b) => Math.abs(a - b) }, random);
      const bell = clockOf(sheet.text(row, "bell_time"));
      return [
        row,
        new Map([
          ...known.map(({ role }, i) => [role, String(balanced[i])] as const),
          ...(bell === undefined ? [] : [["bell_time", clockText(bell)] as const]),
        ]),
      ];
    }),
  );
}

/** Counts of one table, those of each year by themselves: their sum is kept. */
function countedBy<Role extends string>(
  sheet: Sheet<Role>,
  counted: NoInfer<Role>,
  by: NoInfer<Role>,
  random: Random,
): Changes<Role> {
  const changes = new Map<Row, ReadonlyMap<Role, string>>();
  for (const year of new Set(sheet.rows.map((row) => sheet.text(row, by)))) {
    const known = sheet.rows.flatMap((row) => {
      const count = sheet.text(row, by) === year ? wholeNumber(sheet.text(row, counted)) : undefined;
      return count === undefined ? [] : [{ row, count }];
    });
    const balanced = balanceWithoutFew({ counts: known.map(({ count }) => count), cost: () => 1 }, random);
    known.forEach(({ row }, i) => changes.set(row, new Map([[counted, String(balanced[i])]])));
  }
  return changes;
}

/** Few pupils who are expected are told as none or five: those of the next grade are this year's children. */
function expectedOf(grades: Grades, sheet: ForecastSheet): Changes<keyof ReturnType<typeof forecastColumns>> {
  const roles = [...gradeRoles(grades), "pupils" as const];
  const decimal = decimalSignOf(sheet.rows.flatMap((row) => roles.map((role) => sheet.text(row, role))));
  return new Map(
    sheet.rows.map((row) => {
      const few = roles.flatMap((role) => {
        const reading = readNumber(sheet.text(row, role), decimal);
        return reading.kind === "number" && isFew(reading.value)
          ? [[role, String(nearestFive(reading.value))] as const]
          : [];
      });
      return [row, new Map(few)];
    }),
  );
}

type ForecastSheet = Sheet<keyof ReturnType<typeof forecastColumns>>;

/** A quotient of small counts with all its decimals would tell them. */
function twoDecimals(sheet: Sheet<keyof typeof MOVER_COLUMNS>): Changes<keyof typeof MOVER_COLUMNS> {
  return new Map(
    sheet.rows.map((row) => {
      const text = sheet.text(row, "rate");
      const reading = readNumber(text, text.includes(",") ? "," : ".");
      return [row, new Map(reading.kind === "number" ? [["rate", reading.value.toFixed(2)]] : [])];
    }),
  );
}
