import { formatNumber, type Text } from "../../src/index.ts";
import { CATALOGUES } from "../i18n/catalogues.ts";
import type { Blanks, MessageKey } from "../i18n/say.ts";
import { IntlMessageFormat } from "intl-messageformat";

/** A text of the page with its blanks filled in, in both languages: what an edit did is kept with it. A blank may be in both as well. */
export function noteText(key: MessageKey, blanks: Readonly<Record<string, string | number | Text>> = {}): Text {
  const fill = (language: "da" | "en"): string => String(formatOf(language, key).format(inOne(language, blanks)));
  return { da: fill("da"), en: fill("en") };
}

/** A whole number as both languages write it. */
export const inBothTexts = (count: number): Text => ({
  da: formatNumber(count, 0, "da"),
  en: formatNumber(count, 0, "en"),
});

/** Made once: a stroke is put into words at every move. */
const LISTS = {
  da: new Intl.ListFormat("da", { type: "conjunction" }),
  en: new Intl.ListFormat("en", { type: "conjunction" }),
} as const;

/** "a, b og c" in both languages. */
export function listText(parts: readonly Text[]): Text {
  const joined = (language: "da" | "en"): string => LISTS[language].format(parts.map((part) => part[language]));
  return { da: joined("da"), en: joined("en") };
}

const LOCALES = { da: "da-DK", en: "en-GB" } as const;
const formats = new Map<string, IntlMessageFormat>();

/** Read once: a stroke is put into words at every move. */
function formatOf(language: "da" | "en", key: MessageKey): IntlMessageFormat {
  const known =
    formats.get(`${language} ${key}`) ?? new IntlMessageFormat(CATALOGUES[language][key], LOCALES[language]);
  formats.set(`${language} ${key}`, known);
  return known;
}

const inOne = (language: "da" | "en", blanks: NonNullable<Parameters<typeof noteText>[1]>): Blanks =>
  Object.fromEntries(
    Object.entries(blanks).map(([name, value]) => [name, typeof value === "object" ? value[language] : value]),
  );
