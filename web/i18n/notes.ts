import { filledText, formatNumber, inBoth, type Said, type Text } from "../../src/index.ts";
import { CATALOGUES } from "./catalogues.ts";
import type { MessageKey } from "./say.ts";

/** A text of the page with its blanks filled in, in both languages: what an edit did is kept with it. A blank may be in both as well. */
export const noteText = (key: MessageKey, blanks?: Readonly<Record<string, Said | number>>): Text =>
  filledText({ da: CATALOGUES.da[key], en: CATALOGUES.en[key] }, blanks);

/** A whole number as both languages write it. */
export const inBothTexts = (count: number): Text => inBoth((language) => formatNumber(count, 0, language));

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
