import { catalogue, type Language } from "../../domain/language.ts";
import type { FileRole, RecipeFile, RecipePart } from "../../protocol/recipe-file.ts";
import { guessOther, guessRole } from "./guess.ts";
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
const SEVERAL = new Set<FileRole>(["pupils", "places", "addresses", "as-named", "left-out"]);

/** A recipe as good as can be told from names and contents: what each file is, what its columns are, and what the case is called. */
export function proposeRecipe({ sources, year, language }: Given): RecipeFile {
  const files: RecipePart[] = [];
  const meant: { readonly is: FileRole; readonly part: SourcePart; readonly matches: Matches }[] = [];
  const all = [...sources].filter(({ file }) => file !== RECIPE_FILE);
  for (const source of all) {
    if (source.kind !== "parts") {
      files.push({ file: source.file, is: guessOther(source) });
      continue;
    }
    for (const part of source.parts) meant.push({ ...guessedIn(part, meant), part });
  }
  const hasPupils = meant.some(({ is }) => is === "pupils");
  for (const { is, part, matches } of meant) {
    // Counted children stand in for pupils only where there are none.
    const isUsed = !(hasPupils && is === "children");
    const where = meant.some((each) => each.is === "outline") ? ("inside-outline" as const) : ("near-roads" as const);
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
      code: codeOf(meant.map(({ part }) => part)) ?? "0000",
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

const UNNAMED = catalogue("import.wizard.propose", { da: "Vores kommune", en: "Our municipality" });

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
