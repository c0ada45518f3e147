import type { Text } from "../../src/index.ts";
import { type Blanks, CATALOGUES, type MessageKey } from "../i18n/say.ts";
import { IntlMessageFormat } from "intl-messageformat";

/** A text of the page with its blanks filled in, in both languages: what an edit did is kept with it. A blank may be in both as well. */
export function noteText(key: MessageKey, blanks: Readonly<Record<string, string | number | Text>> = {}): Text {
  const fill = (language: "da" | "en", locale: string): string =>
    String(new IntlMessageFormat(CATALOGUES[language][key], locale).format(inOne(language, blanks)));
  return { da: fill("da", "da-DK"), en: fill("en", "en-GB") };
}

const inOne = (language: "da" | "en", blanks: NonNullable<Parameters<typeof noteText>[1]>): Blanks =>
  Object.fromEntries(
    Object.entries(blanks).map(([name, value]) => [name, typeof value === "object" ? value[language] : value]),
  );
