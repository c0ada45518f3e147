import { quotedList } from "../domain/language.ts";
import type { Position } from "../domain/municipality.ts";
import type { Crs } from "../geo/coordinate-systems.ts";
import { degreesIn } from "../geo/projection.ts";
import { type ColumnNames, type Sheet } from "./columns.ts";
import { findCrs } from "./crs.ts";
import { type DecimalSign, decimalSignOf, readNumber } from "./numbers.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";
import type { Whereabouts } from "./whereabouts.ts";

export type CoordinateRole = "lat" | "lon" | "x" | "y";

/** The address register's names: "etrs89koordinat_øst", also where a program has written them without Danish letters. */
const registerNames = (system: string, ...ends: readonly string[]): readonly string[] =>
  ends.flatMap((end) => [`${system}koordinat_${end}`, `${system}_${end}`, `${system}_koordinat_${end}`]);

/** Columns of coordinates, by what their names promise; what the numbers are is found out from the numbers. */
export const COORDINATE_COLUMNS: ColumnNames<CoordinateRole> = {
  lat: [
    "lat",
    "latitude",
    "bredde",
    "breddegrad",
    "Geokode: Breddegrad",
    "geo_bredde_grad",
    ...registerNames("wgs84", "bredde"),
  ],
  lon: ["lon", "lng", "long", "longitude", "længde", "længdegrad", "Geokode: Længdegrad", "geo_laengde_grad"].concat(
    registerNames("wgs84", "længde", "laengde"),
  ),
  x: [
    "x",
    "e",
    "easting",
    "øst",
    "østlig",
    "utm_x",
    "utm_øst",
    "utm32_øst",
    "x_koordinat",
    "xkoordinat",
    "koordinat_x",
  ].concat(registerNames("etrs89", "øst", "oest")),
  y: [
    "y",
    "n",
    "northing",
    "nord",
    "nordlig",
    "utm_y",
    "utm_nord",
    "utm32_nord",
    "y_koordinat",
    "ykoordinat",
    "koordinat_y",
  ].concat(registerNames("etrs89", "nord")),
};

/** Positions of a table's rows. */
export interface TablePositions {
  /** Degrees WGS84; `undefined` where the row's coordinates cannot be used, which is then an issue. */
  readonly positionOf: ReadonlyMap<Row, Position>;
  readonly crs: Crs;
  readonly decimal?: DecimalSign;
}

/** How the coordinates of a table were read; without its rows, which are many of a register and have been used by then. */
export type PositionsRead = Pick<TablePositions, "crs" | "decimal">;
export const positionsRead = ({ crs, decimal }: TablePositions): PositionsRead => ({
  crs,
  ...(decimal && { decimal }),
});

/** The two columns that hold coordinates, east first; `undefined` where the table has none. Degrees go before metres. */
export function coordinateColumns(sheet: Sheet<CoordinateRole>): readonly [CoordinateRole, CoordinateRole] | undefined {
  if (sheet.has("lon") && sheet.has("lat")) return ["lon", "lat"];
  return sheet.has("x") && sheet.has("y") ? ["x", "y"] : undefined;
}

/** The same of a table that says where things are in no other way: without them that is an issue. */
export function neededCoordinates(sheet: Sheet<CoordinateRole>, report: Report): ReturnType<typeof coordinateColumns> {
  const columns = coordinateColumns(sheet);
  const found = quotedList(sheet.header.cells);
  if (!columns) report("coordinates.no-columns", { file: sheet.file, line: sheet.header.line }, { found });
  return columns;
}

/** Reads the coordinates of rows that should have them. */
export function readPositions(
  sheet: Sheet<CoordinateRole>,
  columns: readonly [CoordinateRole, CoordinateRole],
  rows: readonly Row[],
  where: Whereabouts,
  report: Report,
): TablePositions {
  const { readable, xy, decimal } = readPairs(sheet, columns, rows, report);
  const names = columns.map((column) => (rows.length > 0 ? (sheet.at(rows[0], column).column ?? column) : column));
  const pairs = {
    file: sheet.file,
    names: [names[0], names[1]] as const,
    xy,
    spot: (i: number) => sheet.at(readable[i], columns[0]),
    ...(sheet.crs && { named: sheet.crs }),
  };
  const { crs, sound } = findCrs(pairs, where, report);
  const { lon, lat } = degreesIn(crs, xy);
  const positionOf = new Map<Row, Position>();
  readable.forEach((row, i) => {
    if (sound(i)) positionOf.set(row, { lon: lon[i], lat: lat[i] });
  });
  return { positionOf, crs, ...(decimal && { decimal }) };
}

/** The rows whose two coordinates are numbers, with these in pairs as they stand. */
function readPairs(
  sheet: Sheet<CoordinateRole>,
  columns: readonly [CoordinateRole, CoordinateRole],
  rows: readonly Row[],
  report: Report,
): { readonly readable: readonly Row[]; readonly xy: readonly number[]; readonly decimal: DecimalSign | undefined } {
  const decimal = decimalSignOf(rows.flatMap((row) => columns.map((column) => sheet.text(row, column))));
  const readable: Row[] = [];
  const xy: number[] = [];
  for (const row of rows) {
    const [x, y] = columns.map((column) => readCoordinate(sheet, row, column, decimal, report));
    if (x === undefined || y === undefined) continue;
    readable.push(row);
    xy.push(x, y);
  }
  return { readable, xy, decimal };
}

/** All pairs of numbers in a table's coordinate columns, east first; what is wrong with them is said where they are used. */
export function pairsIn(sheet: Sheet<CoordinateRole>): readonly number[] {
  const columns = coordinateColumns(sheet);
  return columns ? readPairs(sheet, columns, sheet.rows, () => {}).xy : [];
}

function readCoordinate(
  sheet: Sheet<CoordinateRole>,
  row: Row,
  column: CoordinateRole,
  decimal: DecimalSign | undefined,
  report: Report,
): number | undefined {
  const text = sheet.text(row, column);
  // No coordinate is written with one thousands separator alone, so a lone separator marks decimals.
  const reading = readNumber(text, decimal ?? (text.includes(",") ? "," : "."));
  if (reading.kind === "number") return reading.value;
  if (reading.kind === "blank") report("value.missing", sheet.at(row, column), {});
  else report("number.unreadable", sheet.at(row, column), { found: text });
  return undefined;
}
