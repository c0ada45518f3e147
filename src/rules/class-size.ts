import { numeral } from "../domain/counted.ts";
import { type Grade, gradeRuns, type Grades, gradesInWords, keyOf } from "../domain/grades.ts";
import { listText } from "../domain/in-list.ts";
import { catalogue, filled, type Text } from "../domain/language.ts";
import { type Rule, wordingIn } from "./rule.ts";

const BEFORE_2024: Rule = catalogue("rules.class-size.before2024", {
  key: "class-size-before-2024",
  paragraph: "folkeskoleloven § 17, stk. 1 (til 31. juli 2024)",
  text: {
    da: "Der må højst være 28 elever i en klasse ved skoleårets start. Kommunen kan i særlige tilfælde tillade op til 30.",
    en: "A class has at most 28 pupils when the school year starts. In special cases the municipality may allow up to 30.",
  },
  validFrom: "1994-08-01",
  validTo: "2024-07-31",
  source: "https://ft.dk/samling/20231/lovforslag/l31/20231_l31_som_fremsat.htm",
  note: {
    da: "Startdatoen er folkeskolelovens egen (lov nr. 509 af 1993); hvornår tallet 28 kom ind, er ikke slået op.",
    en: "The first day is that of the act itself (no. 509 of 1993); when the figure 28 came into it was not looked up.",
  },
});

const SINCE_2024: Rule = catalogue("rules.class-size.since2024", {
  key: "class-size",
  paragraph: "folkeskoleloven § 17, stk. 1 og 2",
  text: {
    da: "Ved skoleårets start må der højst være 26 elever i en klasse i 0.-2. klasse (stk. 1) og højst 28 i 3.-9. klasse (stk. 2). Årgange, der begyndte i 0. klasse før skoleåret 2024/25, følger de gamle regler: højst 28 på alle klassetrin.",
    en: "When the school year starts a class has at most 26 pupils in grades 0-2 (subsection 1) and at most 28 in grades 3-9 (subsection 2). Cohorts that began grade 0 before the school year 2024/25 follow the old rules: at most 28 in every grade.",
  },
  validFrom: "2024-08-01",
  source: "https://ft.dk/samling/20231/lovforslag/l31/20231_l31_som_fremsat.htm",
  note: {
    da: "I særlige tilfælde kan kommunen tillade op til 28 i 0.-2. klasse og op til 30 i 3.-9. klasse.",
    en: "In special cases the municipality may allow up to 28 in grades 0-2 and up to 30 in grades 3-9.",
  },
});

/** Folkeskoleloven § 17: the most pupils in a class when the school year starts, as it was worded at different times. */
export const CLASS_SIZE = [BEFORE_2024, SINCE_2024] as const;

/** As it is worded in the school year that starts in August of a year. */
export const classSizeRule = (schoolYear: number): Rule => wordingIn(CLASS_SIZE, schoolYear);

const CAP = 28;
const CAP_FOR_YOUNG_COHORTS = 26;
const FIRST_YOUNG_COHORT = 2024;
const LAST_YOUNG_GRADE = 2;

/** Most pupils in one class of a grade, in the school year that starts in August of `schoolYear`. */
export function classCap({ law }: Pick<Grades, "law">, grade: Grade, schoolYear: number): number {
  if (law.kind === "plain") return law.most[grade];
  const startedIn = schoolYear - grade;
  return grade <= LAST_YOUNG_GRADE && startedIn >= FIRST_YOUNG_COHORT ? CAP_FOR_YOUNG_COHORTS : CAP;
}

const CAP_IN = catalogue("rules.class-size.cap-in", { da: "{cap} i {grades}", en: "{cap} in {grades}" });

/** The most in a class of every grade, neighbours alike together: "26 i 0.-2. klasse og 28 i 3.-9. klasse"; "28" where all are alike. */
export function classCapsText(grades: Pick<Grades, "law" | "names" | "all">, schoolYear: number): Text {
  const runs = gradeRuns(grades, (grade) => classCap(grades, grade, schoolYear));
  if (runs.length === 1) return numeral(runs[0].value);
  return listText(
    runs.map(({ first, last, value }) =>
      filled(CAP_IN, { cap: numeral(value), grades: gradesInWords(keyOf(grades.names, first, last)) }),
    ),
  );
}

/** Fewest classes that hold `pupils` of one grade at one site. */
export const classesFor = (pupils: number, cap: number): number => Math.ceil(pupils / cap);
