import { quotedList, quoted } from "../../domain/language.ts";
import type { RecipeFile, RecipePart } from "../../protocol/recipe-file.ts";
import { CASE_FILES, isCaseFile, looksMisnamed } from "../case-files.ts";
import { plainName } from "../columns.ts";
import { timetablePath } from "../gtfs/recognise.ts";
import { type Report } from "../report.ts";
import { fileOfYear } from "./file-of-year.ts";
import type { FoundPart } from "./found-part.ts";
import { mapText } from "./map-file.ts";
import { type Origins, startOrigins } from "./origins.ts";
import { RECIPE_FILE } from "./recipe-name.ts";
import { isTabled, pathFor, roleInfo } from "./roles.ts";
import { rowsThere } from "./rows-there.ts";
import { isCompanion } from "./read-source.ts";
import type { GivenFile, SourcePart } from "./source.ts";
import { aboutText } from "./about-text.ts";
import { makeTable } from "./table-file.ts";

/** A case folder made from the files that somebody has. */
interface Applied {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where each line and feature of it comes from. */
  readonly origins: Origins;
}

/**
 * Makes a case folder of files as a recipe says. What the recipe asks for and the files do not have is an issue of the recipe or of the file;
 * files of a case that the recipe does not name are taken as they are.
 */
export function applyRecipe(
  files: ReadonlyMap<string, Uint8Array>,
  sources: ReadonlyMap<string, GivenFile>,
  recipe: RecipeFile,
  report: Report,
): Applied {
  const made = new Map<string, Uint8Array>();
  const origins = startOrigins();
  const used = new Set<string>();
  const found: FoundPart[] = [];
  for (const part of recipe.files) {
    const file = fileOfYear(
      part.file,
      files.keys(),
      recipe.files.map((each) => each.file),
      report,
    );
    if (file === undefined) continue;
    used.add(file);
    const bytes = files.get(file);
    if (part.is === "as-named" && bytes && isCaseFile(file)) made.set(file, bytes);
    else if (part.is === "timetable" && bytes) {
      made.set(timetablePath(file), bytes);
      origins.renamed(timetablePath(file), file);
    } else if (part.is !== "left-out" && part.is !== "as-named") {
      const source = sources.get(file);
      const one = source && findPart(source, part, report);
      if (one) found.push(one);
    }
  }
  for (const [path, bytes] of files) {
    if (used.has(path) || path === RECIPE_FILE || isCompanion(path, files)) continue;
    if (isCaseFile(path)) made.set(path, bytes);
    else if (looksMisnamed(path) || sources.get(path)?.kind === "parts")
      report("recipe.file-extra", { file: path }, {});
  }
  const there = found.map((each) => ({ ...each, rows: rowsWhere(each, found, report) }));
  makeTables(there, recipe, { made, origins, report });
  makeMaps(there, files, { made, origins, report });
  if (!made.has(CASE_FILES.case) && recipe.case) made.set(CASE_FILES.case, encode(aboutText(recipe)));
  return { files: made, origins };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What of a file's parts the recipe means, its columns by what they are, and the rows that count. */
function findPart(source: GivenFile, recipe: RecipePart, report: Report): FoundPart | undefined {
  if (source.kind !== "parts") {
    // Why it could not be read has been said of the file.
    if (source.kind === "json") report("recipe.no-part", { file: source.file }, { part: recipe.is, found: "JSON" });
    return undefined;
  }
  const part = partOf(source.parts, recipe);
  if (!part) {
    const parts = quotedList(source.parts.map((each) => each.part ?? each.shape));
    report("recipe.no-part", { file: source.file }, { part: recipe.part ?? recipe.is, found: parts });
    return undefined;
  }
  const columns = new Map<string, string>();
  let isSound = true;
  const nameIn = (wanted: string): string | undefined => {
    const known = part.columns.includes(wanted)
      ? wanted
      : part.columns.find((each) => plainName(each) === plainName(wanted));
    if (known === undefined) {
      report("recipe.column-missing", { file: part.file }, { column: quoted(wanted), found: quotedList(part.columns) });
      isSound = false;
    }
    return known;
  };
  for (const [role, wanted] of Object.entries(recipe.columns ?? {})) {
    const known = nameIn(wanted);
    if (known !== undefined) columns.set(role, known);
  }
  const filters = Object.entries(recipe.only ?? {}).flatMap(([wanted, values]) => {
    const column = nameIn(wanted);
    return column === undefined ? [] : [{ column, values: new Set(values) }];
  });
  if (!isSound) return undefined;
  const all = Array.from({ length: part.count }, (_, row) => row);
  const rows = all.filter((row) => filters.every(({ column, values }) => values.has(part.cell(row, column))));
  if (rows.length === 0 && all.length > 0) {
    report("recipe.nothing-left", { file: part.file }, { columns: quotedList(filters.map(({ column }) => column)) });
    return undefined;
  }
  if (rows.length < all.length)
    report("recipe.rows-left-out", { file: part.file }, { count: all.length - rows.length, kept: rows.length });
  return { recipe, part, columns, rows };
}

/** By its name, else the only one, else the first that has a shape of the role. */
function partOf(parts: readonly SourcePart[], { part: wanted, is }: RecipePart): SourcePart | undefined {
  const shapes = roleInfo(is)?.shapes ?? [];
  const fitting = parts.filter(({ shape }) => shapes.includes(shape));
  return wanted === undefined ? fitting[0] : fitting.find(({ part }) => part === wanted);
}

/** The rows that lie where those that count do; how many do not is said. */
function rowsWhere(each: FoundPart, all: readonly FoundPart[], report: Report): readonly number[] {
  const rows = rowsThere(each, all);
  const away = each.rows.length - rows.length;
  if (away > 0) report("recipe.rows-elsewhere", { file: each.part.file }, { count: away, kept: rows.length });
  return rows;
}

interface Making {
  readonly made: Map<string, Uint8Array>;
  readonly origins: ReturnType<typeof startOrigins>;
  readonly report: Report;
}

function makeTables(found: readonly FoundPart[], recipe: RecipeFile, making: Making): void {
  const byPath = new Map<string, FoundPart[]>();
  for (const each of found) {
    const info = roleInfo(each.recipe.is);
    if (!info || !isTabled(info, each.part.shape)) continue;
    byPath.set(info.path, [...(byPath.get(info.path) ?? []), each]);
  }
  for (const [path, parts] of byPath) {
    const { text, beside } = makeTable(path, parts, recipe, making.origins, making.report);
    making.made.set(path, encode(text));
    for (const [other, otherText] of beside)
      if (!byPath.has(other) && !making.made.has(other)) making.made.set(other, encode(otherText));
  }
}

function makeMaps(
  found: readonly FoundPart[],
  files: ReadonlyMap<string, Uint8Array>,
  { made, origins, report }: Making,
): void {
  const byPath = new Map<string, FoundPart[]>();
  for (const each of found) {
    const info = roleInfo(each.recipe.is);
    if (!info || isTabled(info, each.part.shape)) continue;
    const path = pathFor(info, each.part.shape);
    byPath.set(path, [...(byPath.get(path) ?? []), each]);
  }
  for (const [path, parts] of byPath) {
    const [{ part, recipe, rows, columns }] = parts;
    const own = files.get(part.file);
    // What a property is, is written under the name that its reader knows.
    const isNamed = [...columns].every(([role, column]) => role === column);
    const isAsItIs = parts.length === 1 && recipe.crs === undefined && rows.length === part.count && isNamed;
    // A map of text that is taken whole keeps its own lines, which are then those of its faults.
    if (isAsItIs && own && /\.(geo)?json$/i.test(part.file) && part.part === undefined) {
      made.set(path, own);
      origins.renamed(path, part.file);
    } else if (new Set(parts.map(systemOf)).size > 1) report("recipe.systems", { file: part.file }, { path });
    else made.set(path, encode(mapText(path, parts, origins)));
  }
}

const systemOf = ({ part, recipe }: FoundPart): string | undefined => recipe.crs ?? part.crs;
