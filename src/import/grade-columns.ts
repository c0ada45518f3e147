import type { Grade, Grades } from "../domain/grades.ts";
import type { ColumnNames } from "./columns.ts";

/** Columns of pupils by grade, by the grade's number in the case. */
export type GradeRole = `pupils_${number}`;

/** One for each grade of the case. */
export const gradeRoles = ({ all }: Grades): readonly GradeRole[] => all.map(gradeRole);
const gradeRole = (grade: Grade): GradeRole => `pupils_${grade}`;
export const gradeOfRole = (role: string): Grade => Number(role.slice("pupils_".length));

/** "3", "elever_3", "3. klasse", "elever 3. klasse", "year 3" and the like, for a grade called "3". */
export const gradeColumnNames = (name: string): readonly string[] => [
  ...["", "pupils_", "elever_", "grade_", "year_", "klasse_", "klassetrin_", "trin_", "antal_", "kl_", "årgang_"].map(
    (before) => `${before}${name}`,
  ),
  ...["", "elever ", "antal "].flatMap((before) =>
    ["klasse", "kl", "klassetrin", "trin", "årgang"].map((after) => `${before}${name}. ${after}`),
  ),
];

const FIRST_YEAR = ["børnehaveklasse", "bh", "bhkl", "bh. kl.", "kindergarten", "reception"];

export const gradeColumns = ({ names }: Grades): ColumnNames<GradeRole> =>
  Object.fromEntries(
    names.map((name, grade) => [gradeRole(grade), [...gradeColumnNames(name), ...(grade === 0 ? FIRST_YEAR : [])]]),
  );

/** The grade after the last, where grades are numbers: its pupils are counted, to say that they are left out. */
export function gradeAfter({ names, count }: Grades): ColumnNames<GradeRole> {
  const next = Number(names[count - 1]) + 1;
  return Number.isNaN(next) ? {} : { [gradeRole(count)]: gradeColumnNames(String(next)) };
}
