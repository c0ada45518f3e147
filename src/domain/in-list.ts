import { type Language, perLanguage } from "./language.ts";

const lists = perLanguage((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** "a, b og c". */
export const inList = (parts: readonly string[], language: Language): string => lists(language).format(parts);
