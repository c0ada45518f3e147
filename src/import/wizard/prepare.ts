import type { Issue } from "../../domain/issue.ts";
import { type RecipeFile, recipeFileSchema } from "../../protocol/recipe-file.ts";
import { fitSchema, readJson } from "../json-text.ts";
import { openIssueBook, type Report } from "../report.ts";
import { decodeText } from "../text.ts";
import { applyRecipe } from "./apply-recipe.ts";
import { type Origins, startOrigins } from "./origins.ts";
import { readSource } from "./read-source.ts";
import { RECIPE_FILE } from "./recipe-name.ts";
import type { GivenFile } from "./source.ts";

/** A folder as a case's, with what was found on the way there. */
export interface PreparedFolder<Files = ReadonlyMap<string, Uint8Array>> {
  readonly files: Files;
  readonly origins: Origins;
  readonly issues: readonly Issue[];
}

/** Makes a case folder of the files that somebody has, where a recipe lies among them or is given beside them; any other folder stays as it is. */
export async function prepareFolder(
  files: ReadonlyMap<string, Uint8Array>,
  given?: { readonly name: string; readonly bytes: Uint8Array },
): Promise<PreparedFolder> {
  const own = files.get(RECIPE_FILE);
  const recipeFile = given ?? (own && { name: RECIPE_FILE, bytes: own });
  if (!recipeFile) return { files, origins: startOrigins(), issues: [] };
  const book = openIssueBook();
  const recipe = readRecipe(recipeFile.name, recipeFile.bytes, book.report);
  // Without a recipe nobody knows what the files are.
  if (!recipe) return { files: new Map(), origins: startOrigins(), issues: book.all() };
  const sources = await readSources(files, recipe, book.report);
  const { files: made, origins } = applyRecipe(files, sources, recipe, book.report);
  return { files: made, origins, issues: book.all() };
}

export function readRecipe(file: string, bytes: Uint8Array, report: Report): RecipeFile | undefined {
  const decoded = decodeText(bytes);
  if ("notText" in decoded) {
    report("file.not-text", { file }, { found: decoded.notText });
    return undefined;
  }
  const json = readJson(file, decoded.text, report);
  return json && fitSchema(json, recipeFileSchema, report);
}

/** Reads the files that a recipe may mean: all that it does not leave out and that are no case's own. */
async function readSources(
  files: ReadonlyMap<string, Uint8Array>,
  recipe: RecipeFile,
  report: Report,
): Promise<ReadonlyMap<string, GivenFile>> {
  const unread = new Set(
    recipe.files.flatMap(({ file, is }) =>
      is === "left-out" || is === "as-named" ? [file.replaceAll(/\d+/g, "#")] : [],
    ),
  );
  const meant = new Set(recipe.files.map(({ file }) => file.toLowerCase().replaceAll(/\d+/g, "#")));
  const sources = new Map<string, GivenFile>();
  for (const [path, bytes] of files) {
    const plain = path.toLowerCase().replaceAll(/\d+/g, "#");
    if (meant.has(plain) && !unread.has(plain)) sources.set(path, await readSource(path, bytes, report));
  }
  return sources;
}
