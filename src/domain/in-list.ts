import type { Language } from "./language.ts";

const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  da: new Intl.ListFormat("da-DK", { type: "conjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
};

/** "a, b og c". */
export const inList = (parts: readonly string[], language: Language): string => LISTS[language].format(parts);
