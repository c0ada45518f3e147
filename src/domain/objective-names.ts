import { catalogue, type Text } from "./language.ts";
import type { AssignmentObjective } from "./question.ts";

/** What the objectives are called. */
export const OBJECTIVE_NAMES: Readonly<Record<AssignmentObjective, Text>> = catalogue("domain.objective-names", {
  "pupil-metres": { da: "elevmeter", en: "pupil-metres" },
  "longest-way": { da: "længste skolevej (m)", en: "longest way (m)" },
  "changed-site": { da: "elever, der skifter skole", en: "pupils who change school" },
  overflow: { da: "elever uden plads", en: "pupils beyond capacity" },
  kroner: { da: "{currencyName} til klasser og befordring", en: "{currencyName} for classes and transport" },
  "fullest-site": { da: "elever pr. plads på den fyldteste skole", en: "pupils per place at the fullest school" },
});
