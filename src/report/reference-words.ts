import { catalogue } from "../domain/language.ts";
/** What the pages of the reference say around their entries. */
export const REFERENCE_WORDS = catalogue("report.reference", {
  title: { da: "Opslagsværk", en: "Reference" },
  back: { da: "Alle opslag", en: "All entries" },
  home: { da: "tilbage til kortet", en: "back to the map" },
  search: { da: "Søg i opslagsværket", en: "Search the reference" },
  find: { da: "Søg", en: "Search" },
  language: { da: "Sprog", en: "Language" },
  /** `#` stands for how many. */
  found: {
    none: { da: "Intet opslag har alle ordene.", en: "No entry has all the words." },
    one: { da: "1 opslag fundet.", en: "1 entry found." },
    some: { da: "# opslag fundet.", en: "# entries found." },
  },
} as const);
