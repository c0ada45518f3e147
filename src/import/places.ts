import type { Place } from "../domain/municipality.ts";
import type { Whereabouts } from "./whereabouts.ts";
import { onceOnly, readRequired, reportSameRows } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { readNumber } from "./numbers.ts";
import type { Report, Spot } from "./report.ts";
import type { Row } from "./row.ts";
import {
  COORDINATE_COLUMNS,
  type CoordinateRole,
  neededCoordinates,
  positionsRead,
  type PositionsRead,
  readPositions,
} from "./table-positions.ts";

export const PLACES_FILE = "places.csv";

type PlaceRole = CoordinateRole | "id" | "name" | "population";
export const PLACE_COLUMNS: ColumnNames<PlaceRole> = {
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "kode", "sognekode"],
  name: ["name", "navn", "place", "sted", "by", "bynavn"],
  population: ["population", "befolkning", "indbyggere", "indbyggertal", "folketal"],
};

/** A place with its code, where the table has one. */
export interface CodedPlace extends Place {
  readonly code?: string;
}

/** places.csv: towns and villages, to be shown and, by name, to place counted pupils. */
interface PlaceReading {
  readonly places: readonly Place[];
  /** The same with the codes that registers know them by. */
  readonly coded: readonly CodedPlace[];
  readonly positions: PositionsRead;
}

export function readPlaces(sheet: Sheet<PlaceRole>, where: Whereabouts, report: Report): PlaceReading | undefined {
  const columns = neededCoordinates(sheet, report);
  if (!columns) return undefined;
  const positions = readPositions(sheet, columns, sheet.rows, where, report);
  if (!sheet.has("id")) reportSameRows(sheet, report);
  // A parish far from round has several centres; a place has one.
  const centre = (row: Row): string => columns.map((column) => sheet.text(row, column)).join(" ");
  const first = onceOnly(sheet, "id", report, sheet.file === PLACES_FILE ? undefined : centre);
  const read = sheet.rows.flatMap((row): { readonly place: Place; readonly code: string }[] => {
    if (first(row) === "again") return [];
    const name = readRequired(sheet, row, "name", report);
    const population = readPopulation(sheet.text(row, "population"), sheet.at(row, "population"), report);
    const position = positions.positionOf.get(row);
    const place = position && { name, ...position, ...(population !== undefined && { population }) };
    return name !== "" && place ? [{ place, code: sheet.text(row, "id") }] : [];
  });
  return {
    places: read.map(({ place }) => place),
    coded: read.map(({ place, code }) => (code === "" ? place : { ...place, code })),
    positions: positionsRead(positions),
  };
}

const MOST_PEOPLE = 10_000_000;

/** Nobody counts people in thousandths, so one separator before three digits marks thousands here. */
function readPopulation(text: string, at: Spot, report: Report): number | undefined {
  const reading = readNumber(text, text.includes(",") ? "." : ",");
  const isCount = reading.kind === "number" && Number.isInteger(reading.value) && reading.value >= 0;
  if (isCount && reading.value <= MOST_PEOPLE) return reading.value;
  if (isCount) report("number.too-large", at, { found: text, most: MOST_PEOPLE });
  else if (reading.kind !== "blank" && reading.kind !== "nil" && reading.kind !== "withheld")
    report("number.unreadable", at, { found: text });
  return undefined;
}
