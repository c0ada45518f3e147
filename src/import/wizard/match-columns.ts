import { gradesNamed } from "../../domain/grades.ts";
import { nearNames } from "../../domain/near-names.ts";
import { agesNamed, isAgeInWords } from "../ages.ts";
import { type ColumnNames, plainName } from "../columns.ts";
import { gradeNamed } from "../grade-names.ts";
import { GUESSED_GRADES } from "../guessed-grades.ts";
import { decimalSignOf, readNumber } from "../numbers.ts";
import { fitOf } from "../whereabouts.ts";
import type { SourcePart } from "./source.ts";

/** How a column was told: by a name that is known, by one that is like it, or by what stands in its cells. */
type ToldBy = "name" | "likeness" | "content";

interface MatchedColumn {
  readonly column: string;
  readonly by: ToldBy;
}

/** By what a column is, which column of the file it is. */
export type Matches = ReadonlyMap<string, MatchedColumn>;

/** So many rows tell what stands in a column. */
const TELLING_ROWS = 300;
/** Of so large a share of the cells that say anything what is told must be true. */
const MOST = 0.9;

/** Finds what the columns of a part are: names that are known go first, then names like those, then what stands in the cells. */
export function matchColumns(part: SourcePart, names: ColumnNames<string>): Matches {
  const matches = new Map<string, MatchedColumn>();
  const free = new Set(part.columns);
  const take = (role: string, column: string, by: ToldBy): void => {
    matches.set(role, { column, by });
    free.delete(column);
  };
  const open = (): readonly string[] => Object.keys(names).filter((role) => !matches.has(role));
  for (const role of open()) {
    // The first of the names that is there: "skole" names a school before "id" does.
    const column = names[role]
      .map(plainName)
      .flatMap((name) => [...free].find((each) => plainName(each) === name) ?? [])[0];
    if (column !== undefined) take(role, column, "name");
  }
  for (const like of [holdsName, isSlipOf])
    for (const role of open()) {
      // Of pupils a year counts only where a column is called just so: the one in which each was enrolled is another.
      if (role === "year" && "age" in names) continue;
      const wanted = role === "id" ? [...names[role], ...NUMBERED] : names[role];
      const column = [...free].find((each) => like(each, wanted) && fitsIn(part, each, role));
      if (column !== undefined) take(role, column, "likeness");
    }
  if ("lat" in names && (part.shape === "table" || part.shape === "lines")) takeCoordinates(part, free, matches, take);
  for (const role of open()) {
    const column = [...free].find((each) => isContent(part, each, role));
    if (column !== undefined) take(role, column, "content");
  }
  // A place by its name is asked for where there is no other; beside coordinates it would be a second answer.
  const isPlaced = part.shape !== "table" || isPair(matches, "lat", "lon") || isPair(matches, "x", "y");
  if (isPlaced && "place" in names && "grade" in names) matches.delete("place");
  return matches;
}

const isPair = (matches: Matches, one: string, other: string): boolean => matches.has(one) && matches.has(other);

/** Whether all words of a known name stand in the column's name: "Skolens navn", "Antal elever i alt". */
function holdsName(column: string, names: readonly string[]): boolean {
  const words = plainName(column).split("_");
  const whole = names.map(plainName).filter((name) => name.length >= 4 || WHOLE_WORDS.has(name));
  return whole.some((name) => name.split("_").every((word) => words.includes(word)));
}

/** Whether the column's name, one word, is a known one with a slip or other letters: "Laengdegrad". */
function isSlipOf(column: string, names: readonly string[]): boolean {
  const word = plainName(column);
  if (word.length < 5 || word.includes("_")) return false;
  const [near] = nearNames(
    word,
    names.map(plainName).filter((name) => name.length >= 5),
    1,
  );
  return near !== undefined && Math.abs(near.length - word.length) <= 2;
}

/** Short names that mean something as a word among others: "Skolens id". */
const WHOLE_WORDS = new Set(["id", "by", "trin", "lat", "lon", "nr"]);
/** What a number that tells things apart is called, where it says of what. */
const NUMBERED = ["nr", "nummer", "kode"];

/** Whether what stands in a column contradicts that it is what its name is like. */
function fitsIn(part: SourcePart, column: string, role: string): boolean {
  const cells = filledCells(part, column);
  if (cells.length === 0) return false;
  if (role === "id") return new Set(cells).size === cells.length;
  if (role === "grade") return isMostly(cells, (cell) => gradeNamed(GUESSED_GRADES, cell) !== undefined);
  if (role === "age") return isMostly(cells, (cell) => agesNamed(cell) !== undefined);
  // The first grade and the last in a column each are no grades that a school has.
  if (role === "grades") return !ENDS.test(plainName(column)) && isMostly(cells, (cell) => spanOf(cell) > 0);
  if (NUMBERS.test(role)) return isMostly(cells, isNumber);
  return !TEXTS.test(role) || share(cells, isNumber) < MOST;
}

/** Whether it holds of nearly all cells; in a short table one that is wrong is a fault of its own, and says nothing of the others. */
const isMostly = (cells: readonly string[], holds: (cell: string) => boolean): boolean =>
  share(cells, holds) >= MOST || (cells.length > 2 && cells.filter((cell) => !holds(cell)).length === 1);

const ENDS = /(^|_)(fra|til|from|to|min|max|første|sidste|first|last)(_|$)/;
const NUMBERS = /^(lat|lon|x|y|pupils|children|population|value|births|dwellings|capacity.*|pupils_\d+)$/;
const TEXTS = /^(name|town|street|place)$/;

const isNumber = (cell: string): boolean => {
  const { kind } = readNumber(cell, ".");
  return kind !== "unreadable";
};

function isContent(part: SourcePart, column: string, role: string): boolean {
  const cells = filledCells(part, column);
  if (cells.length === 0) return false;
  // Whole numbers alone may be anything; a class or a span of grades is told by its form.
  if (role === "grade")
    return share(cells, (cell) => /[a-zæøå.]/i.test(cell) && gradeNamed(GUESSED_GRADES, cell) !== undefined) >= MOST;
  if (role === "age") return share(cells, isAgeInWords) >= MOST;
  if (role === "grades") return share(cells, (cell) => /\d\s*\.?\s*[-–]\s*\d/.test(cell) && spanOf(cell) > 1) >= MOST;
  return false;
}

/** How many grades a cell names. */
const spanOf = (cell: string): number => gradesNamed(GUESSED_GRADES, cell)?.size ?? 0;

/** Two columns whose numbers are places: degrees, or metres of UTM zone 32 where the case is Danish. */
function takeCoordinates(
  part: SourcePart,
  free: ReadonlySet<string>,
  matches: Matches,
  take: (role: string, column: string, by: ToldBy) => void,
): void {
  if (isPair(matches, "lat", "lon") || isPair(matches, "x", "y")) return;
  const numbers = new Map(
    [...free].flatMap((column) => {
      const read = numbersIn(part, column);
      return read ? [[column, read] as const] : [];
    }),
  );
  for (const [east, xs] of numbers)
    for (const [north, ys] of numbers) {
      if (east === north || xs.length !== ys.length) continue;
      const fits = xs.map((x, i) => fitOf(x, ys[i]));
      if (!fits.every((fit) => fit?.order === "as given")) continue;
      const isDegrees = Math.abs(xs[0]) <= 180;
      take(isDegrees ? "lon" : "x", east, "content");
      take(isDegrees ? "lat" : "y", north, "content");
      return;
    }
}

/** The numbers of a column of nothing else, of which some are no whole ones or large; else it is no coordinate. */
function numbersIn(part: SourcePart, column: string): readonly number[] | undefined {
  const cells = filledCells(part, column);
  if (cells.length < 2) return undefined;
  const decimal = decimalSignOf(cells);
  const read = cells.map((cell) => readNumber(cell, decimal ?? (cell.includes(",") ? "," : ".")));
  const values = read.flatMap((each) => (each.kind === "number" ? each.value : []));
  if (values.length < cells.length) return undefined;
  return values.some((value) => !Number.isInteger(value) || Math.abs(value) > 10_000) ? values : undefined;
}

function filledCells(part: SourcePart, column: string): readonly string[] {
  const rows = Math.min(part.count, TELLING_ROWS);
  return Array.from({ length: rows }, (_, row) => part.cell(row, column)).filter((cell) => cell !== "");
}

const share = (cells: readonly string[], holds: (cell: string) => boolean): number =>
  cells.filter(holds).length / Math.max(1, cells.length);
