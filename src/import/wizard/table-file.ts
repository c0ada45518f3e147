import { dsvFormat } from "d3-dsv";
import { allBands, formatBands } from "../../domain/grades.ts";
import { quotedList } from "../../domain/language.ts";
import type { RecipeFile } from "../../protocol/recipe-file.ts";
import { CASE_FILES } from "../case-files.ts";
import { gradeRoles } from "../grade-columns.ts";
import { GUESSED_GRADES } from "../guessed-grades.ts";
import { readNumber } from "../numbers.ts";
import type { Report } from "../report.ts";
import type { FoundPart } from "./found-part.ts";
import { ownIds } from "./ids.ts";
import type { startOrigins } from "./origins.ts";
import { placesOfPart } from "./places-of-part.ts";
import { spreadChildren } from "./spread-children.ts";

/** What a school teaches of which nothing is said. */
const ALL_GRADES = formatBands(GUESSED_GRADES, allBands(GUESSED_GRADES));

/** A made table, and tables that follow from it where nobody has any. */
interface MadeTable {
  readonly text: string;
  readonly beside: ReadonlyMap<string, string>;
}

/** One row of a made table: its cells by what their columns are. */
type Cells = Map<string, string>;

/** Puts the rows of one or more parts of files together as a file of the case. */
export function makeTable(
  path: string,
  parts: readonly FoundPart[],
  recipe: RecipeFile,
  origins: ReturnType<typeof startOrigins>,
  report: Report,
): MadeTable {
  const rows = parts.flatMap((input) => {
    const cellsOf = rowReader(input);
    return input.rows.map((row) => ({ input, row, cells: cellsOf(row) }));
  });
  if (path === CASE_FILES.pupils)
    for (const input of parts.filter((each) => each.recipe.is === "children")) {
      const own = rows.filter((each) => each.input === input);
      spreadChildren(
        own.map(({ cells }) => cells),
        input,
        report,
      );
    }
  const beside = path === CASE_FILES.sites ? completeSites(rows, parts, recipe, report) : new Map<string, string>();
  const header = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const nothing = header.length === 0 ? parts.flatMap(({ columns }) => [...columns.keys()]) : [];
  const named = new Map(parts.map((input) => [input, columnsOf(input)]));
  for (const { input, row } of rows)
    origins.line(path, { part: input.part, row, columns: named.get(input) ?? input.columns });
  return {
    text: delimited([[...header, ...nothing], ...rows.map(({ cells }) => header.map((name) => cells.get(name) ?? ""))]),
    beside,
  };
}

/** The columns of a made table by those of the file; what children are made into is named by the column that counts them. */
function columnsOf({ columns }: FoundPart): ReadonlyMap<string, string> {
  const children = columns.get("children");
  return children === undefined
    ? columns
    : new Map([...columns, ...gradeRoles(GUESSED_GRADES).map((role) => [role, children] as const)]);
}

/** Semicolons, and no cell that a spreadsheet would compute. */
const delimited = (rows: readonly (readonly string[])[]): string =>
  `${dsvFormat(";").formatRows(rows.map((row) => row.map(oneLine)))}\n`;

/** Every row stands on one line, so that the lines of a made table and the rows it was made from can be counted alike. */
const oneLine = (cell: string): string => {
  const text = cell.replaceAll(/\s*[\r\n]+\s*/g, " ");
  return /^[=+\-@\t]/.test(text) && readNumber(text, ".").kind === "unreadable" ? `'${text}` : text;
};

/** Reads a row's cells by what they are; where it lies is a pair of columns, or the middle of what a map draws. */
function rowReader({ recipe, part, columns }: FoundPart): (row: number) => Cells {
  const places = placesOfPart(part, recipe, columns);
  const own = [...columns].filter(([role]) => !places?.replaces.has(role));
  return (row) => {
    const cells = new Map(own.map(([role, column]) => [role, part.cell(row, column)]));
    for (const [role, text] of places?.at(row) ?? []) cells.set(role, text);
    return cells;
  };
}

type SiteRow = { readonly input: FoundPart; readonly cells: Cells };

/** What a table of schools may lack and can be given: ids, what they teach, and districts; each is said. */
function completeSites(
  rows: readonly SiteRow[],
  parts: readonly FoundPart[],
  recipe: RecipeFile,
  report: Report,
): ReadonlyMap<string, string> {
  for (const input of parts) {
    const { file } = input.part;
    const own = rows.filter((each) => each.input === input);
    if (!input.columns.has("grades")) {
      const grades = input.recipe.grades ?? ALL_GRADES;
      for (const { cells } of own) cells.set("grades", grades);
      report("recipe.grades-assumed", { file }, { grades, count: own.length });
    }
    if (!input.columns.has("id")) report("recipe.ids-made", { file }, { count: own.length });
  }
  const given = rows.filter(({ input }) => !input.columns.has("id"));
  const ids = ownIds(
    given.map(({ cells }) => cells.get("name") ?? ""),
    rows.filter(({ input }) => input.columns.has("id")).map(({ cells }) => cells.get("id") ?? ""),
  );
  given.forEach(({ cells }, i) => cells.set("id", ids[i]));
  return districtsOf(rows, recipe, report);
}

/** Districts as the schools name them, or one for each school where that is what the recipe says. */
function districtsOf(rows: readonly SiteRow[], recipe: RecipeFile, report: Report): ReadonlyMap<string, string> {
  if (recipe.files.some(({ is }) => is === "districts")) return new Map();
  const [first] = rows;
  if (!first) return new Map();
  const { file } = first.input.part;
  if (recipe.districts === "one-a-school") {
    for (const { cells } of rows) cells.set("district", cells.get("id") ?? "");
    report("recipe.district-a-school", { file }, { count: rows.length });
    return districtFile(rows.map(({ cells }) => [cells.get("id") ?? "", cells.get("name") ?? ""]));
  }
  if (!first.cells.has("district")) return new Map();
  const names = [...new Set(rows.map(({ cells }) => cells.get("district") ?? ""))].filter((name) => name !== "");
  report("recipe.districts-named", { file }, { count: names.length, names: quotedList(names.slice(0, NAMED)) });
  return districtFile(names.map((name) => [name, name]));
}

const NAMED = 12;

const districtFile = (districts: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map([[CASE_FILES.districts, delimited([["id", "name"], ...districts])]]);
