import { type Grades, gradesOf } from "../../src/domain/grades.ts";
import { metres } from "../../src/domain/quantities.ts";
import { GRADES } from "./folkeskole.ts";

/** Grades of a plain rule set, cut before some of them: classes of other sizes, ways of their own. */
function cutGrades(names: readonly string[], cuts: readonly number[]): Grades {
  const bandOf = (grade: number): number => cuts.filter((cut) => cut <= grade).length;
  return gradesOf({
    names,
    limits: names.map((_, grade) => metres(800 + 600 * bandOf(grade))),
    cuts,
    law: {
      kind: "plain",
      most: names.map((_, grade) => 18 + 3 * bandOf(grade)),
      least: names.map(() => 0),
    },
  });
}

const K12 = ["K", ...Array.from({ length: 12 }, (_, grade) => String(grade + 1))];

/** One band, two, Denmark's three, four, and thirteen. */
const CUT: readonly Grades[] = [
  cutGrades(K12.slice(0, 7), []),
  cutGrades(K12.slice(0, 10), [6]),
  GRADES,
  cutGrades(K12, [3, 6, 9]),
  cutGrades(K12, [...K12.keys()].slice(1)),
];

/** The grades of a random case: every other one is Danish, so that what is known of those seeds stays known. */
export const gradesFor = (seed: number): Grades => (seed % 2 === 1 ? GRADES : CUT[(seed / 2) % CUT.length]);
