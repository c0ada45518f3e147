import { type Language, LANGUAGES } from "../domain/language.ts";

/**
 * The language that a case is to be answered in first, by the text of its case.json; nothing where it says none or one that is not spoken. Read
 * without the rest of the file, so that what is wrong there is said in that language too.
 */
export function languageOfCase(caseJson: string): Language | undefined {
  const [, named] = /"language"\s*:\s*"([a-z]{2,3})"/.exec(caseJson) ?? [];
  return LANGUAGES.find((language) => language === named);
}
