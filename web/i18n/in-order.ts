import { perLanguage } from "../../src/index.ts";

/** How a language sorts names: å last in Danish, with a in German. */
export const compareIn = perLanguage((locale) => new Intl.Collator(locale).compare);
