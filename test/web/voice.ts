import { createIntl } from "react-intl";
import type { Language } from "../../src/index.ts";
import { CATALOGUES } from "../../web/i18n/catalogues.ts";
import { voiceOf } from "../../web/i18n/say.ts";

const LOCALES = { da: "da-DK", en: "en-GB" } as const;

/** The page's own voice, outside the page. */
export const voiceIn = (language: Language) =>
  voiceOf(createIntl({ locale: LOCALES[language], messages: CATALOGUES[language] }));
