import { inBoth, type Language, perLanguage, saidIn, type Text } from "./language.ts";

const lists = perLanguage((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** "a, b og c". */
export const inList = (parts: readonly string[], language: Language): string => lists(language).format(parts);

/** The same in every language. */
export const listText = (parts: readonly Text[]): Text =>
  inBoth((language) =>
    inList(
      parts.map((part) => saidIn(part, language)),
      language,
    ),
  );
