import { catalogue } from "../domain/language.ts";

export const ISSUE_TEXT = catalogue("report.issue.said", {
  error: { da: "Fejl", en: "Error" },
  warning: { da: "Advarsel", en: "Warning" },
  column: { da: "kolonne", en: "column" },
  property: { da: "egenskab", en: "property" },
  line: { da: "linje", en: "line" },
  feature: { da: "objekt", en: "feature" },
});

/** What is left out of a value too long to be read. */
export const MORE_SIGNS = catalogue("report.issue.more-signs", {
  da: "{start} … ({count, number} tegn mere)",
  en: "{start} … ({count, number} more characters)",
});
