/** The two languages every text a user meets is written in. Danish comes first. */
export const LANGUAGES = ["da", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. `{name}` stands for a value that is filled in (ICU message syntax). */
export type Text = Readonly<Record<Language, string>>;

/** What the program itself names, in both languages; what a case names stands as it is unless the case says it in both. */
export type Said = string | Text;

/** A text that is made alike in each language. */
export const inBoth = (make: (language: Language) => string): Text => ({ da: make("da"), en: make("en") });

/** A name or a word as somebody typed it, in the quotes of each language. */
export const quoted = (said: Said): Text => ({ da: `»${saidIn(said, "da")}«`, en: `"${saidIn(said, "en")}"` });

/** Names that may hold commas and points of their own: »pladser 0.-3.«, »pladser 4.-6.«. */
export const quotedList = (names: readonly string[]): Text => ({
  da: names.map((name) => quoted(name).da).join(", "),
  en: names.map((name) => quoted(name).en).join(", "),
});

export const saidIn = (said: Said, language: Language): string => (typeof said === "string" ? said : said[language]);
