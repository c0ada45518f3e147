import { z } from "zod";
import { LANGUAGES } from "../domain/language.ts";

/**
 * What a file says in both languages, and in any others that the program which wrote it had a pack for. In those that this one has a pack for
 * English stands where the file says nothing.
 */
export const inLanguages = <Each extends z.ZodType>(each: Each) =>
  z
    .object({ da: each, en: each })
    .catchall(each)
    .overwrite((said) => {
      const lacking = LANGUAGES.filter((language) => !(language in said));
      return lacking.length === 0
        ? said
        : { ...said, ...Object.fromEntries(lacking.map((language) => [language, said["en"]])) };
    });
