import type { Language } from "../../../src/index.ts";

/** A moment, ISO 8601, as people write it. */
export const atTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(at),
  );
