import { crsOfName, type Crs, DEGREES } from "../../geo/coordinate-systems.ts";
import { degreesIn } from "../../geo/projection.ts";
import type { RecipePart } from "../../protocol/recipe-file.ts";
import { decimalSignOf, readNumber } from "../numbers.ts";
import { middleOf } from "./middle-of.ts";
import type { SourcePart } from "./source.ts";

/** Where the rows of a part lie, as columns of a made table. */
interface PartPlaces {
  /** Columns that it stands in the place of. */
  readonly replaces: ReadonlySet<string>;
  readonly at: (row: number) => ReadonlyMap<string, string>;
}

const COORDINATES = new Set(["lat", "lon", "x", "y"]);

/** Digits of a degree that are kept, about a centimetre. */
const DIGITS = 7;

/**
 * A map's rows lie where they are drawn, areas at their middle. Numbers whose system is stated, by the recipe or the file, become degrees; else
 * they stand as they are and the reader of the made file finds out what they are in. `undefined` where the columns are left as they are.
 */
export function placesOfPart(
  part: SourcePart,
  { crs: stated }: Pick<RecipePart, "crs">,
  columns: ReadonlyMap<string, string>,
): PartPlaces | undefined {
  const crs = (stated === undefined ? undefined : crsOfName(stated)) ?? part.crs;
  const { feature } = part;
  if (feature) return { replaces: COORDINATES, at: (row) => cellsAt(middleOf(feature(row).geometry), crs) };
  if (crs === undefined || crs === DEGREES) return undefined;
  const names = pairOf(columns);
  if (!names) return undefined;
  const numberIn = columnReader(part);
  const [east, north] = [numberIn(names[0]), numberIn(names[1])];
  return {
    replaces: COORDINATES,
    at: (row) => {
      const [x, y] = [east(row), north(row)];
      // What is no number stands as it is, to be named by its cell.
      if (x === undefined || y === undefined)
        return new Map([
          ["lon", part.cell(row, names[0])],
          ["lat", part.cell(row, names[1])],
        ]);
      return cellsAt([x, y], crs);
    },
  };
}

function pairOf(columns: ReadonlyMap<string, string>): readonly [east: string, north: string] | undefined {
  const [lon, lat, x, y] = ["lon", "lat", "x", "y"].map((role) => columns.get(role));
  if (lon !== undefined && lat !== undefined) return [lon, lat];
  return x !== undefined && y !== undefined ? [x, y] : undefined;
}

function columnReader(part: SourcePart): (column: string) => (row: number) => number | undefined {
  return (column) => {
    const decimal = decimalSignOf(Array.from({ length: part.count }, (_, row) => part.cell(row, column)));
    return (row) => {
      const cell = part.cell(row, column);
      const reading = readNumber(cell, decimal ?? (cell.includes(",") ? "," : "."));
      return reading.kind === "number" ? reading.value : undefined;
    };
  };
}

function cellsAt(at: readonly [number, number] | undefined, crs: Crs | undefined): ReadonlyMap<string, string> {
  if (!at) return new Map();
  if (crs !== undefined && crs !== DEGREES) {
    const { lon, lat } = degreesIn(crs, at);
    return cellsOf("lon", "lat", [lon[0], lat[0]]);
  }
  const isDegrees = crs === DEGREES || (Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90);
  return isDegrees ? cellsOf("lon", "lat", at) : cellsOf("x", "y", at);
}

const cellsOf = (east: string, north: string, [x, y]: readonly [number, number]): ReadonlyMap<string, string> =>
  new Map([
    [east, written(x)],
    [north, written(y)],
  ]);

const written = (value: number): string => String(Number(value.toFixed(DIGITS)));
