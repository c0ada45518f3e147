/** The two languages every text a user meets is written in. Danish comes first. */
export const LANGUAGES = ["da", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. `{name}` stands for a value that is filled in (ICU message syntax). */
export type Text = Readonly<Record<Language, string>>;

/** What the program itself names, in both languages; what a case names stands as it is unless the case says it in both. */
export type Said = string | Text;

export const saidIn = (said: Said, language: Language): string => (typeof said === "string" ? said : said[language]);
