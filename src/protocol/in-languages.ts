import { z } from "zod";
import { LANGUAGES } from "../domain/language.ts";

/** What a file says in both languages, and in those that are packs where the program that wrote it had them. */
export function inLanguages<Each extends z.ZodType>(each: Each) {
  const others: object = Object.fromEntries(
    LANGUAGES.filter((language) => !["da", "en"].includes(language)).map((language) => [language, each.optional()]),
  );
  return z.strictObject({ da: each, en: each, ...others });
}
