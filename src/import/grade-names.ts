import type { Grades } from "../domain/grades.ts";

const WORDS = "klasse|klassetrin|kl|trin|årgang|grade|class";
/** Børnehaveklasse, the school's first year, by its usual short forms; with a class letter or not. */
const KINDERGARTEN = /^(?:bh ?(?:kl|klassen?)?|børnehave ?klassen?|kindergarten(?: class)?)(?: ?[a-zæøå])?$/;
const GRADE_FIRST = new RegExp(`^(\\d{1,2})(?: ?(?:${WORDS}))?(?: ?[a-zæøå])?$`);
const WORD_FIRST = new RegExp(`^(?:${WORDS}) ?(\\d{1,2})(?: ?[a-zæøå])?$`);

/**
 * The grade that a cell names: "3", "3.", "3. klasse", "klasse 3", "bh. kl."; and of a class, "3.b", "3A", "3. klasse b". 10
 * counts here too. `undefined` where it names none.
 */
export function gradeNamed(grades: Grades, text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[.,]0+$/, "")
    .replace(/[\s._-]+/g, " ")
    .trim();
  if (KINDERGARTEN.test(plain)) return 0;
  const digits = GRADE_FIRST.exec(plain)?.[1] ?? WORD_FIRST.exec(plain)?.[1];
  const grade = Number(digits ?? Number.NaN);
  return grade >= 0 && grade <= grades.count ? grade : undefined;
}
