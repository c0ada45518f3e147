import { type Language, localeOf } from "../../../src/index.ts";

/** A moment, ISO 8601, as people write it. */
export const atTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
