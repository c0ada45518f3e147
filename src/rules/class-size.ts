import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 17: the most pupils in a class when the school year starts. */
export const CLASS_SIZE: Rule = {
  key: "class-size",
  paragraph: "folkeskoleloven § 17, stk. 1",
  text: {
    da: "Der må højst være 28 elever i en klasse ved skoleårets start; 26 i 0.-2. klasse for årgange, der begynder i 0. klasse i 2024/25 eller senere.",
    en: "A class has at most 28 pupils when the school year starts; 26 in grades 0-2 for cohorts that start grade 0 in 2024/25 or later.",
  },
  validFrom: "2024-08-01",
  note: {
    da: "Med dispensation op til 30 (28 i 0.-2. klasse for de yngste årgange). Før 1. august 2024: 28 i alle klasser.",
    en: "Up to 30 with dispensation (28 in grades 0-2 for the youngest cohorts). Before 1 August 2024: 28 in all classes.",
  },
};

const CAP = 28;
const CAP_FOR_YOUNG_COHORTS = 26;
const FIRST_YOUNG_COHORT = 2024;
const LAST_YOUNG_GRADE = 2;

/** Most pupils in one class of a grade, in the school year that starts in August of `schoolYear`. */
export function classCap(grade: number, schoolYear: number): number {
  const startedIn = schoolYear - grade;
  return grade <= LAST_YOUNG_GRADE && startedIn >= FIRST_YOUNG_COHORT ? CAP_FOR_YOUNG_COHORTS : CAP;
}

/** Fewest classes that hold `pupils` of one grade at one site. */
export const classesFor = (pupils: number, cap: number): number => Math.ceil(pupils / cap);
