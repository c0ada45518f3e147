import type { Report } from "../report.ts";
import { RECIPE_FILE } from "./recipe-name.ts";

/** A name with other numbers in it is that of another year: "Skoler_2025.xlsx" and "Skoler_2026.xlsx". */
const withoutNumbers = (name: string): string => name.toLowerCase().replaceAll(/\d+/g, "#");

/** The file that a recipe means: the one of that name, else the only one whose name differs in its numbers; else that is an issue. */
export function fileOfYear(
  wanted: string,
  there: Iterable<string>,
  others: readonly string[],
  report: Report,
): string | undefined {
  const files = [...there];
  if (files.includes(wanted)) return wanted;
  const taken = new Set(others);
  const alike = files.filter((file) => withoutNumbers(file) === withoutNumbers(wanted) && !taken.has(file));
  if (alike.length === 1) {
    report("recipe.other-year", { file: alike[0] }, { recipe: wanted });
    return alike[0];
  }
  if (alike.length === 0) report("recipe.file-missing", { file: RECIPE_FILE, group: "" }, { name: wanted });
  else report("recipe.file-several", { file: RECIPE_FILE, group: "" }, { name: wanted, found: alike.join(", ") });
  return undefined;
}
