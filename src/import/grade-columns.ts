import type { ColumnNames } from "./columns.ts";

/** Columns of pupils by grade, one for each of the grades 0 to 9. */
export const GRADE_ROLES = [
  "pupils_0",
  "pupils_1",
  "pupils_2",
  "pupils_3",
  "pupils_4",
  "pupils_5",
  "pupils_6",
  "pupils_7",
  "pupils_8",
  "pupils_9",
] as const;
export type GradeRole = (typeof GRADE_ROLES)[number];

/** "3", "elever_3", "3. klasse", "elever 3. klasse" and the like. */
export const gradeColumnNames = (grade: number): readonly string[] => [
  ...["", "pupils_", "elever_", "grade_", "klasse_", "klassetrin_", "trin_", "antal_", "kl_", "årgang_"].map(
    (before) => `${before}${grade}`,
  ),
  ...["", "elever ", "antal "].flatMap((before) =>
    ["klasse", "kl", "klassetrin", "trin", "årgang"].map((after) => `${before}${grade}. ${after}`),
  ),
  ...(grade === 0 ? ["børnehaveklasse", "bh", "bhkl", "bh. kl."] : []),
];

export const GRADE_COLUMNS: ColumnNames<GradeRole> = {
  pupils_0: gradeColumnNames(0),
  pupils_1: gradeColumnNames(1),
  pupils_2: gradeColumnNames(2),
  pupils_3: gradeColumnNames(3),
  pupils_4: gradeColumnNames(4),
  pupils_5: gradeColumnNames(5),
  pupils_6: gradeColumnNames(6),
  pupils_7: gradeColumnNames(7),
  pupils_8: gradeColumnNames(8),
  pupils_9: gradeColumnNames(9),
};
