import { quotedList } from "../domain/language.ts";
import { DWELLING_TYPES, type DwellingType, type HousingProject } from "../domain/forecast.ts";
import { metres } from "../domain/quantities.ts";
import type { Whereabouts } from "./whereabouts.ts";
import { onceOnly, readCount, readRequired, reportSameRows } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { type KnownPlaces, placeFinder } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";
import { COORDINATE_COLUMNS, coordinateColumns, type CoordinateRole, readPositions } from "./table-positions.ts";
import type { EmptyUnits } from "./empty-units.ts";
import { readYear } from "./years.ts";

type HousingRole = CoordinateRole | "id" | "name" | "place" | "dwellings" | "first_year" | "last_year" | "type";
export const HOUSING_COLUMNS: ColumnNames<HousingRole> = {
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "projektnummer"],
  name: ["name", "navn", "projekt", "project", "boligområde"],
  place: ["place", "sted", "by", "område"],
  dwellings: ["dwellings", "boliger", "antal boliger", "antal"],
  first_year: ["first_year", "første år", "fra", "indflytning fra"],
  last_year: ["last_year", "sidste år", "til", "indflytning til"],
  type: ["type", "boligtype"],
};

const TYPE_WORDS: Readonly<Record<DwellingType, readonly string[]>> = {
  house: ["house", "hus", "parcelhus", "enfamiliehus", "åben-lav"],
  terraced: ["terraced", "rækkehus", "tæt-lav", "kædehus"],
  flat: ["flat", "lejlighed", "etage", "etagebolig"],
  senior: ["senior", "seniorbolig", "ældrebolig"],
};

/** New dwellings just outside all units belong to the nearest one within this. */
const NEAR = metres(500);

/** What housing.csv is read against. */
interface HousingContext {
  readonly places: KnownPlaces;
  readonly where: Whereabouts;
  /** Absent where the units could not be made; positions are then read and not placed. */
  readonly empty: EmptyUnits | undefined;
  readonly today: number;
}

export function readHousing(
  sheet: Sheet<HousingRole>,
  { places, where, empty, today }: HousingContext,
  report: Report,
): readonly HousingProject[] {
  const columns = coordinateColumns(sheet);
  if (!columns && !sheet.has("place")) {
    const found = quotedList(sheet.header.cells);
    report("coordinates.no-columns", { file: sheet.file, line: sheet.header.line }, { found });
    return [];
  }
  const isPlaced = (row: Row): boolean => sheet.has("place") && sheet.text(row, "place") !== "";
  const located = columns ? sheet.rows.filter((row) => !isPlaced(row)) : [];
  const positions = columns && readPositions(sheet, columns, located, where, report);
  const placed = placeFinder(sheet, places, report);
  if (!sheet.has("id")) reportSameRows(sheet, report);
  const first = onceOnly(sheet, "id", report);
  return sheet.rows.flatMap((row): HousingProject[] => {
    if (first(row) === "again") return [];
    const facts = readFacts(sheet, row, report);
    if (!columns && !isPlaced(row)) readRequired(sheet, row, "place", report);
    const position = isPlaced(row) ? placed(row) : positions?.positionOf.get(row);
    if (!facts || !position || !empty) return [];
    const unit = empty.at(position) ?? empty.near(position, NEAR);
    if (unit === undefined) {
      report("housing.outside", sheet.rowAt(row), { project: facts.name });
      return [];
    }
    if (facts.lastYear <= today)
      report("housing.occupied", sheet.rowAt(row), { project: facts.name, last: String(today) });
    return [{ ...facts, unit }];
  });
}

function readFacts(sheet: Sheet<HousingRole>, row: Row, report: Report): Omit<HousingProject, "unit"> | undefined {
  const name = readRequired(sheet, row, "name", report);
  const at = sheet.at(row, "dwellings");
  const count = readCount(readRequired(sheet, row, "dwellings", report), undefined, at, report);
  if (count === "withheld") report("number.withheld", at, { found: sheet.text(row, "dwellings") });
  const firstYear = readYear(sheet, row, "first_year", report);
  const lastYear = sheet.text(row, "last_year") === "" ? firstYear : readYear(sheet, row, "last_year", report);
  const type = readType(sheet, row, report);
  if (firstYear !== undefined && lastYear !== undefined && lastYear < firstYear)
    report("housing.years", sheet.at(row, "last_year"), { first: String(firstYear), last: String(lastYear) });
  if (typeof count !== "number" || firstYear === undefined || lastYear === undefined || !type) return undefined;
  return { name, dwellings: count, firstYear, lastYear, type };
}

function readType(sheet: Sheet<HousingRole>, row: Row, report: Report): DwellingType | undefined {
  const text = readRequired(sheet, row, "type", report);
  if (text === "") return undefined;
  const found = DWELLING_TYPES.find((type) => TYPE_WORDS[type].includes(text.toLowerCase()));
  if (found) return found;
  const types = DWELLING_TYPES.flatMap((type) => TYPE_WORDS[type].slice(0, 2)).join(", ");
  report("housing.type", sheet.at(row, "type"), { found: text, types });
  return undefined;
}
