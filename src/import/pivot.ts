import { isAgeInWords, agesNamed } from "./ages.ts";
import { isSum, type LabelKind, labelKind } from "./labels.ts";
import { readNumber } from "./numbers.ts";
import { filledCells, isBelowGap, type Row } from "./row.ts";

/** A table of counts in which years, ages, grades or sexes stand over the columns, in one line or in several above each other. */
export interface Pivot {
  /** Lines above its header: the name of the report and what was chosen for it. */
  readonly above: number;
  /** Lines of its header. */
  readonly depth: number;
  /** Columns that say what a row is of; the others are counts. */
  readonly stubs: number;
  /** What each line of the header tells of. */
  readonly kinds: readonly Exclude<LabelKind, "sum">[];
  /** Of each column of counts, what each line of the header says over it. */
  readonly labels: readonly (readonly string[])[];
}

/** So many lines of a header there may be, and so many above it. */
const MOST_DEEP = 3;
const MOST_ABOVE = 20;
/** So many rows tell whether columns are counts. */
const TELLING_ROWS = 50;
/** Of so large a share of cells what is told of a column has to hold. */
const MOST = 0.9;
/** Ages over columns are of one year or of a few; "0-14 år" is a column of children, as a grid has them. */
const WIDEST_AGES = 5;

/** The pivot that a table is, if it is one. */
export function pivotIn(rows: readonly Row[]): Pivot | undefined {
  for (let above = 0; above < Math.min(rows.length - 1, MOST_ABOVE); above++) {
    if (above > 0 && !isAbove(rows, above - 1)) return undefined;
    const telling = rows.slice(above, above + MOST_DEEP + TELLING_ROWS);
    for (let depth = MOST_DEEP; depth > 0; depth--) {
      const found = pivotAt(telling, depth);
      if (found) return { ...found, above };
    }
  }
  return undefined;
}

/** What spreadsheets write over the columns of their pivot tables. */
const OVER_COLUMNS = /^(kolonnenavne|kolonneetiketter|column labels)$/i;

/** Whether a line may stand above a header: it has one cell, or is a choice and its value above an empty line, or names the columns as such. */
function isAbove(rows: readonly Row[], at: number): boolean {
  const count = filledCells(rows[at]).length;
  if (count !== 2) return count < 2;
  if (filledCells(rows[at]).some((cell) => OVER_COLUMNS.test(cell.trim()))) return true;
  const end = rows.findIndex((_, i) => i > at && isBelowGap(rows, i));
  return end > at && rows.slice(at, end).every((row) => filledCells(row).length <= 2);
}

function pivotAt(rows: readonly Row[], depth: number): Omit<Pivot, "above"> | undefined {
  const heads = rows.slice(0, depth).map(({ cells }) => cells.map((cell) => cell.trim()));
  const body = rows.slice(depth).filter((row) => filledCells(row).length > 1);
  if (heads.length < depth || body.length === 0) return undefined;
  const width = Math.max(...heads.map((cells) => cells.findLastIndex((cell) => cell !== "") + 1));
  const stubs = stubsOf(heads, width);
  if (stubs < 1 || stubs >= width) return undefined;
  const levels = heads.map((cells, level) => labelsOf(cells, stubs, width, level < depth - 1));
  const labels = levels[0].map((_, column) => levels.map((level) => level[column]));
  const kinds = levels.map((level) => onlyKind(level));
  if (!kinds.every((kind) => kind !== undefined) || new Set(kinds).size < kinds.length) return undefined;
  if (!areNames(heads, stubs) || (depth > 1 && !mayHead(labels))) return undefined;
  const isOfGrades = kinds.some((kind) => kind === "age" || kind === "grade") || hasAgesOrGrades(heads, body, stubs);
  const tells = depth > 1 ? isOfGrades : tellsAlone(kinds[0], levels[0], isOfGrades);
  return tells && areCounts(body, stubs, width) ? { depth, stubs, kinds, labels } : undefined;
}

/** The first column from which on every label is of a kind, in all lines of the header. */
function stubsOf(heads: readonly (readonly string[])[], width: number): number {
  const last = heads[heads.length - 1];
  const tells = (column: number): boolean =>
    labelKind(last[column] ?? "") !== undefined ||
    ((last[column] ?? "") === "" && heads.some((cells) => labelKind(cells[column] ?? "") === "sum"));
  let stubs = width;
  while (stubs > 0 && tells(stubs - 1)) stubs--;
  if (heads.length === 1) return stubs;
  const first = heads[0].findIndex((cell, column) => column >= stubs && labelKind(cell) !== undefined);
  return first < 0 ? width : first;
}

/** Labels of the columns of counts; in all lines but the last one holds until the next. */
function labelsOf(cells: readonly string[], stubs: number, width: number, isHeld: boolean): readonly string[] {
  let held = "";
  return Array.from({ length: width - stubs }, (_, i) => {
    const own = cells[stubs + i] ?? "";
    if (own !== "") held = own;
    return isHeld ? held : own;
  });
}

/** Whether no column that says what rows are of has two names: the second would be that of a row. */
const areNames = (heads: readonly (readonly string[])[], stubs: number): boolean =>
  Array.from(
    { length: stubs },
    (_, column) => new Set(heads.map((cells) => cells[column] ?? "").filter(Boolean)),
  ).every((names) => names.size < 2);

/** Whether bare numbers in the last line of a header are names: under each label above they count up by one, as the counts of a row hardly do. */
function mayHead(labels: readonly (readonly string[])[]): boolean {
  const groups = new Map<string, number[]>();
  for (const label of labels) {
    const own = label.at(-1) ?? "";
    if (own === "" || labelKind(own) === "sum") continue;
    if (!/^\d+$/.test(own)) return true;
    const above = label.slice(0, -1).join("\n");
    groups.set(above, [...(groups.get(above) ?? []), Number(own)]);
  }
  return [...groups.values()].every(
    (numbers) => numbers.length > 1 && numbers.every((number, i) => number === numbers[0] + i),
  );
}

function onlyKind(labels: readonly string[]): Exclude<LabelKind, "sum"> | undefined {
  const kinds = new Set(labels.filter((label) => label !== "").map((label) => labelKind(label)));
  kinds.delete("sum");
  const [kind] = kinds;
  return kinds.size === 1 && kind !== "sum" ? kind : undefined;
}

/** Whether one line of labels makes a pivot: grades over columns are a table of their own kind, and years may be of anything. */
function tellsAlone(kind: LabelKind | undefined, labels: readonly string[], isOfGrades: boolean): boolean {
  if (kind !== "age") return (kind === "year" || kind === "sex") && isOfGrades;
  const ages = labels.flatMap((label) => agesNamed(label) ?? []);
  return ages.filter(({ youngest, oldest }) => oldest - youngest < WIDEST_AGES).length > 1;
}

/** Whether a column before the counts says the age or the grade, by its name or by its cells. */
function hasAgesOrGrades(heads: readonly (readonly string[])[], body: readonly Row[], stubs: number): boolean {
  return Array.from({ length: stubs }, (_, column) => column).some(
    (column) =>
      heads.some((cells) => /^(alder|age|aldersgruppe|klassetrin|grade)$/i.test(cells[column] ?? "")) ||
      ["age", "grade"].includes(stubKind(body, column) ?? ""),
  );
}

/** What the cells of a column are of, where nearly all are of one kind and say so in words; sums aside. */
export function stubKind(rows: readonly Row[], column: number): Exclude<LabelKind, "sum"> | undefined {
  const cells = rows.flatMap(({ cells: { [column]: cell = "" } }) =>
    cell.trim() === "" || isSum(cell) ? [] : [cell.trim()],
  );
  const isOf: Readonly<Record<Exclude<LabelKind, "sum">, (cell: string) => boolean>> = {
    age: isAgeInWords,
    grade: (cell) => /[a-zæøå.]/i.test(cell) && labelKind(cell) === "grade",
    year: (cell) => labelKind(cell) === "year",
    sex: (cell) => labelKind(cell) === "sex",
  };
  return (["age", "grade", "year", "sex"] as const).find(
    (kind) => cells.length > 0 && cells.filter(isOf[kind]).length >= MOST * cells.length,
  );
}

/** Whether nearly all cells of columns are numbers, or say that there is none; some are. */
function areCounts(body: readonly Row[], from: number, to: number): boolean {
  const kinds = body.flatMap(({ cells }) =>
    Array.from({ length: to - from }, (_, i) => readNumber(cells[from + i] ?? "", ",").kind),
  );
  const read = kinds.filter((kind) => kind !== "unreadable").length;
  return read >= MOST * kinds.length && kinds.includes("number");
}
