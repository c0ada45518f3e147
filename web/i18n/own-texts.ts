import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../src/index.ts";
import type { Blanks } from "./say.ts";

const LOCALES = { da: "da-DK", en: "en-GB" } as const;

/** How texts that come with a panel are filled in; the page's own are said by its voice. */
export const ownTexts =
  <Key extends string>(catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>>) =>
  (key: Key, language: Language, blanks: Blanks = {}): string =>
    String(new IntlMessageFormat(catalogues[language][key], LOCALES[language]).format(blanks));
