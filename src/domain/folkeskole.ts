import { type Grade, type Grades, gradesOf } from "./grades.ts";
import { catalogue } from "./language.ts";
import { metres } from "./quantities.ts";

/** The grades of the Danish folkeskole and the ways of § 26(1)1; what the law says stands in rules/. */

const WORDS = catalogue("domain.grades", [
  { first: 0, last: 3, name: { da: "indskoling", en: "lower grades" } },
  { first: 4, last: 6, name: { da: "mellemtrin", en: "middle grades" } },
  { first: 7, last: 9, name: { da: "udskoling", en: "upper grades" } },
] as const).map(({ first, last, name: { da, en } }) => ({ first, last, said: [da, `${da}en`, `${da}et`, en] }));

/** § 26(1)1: grade 10 has a way of its own. */
const limitOf = (grade: Grade) => metres(grade <= 3 ? 2500 : grade <= 6 ? 6000 : grade <= 9 ? 7000 : 9000);

/** § 34: compulsory education begins in August of the year in which a child turns six, who is thus six at the end of it. */
const FIRST_AGE = 6;

/** Kindergarten class (0) to grade 9, or to 10 where the case plans for it, cut besides before the grades stated. */
export function folkeskoleGrades(last: 9 | 10 = 9, cuts: readonly Grade[] = []): Grades {
  const all = Array.from({ length: last + 1 }, (_, grade) => grade);
  return gradesOf({ names: all.map(String), limits: all.map(limitOf), cuts, words: WORDS, firstAge: FIRST_AGE });
}
