import { createIntl } from "react-intl";
import { type Counts, DANISH_KRONER, type Language, localeOf } from "../../src/index.ts";
import { CATALOGUES } from "../../web/i18n/catalogues.ts";
import { voiceOf } from "../../web/i18n/say.ts";

/** The page's own voice, outside the page. */
export const voiceIn = (language: Language, counts: Counts = "exactly") =>
  voiceOf(createIntl({ locale: localeOf(language), messages: CATALOGUES[language] }), language, {
    counts,
    currency: DANISH_KRONER,
  });
