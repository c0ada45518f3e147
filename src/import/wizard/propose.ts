import { catalogue, type Language } from "../../domain/language.ts";
import type { FileRole, RecipeFile, RecipePart } from "../../protocol/recipe-file.ts";
import { timetablePath } from "../gtfs/recognise.ts";
import { guessOther, guessRole, matchesIn } from "./guess.ts";
import type { Matches } from "./match-columns.ts";
import { RECIPE_FILE } from "./recipe-name.ts";
import type { GivenFile, SourcePart } from "./source.ts";

/** What somebody has, and what is known beside it. */
export interface Given {
  readonly sources: Iterable<GivenFile>;
  /** The year that a school year began in last, for files that name none. */
  readonly year: number;
  readonly language: Language;
}

/** Roles of which several files may each hold a part. */
const SEVERAL = new Set<FileRole>(["pupils", "homes", "places", "addresses", "as-named", "left-out"]);

interface Meant {
  readonly is: FileRole;
  readonly part: SourcePart;
  readonly matches: Matches;
}

/** A recipe as good as can be told from names and contents: what each file is, what its columns are, and what the case is called. */
export function proposeRecipe({ sources, year, language }: Given): RecipeFile {
  const files: RecipePart[] = [];
  const meant: Meant[] = [];
  const all = [...sources].filter(({ file }) => file !== RECIPE_FILE);
  for (const source of all) {
    if (source.kind !== "parts") {
      const is = guessOther(source);
      // Two packed timetables are not one: the second waits to be chosen.
      const isSecond =
        is === "timetable" &&
        files.some((other) => other.is === is && timetablePath(other.file) === timetablePath(source.file));
      files.push({ file: source.file, is: isSecond ? "left-out" : is });
      continue;
    }
    for (const part of source.parts) meant.push({ ...guessedIn(part, meant), part });
  }
  const hasPupils = meant.some(({ is }) => is === "pupils");
  for (const each of meant) {
    const { is, part, matches } = joined(each, meant);
    // Counted children stand in for pupils only where there are none.
    const isUsed = !(hasPupils && is === "children");
    const where = meant.some((one) => one.is === "outline") ? ("inside-outline" as const) : ("near-roads" as const);
    const own = recipePart(part, isUsed ? is : "left-out", matches);
    // Counts of children are of whole regions, and beyond the municipality they would be its pupils.
    files.push(own.is === "children" ? { ...own, where } : own);
  }
  const sites = meant.find(({ is }) => is === "sites");
  const hasDistricts = files.some(({ is }) => is === "districts") || sites?.matches.has("district") === true;
  return {
    format: "skoledistrikt-recipe",
    version: 1,
    case: {
      name: nameOf(meant.map(({ part }) => part)) ?? UNNAMED[language],
      code: codeOf(meant.map(({ part }) => part)) ?? NO_CODE,
      schoolYear: schoolYearOf(meant, year),
      priceYear: year,
      units: { kind: "h3", resolution: 9 },
      snapLimit: 1000,
      sources: [],
    },
    districts: hasDistricts ? "as-named" : "one-a-school",
    files,
  };
}

/** A part as it is taken once the others are known that it is joined with. */
function joined(each: Meant, all: readonly Meant[]): Meant {
  const has = (...roles: readonly FileRole[]): boolean => all.some(({ is }) => roles.includes(is));
  const { is, part, matches } = each;
  // Where pupils name their address by its key, addresses that have keys are what they are placed by before they are searched for.
  if (is === "addresses" && !has("homes") && all.some((one) => one.is === "pupils" && one.matches.has("address"))) {
    const asHomes = matchesIn(part, "homes");
    return asHomes.has("id") ? { is: "homes", part, matches: asHomes } : each;
  }
  // "Område" is a name from a list of towns, or of an area that is drawn: as which of them there is.
  const place = matches.get("place");
  if (is === "pupils" && place && !matches.has("area") && has("areas", "units") && !has("places")) {
    const others = [...matches].filter(([role]) => role !== "place");
    return { is, part, matches: new Map([...others, ["area", place]]) };
  }
  return each;
}

function guessedIn(
  part: SourcePart,
  before: readonly { readonly is: FileRole }[],
): { readonly is: FileRole; readonly matches: Matches } {
  const { role, matches } = guessRole(part);
  const isTaken = !SEVERAL.has(role) && before.some(({ is }) => is === role);
  return isTaken ? { is: "left-out", matches: new Map() } : { is: role, matches };
}

export function recipePart(part: SourcePart, is: FileRole, matches: Matches): RecipePart {
  const columns = Object.fromEntries([...matches].map(([role, { column }]) => [role, column]));
  return {
    file: part.file,
    ...(part.part !== undefined && { part: part.part }),
    is,
    ...(is !== "left-out" && matches.size > 0 && { columns }),
  };
}

/** What stands for a code that nobody has said. */
const NO_CODE = "0000";

const UNNAMED = catalogue("import.wizard.propose", { da: "Vores kommune", en: "Our municipality" });

/** A case that has no name yet is called what its rows are chosen by: only those of "Lejre Kommune" make the case Lejre. */
export function namedByChoice(recipe: RecipeFile): RecipeFile {
  const about = recipe.case;
  if (!about) return recipe;
  const chosen = recipe.files.flatMap(({ only = {} }) =>
    Object.entries(only).flatMap(([column, values]) =>
      /kommune|municipal|komkode/i.test(column) && values.length === 1 ? values : [],
    ),
  );
  const name = chosen.find((value) => !/^\d+$/.test(value))?.replace(/ kommune$/i, "");
  const code = chosen.find((value) => /^\d{4}$/.test(value));
  const isUnnamed = Object.values<string>(UNNAMED).includes(about.name);
  return {
    ...recipe,
    case: {
      ...about,
      ...(name !== undefined && isUnnamed && { name }),
      ...(code !== undefined && about.code === NO_CODE && { code }),
    },
  };
}

/** What every row of a file has in a column of municipalities: "Lejre Kommune" is called Lejre. */
function nameOf(parts: readonly SourcePart[]): string | undefined {
  const name = onlyValue(parts, /^(kommune|kommunenavn|municipality)$/, (value) => !/^\d+$/.test(value));
  return name?.replace(/ kommune$/i, "");
}

const codeOf = (parts: readonly SourcePart[]): string | undefined =>
  onlyValue(parts, /^(kommune|kommunekode|komkode|kommunenr)$/, (value) => /^\d{4}$/.test(value));

function onlyValue(
  parts: readonly SourcePart[],
  called: RegExp,
  holds: (value: string) => boolean,
): string | undefined {
  for (const part of parts)
    for (const column of part.columns) {
      if (!called.test(column.trim().toLowerCase())) continue;
      const values = new Set(Array.from({ length: part.count }, (_, row) => part.cell(row, column)));
      const [value] = values;
      if (values.size === 1 && value !== undefined && holds(value)) return value;
    }
  return undefined;
}

/** "Skoler_2025.xlsx" and "elever 2024-25.csv" say which school year they are of; what pupils' files say goes first. */
function schoolYearOf(meant: readonly { readonly is: FileRole; readonly part: SourcePart }[], year: number): string {
  const inOrder = ["pupils", "sites", "children"].flatMap((role) => meant.filter(({ is }) => is === role));
  const named = inOrder.flatMap(({ part }) => {
    const found = /(?<!\d)(20\d\d)(?!\d)/.exec([part.file, part.part ?? "", ...part.columns].join(" "));
    return found ? Number(found[1]) : [];
  })[0];
  const from = named ?? year;
  return `${from}/${String((from + 1) % 100).padStart(2, "0")}`;
}
