import { catalogue } from "../domain/language.ts";
import { type BandSet, type Grades, hasBand, NO_BANDS } from "../domain/grades.ts";
import { ACT_IN_FORCE, type Rule } from "./rule.ts";

/** Folkeskoleloven § 24(1): how many grades a school has at least. */
export const GRADE_SPAN: Rule = catalogue("rules.grade-span", {
  key: "grade-span",
  paragraph: "folkeskoleloven § 24, stk. 1",
  text: {
    da: "En skole har mindst tre klassetrin i træk.",
    en: "A school has at least three consecutive grades.",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://danskelove.dk/folkeskoleloven/24",
  note: {
    da: "En skole, der kun har de 3-4 yngste klassetrin og højst 100 elever, kan lægges under en anden skoles ledelse. En skole med 10. klasse alene er også tilladt (stk. 2).",
    en: "A school with only the 3-4 youngest grades and at most 100 pupils may come under another school's leadership. A school of grade 10 alone is allowed too (subsection 2).",
  },
});

/** Whether what a site teaches is one unbroken run of grades; every band alone has three. A closed site breaks no rule. */
export function keepsGradeSpan({ bands }: Grades, teaches: BandSet): boolean {
  if (teaches === NO_BANDS) return true;
  const taught = bands.filter(({ band }) => hasBand(teaches, band));
  const [first, last] = [taught[0], taught[taught.length - 1]];
  return last.band - first.band + 1 === taught.length;
}
