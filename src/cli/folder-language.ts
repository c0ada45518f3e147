import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../domain/language.ts";
import { CASE_FILES } from "../import/case-files.ts";
import { languageOfCase } from "../import/case-language.ts";
import { splitWords } from "./words.ts";

/** The language that the case among a command's words says it is to be answered in; nothing where none of them is the folder of a case that says so. */
export async function languageOfFolder(words: readonly string[]): Promise<Language | undefined> {
  for (const place of splitWords(words).positionals.slice(1)) {
    const text = await readFile(join(place, CASE_FILES.case), "utf8").catch(() => "");
    const language = languageOfCase(text);
    if (language) return language;
  }
  return undefined;
}
