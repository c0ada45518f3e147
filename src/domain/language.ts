import type { Listed } from "../languages/pack.ts";
import { PACKS } from "../languages/packs.ts";
import { type CurrencyCode, type MoneyBlanks, moneyBlanks } from "./currency.ts";

/**
 * A language that people are spoken to in: one of the two that texts are written in beside each other, Danish first. Where the program runs
 * it may be one that is a pack as well, which asks nothing of the types: every text is read by its language, whichever that is.
 */
export type Language = "da" | "en";

const isPacked = (code: string): code is Language => code in PACKS;
const PACKED = Object.keys(PACKS).filter(isPacked);
export const LANGUAGES: readonly Language[] = ["da", "en", ...PACKED];

/** One text in every language. `{name}` stands for a value that is filled in (ICU message syntax). */
export type Text = Readonly<{ da: string; en: string }> & Readonly<Record<string, string>>;

/** What the program itself names, in every language; what a case names stands as it is unless the case says it in each. */
export type Said = string | Text;

/**
 * What is known while the program runs. `here`: the languages that every text is said in by now; `carry`: how the packs that are here lay what they say beside a catalogue's texts; `told`: what one of
 * them says for a text that no catalogue of these holds, English where it says nothing.
 */
export const spoken: {
  readonly here: Set<Language>;
  readonly catalogues: (readonly [name: string, texts: object])[];
  carry?: (name: string, texts: object) => void;
  told?: (language: Language, key: string, english: string) => string;
} = { here: new Set(["da", "en"]), catalogues: [] };

const LISTED: Readonly<Partial<Record<string, Pick<Listed, "name" | "locale">>>> = {
  da: { name: "Dansk", locale: "da-DK" },
  en: { name: "English", locale: "en-GB" },
  ...PACKS,
};

/** What the language is called where dates, numbers and lists are written in it. */
export const localeOf = (language: Language): string => LISTED[language]?.locale ?? "en-GB";

/** What its speakers call it. */
export const languageName = (language: Language): string => LISTED[language]?.name ?? language;

/** What writes numbers, dates or lists, made once for each language that something is written in. */
export function perLanguage<Writer>(make: (locale: string) => Writer): (language: Language) => Writer {
  const made = new Map<Language, Writer>();
  return (language) => {
    const known = made.get(language) ?? make(localeOf(language));
    made.set(language, known);
    return known;
  };
}

/**
 * A text that is made alike in each language; in one that is a pack when it is read, since its pack may come later than the text. As long as
 * that is not here it is the English one, whole.
 */
export function inBoth(make: (language: Language) => string): Text {
  const text = { da: make("da"), en: make("en") };
  for (const code of PACKED)
    Object.defineProperty(text, code, { enumerable: true, get: () => make(spoken.here.has(code) ? code : "en") });
  return text;
}

/**
 * Texts, and what stands beside them in a table, as they are. A pack knows each by its way in from the name: "rules.calendar.debate.title".
 * A catalogue that nobody uses falls out of the page.
 */
// @__NO_SIDE_EFFECTS__
export function catalogue<Texts extends object>(name: string, texts: Texts): Texts {
  spoken.catalogues.push([name, texts]);
  spoken.carry?.(name, texts);
  return texts;
}

/** What may stand in a text's blank: a name stands as it is in every language, and so does a number. */
export type Blanks = Readonly<Partial<Record<string, Said | number>>>;

/** Where there is nothing to say. */
export const NOTHING_SAID: Text = inBoth(() => "");

/** A text with its blanks filled in each language; those that nothing is given for stay, and so do those of money: see {@link moneyWords}. */
export const filled = (text: Text, blanks: Blanks): Text =>
  inBoth((language) =>
    saidIn(text, language).replaceAll(/\{(\w+)\}/g, (blank, name: string) => saidIn(blanks[name] ?? blank, language)),
  );

type MoneyWords = Readonly<Record<keyof MoneyBlanks, Text>>;
const words = new Map<string, MoneyWords>();

/** What fills the blanks of a text that speaks of money, beside its others. */
export function moneyWords(currency: CurrencyCode): MoneyWords {
  const word = (blank: keyof MoneyBlanks): Text =>
    inBoth((language) => moneyBlanks(localeOf(language), currency)[blank]);
  const known = words.get(currency.code) ?? {
    currency: word("currency"),
    currencyEnd: word("currencyEnd"),
    currencySign: word("currencySign"),
    currencyName: word("currencyName"),
  };
  words.set(currency.code, known);
  return known;
}

/** A text that speaks of money, in one. */
export const inMoney = (text: Text, currency: CurrencyCode): Text => filled(text, moneyWords(currency));

const QUOTES = catalogue("domain.quotes", { da: "»{said}«", en: '"{said}"' });

/** A name or a word as somebody typed it, in the quotes of each language. */
export const quoted = (said: Said): Text => filled(QUOTES, { said });

/** So many names can be read in one sentence; of more the rest are counted. */
const MOST_NAMES = 40;
const MORE_NAMES = catalogue("domain.more-names", { da: "og {count} mere", en: "and {count} more" });

/** Names that may hold commas and points of their own: »pladser 0.-3.«, »pladser 4.-6.«. */
export const quotedList = (names: readonly string[]): Text => {
  const told = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES) : names;
  return inBoth((language) =>
    [
      ...told.map((name) => quoted(name)[language]),
      ...(told === names ? [] : [filled(MORE_NAMES, { count: names.length - told.length })[language]]),
    ].join(", "),
  );
};

export const saidIn = (said: Said | number, language: Language): string =>
  typeof said === "object" ? (said[language] ?? said.en) : String(said);
