import type { Text } from "../../src/index.ts";
import { type Blanks, CATALOGUES, type MessageKey } from "../i18n/say.ts";
import { IntlMessageFormat } from "intl-messageformat";

/** A text of the page with its blanks filled in, in both languages: what an edit did is kept with it. */
export function noteText(key: MessageKey, blanks: Blanks = {}): Text {
  const fill = (language: "da" | "en", locale: string): string =>
    String(new IntlMessageFormat(CATALOGUES[language][key], locale).format({ ...blanks }));
  return { da: fill("da", "da-DK"), en: fill("en", "en-GB") };
}
