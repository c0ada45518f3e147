import { catalogue, type Language } from "../domain/language.ts";

const WORDS = catalogue("import.mend-column", {
  mend: { da: "Skal rettes (skoledistrikt)", en: "To be mended (skoledistrikt)" },
});

/** The column of a file taken away to be mended that says what is to be mended; it is nobody's data. */
export const mendColumn = (language: Language): string => WORDS.mend[language];

export const isMendColumn = (name: string): boolean => [WORDS.mend.da, WORDS.mend.en].includes(name.trim());
