/** The two languages every text a user meets is written in. Danish comes first. */
export const LANGUAGES = ["da", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. `{name}` stands for a value that is filled in (ICU message syntax). */
export type Text = Readonly<Record<Language, string>>;
