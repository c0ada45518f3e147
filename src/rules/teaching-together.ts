import { catalogue } from "../domain/language.ts";
import { ACT_IN_FORCE, type Rule } from "./rule.ts";

/** Folkeskoleloven § 25(1) with § 55(1): small schools may teach several grades in one class. */
export const TEACHING_TOGETHER: Rule = catalogue("rules.teaching-together", {
  key: "teaching-together",
  paragraph: "folkeskoleloven § 25, stk. 1, jf. § 55, stk. 1",
  text: {
    da: "På små skoler og små afdelinger kan en klasse rumme flere klassetrin, op til 7. klassetrin. Små er skoler og afdelinger i landdistrikter, og andre med normalt højst 300 elever.",
    en: "At small schools and small sites one class may hold several grades, up to grade 7. Small are those in the country, and others with normally no more than 300 pupils.",
  },
  validFrom: ACT_IN_FORCE,
  source: "https://danskelove.dk/folkeskoleloven/25",
  note: {
    da: "»Op til 7. klassetrin« er her læst som til og med 7. Grænsen på 300 elever og de små afdelinger er læst i lovbekendtgørelse nr. 1100 af 5. september 2025; hvor længe de har stået der, er ikke slået op.",
    en: '"Up to grade 7" is read as including grade 7. The limit of 300 pupils and the small sites were read in the consolidated act no. 1100 of 5 September 2025; since when they have stood there was not looked up.',
  },
});

export const MOST_PUPILS_OF_A_SMALL_SCHOOL = 300;
const LAST_GRADE_TOGETHER = 7;

/** A school, or one site of a school, as § 55(1) sees it. */
interface SmallSchool {
  /** Pupils of all its grades. */
  readonly pupils: number;
  /** Whether it lies in the country, where that is known: there a school of any size is small. */
  readonly where?: "country" | "town";
}

/** Whether § 55(1) calls it small. */
export const isSmallSchool = ({ pupils, where }: SmallSchool): boolean =>
  where === "country" || pupils <= MOST_PUPILS_OF_A_SMALL_SCHOOL;

/** § 25(1): whether a grade of a school may be taught in one class with other grades. */
export const mayTeachTogether = (grade: number, school: SmallSchool): boolean =>
  grade <= LAST_GRADE_TOGETHER && isSmallSchool(school);
