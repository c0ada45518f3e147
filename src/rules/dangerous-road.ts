import { catalogue } from "../domain/language.ts";
import { ACT_IN_FORCE, type Rule } from "./rule.ts";

/** Folkeskoleloven § 26(1)2: a road that traffic makes hazardous gives the right at any distance. */
export const DANGEROUS_ROAD: Rule = catalogue("rules.dangerous-road", {
  key: "dangerous-road",
  paragraph: "folkeskoleloven § 26, stk. 1, nr. 2",
  text: {
    da: "Er skolevejen særlig farlig på grund af trafikken, har eleven ret til gratis befordring, uanset hvor kort vejen er. Kommunen afgør det for hver vej og hvert klassetrin.",
    en: "Where traffic makes the way to school hazardous, the pupil has a right to free transport however short it is. The municipality decides for each road and grade.",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://danskelove.dk/folkeskoleloven/26",
});
