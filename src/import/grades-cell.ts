import { type BandSet, GRADE_COUNT, gradesNamed, NO_BANDS, wholeBands } from "../domain/grades.ts";
import type { Report, Spot } from "./report.ts";

/** "0-6", "0.-3. og 7.-9. klasse", "0, 1, 2, 3", "0-10" (grade 10 left out, said so); "" is none. `undefined` is an issue. */
export function readGradeSet(text: string, at: Spot, report: Report): BandSet | undefined {
  if (text === "") return NO_BANDS;
  const grades = new Set(gradesNamed(text));
  const hasTen = grades.delete(GRADE_COUNT);
  const bands = grades.size === 0 && !hasTen ? undefined : wholeBands(grades);
  if (bands === undefined) report("sites.grades", at, { found: text });
  else if (hasTen) report("sites.grade-ten", at, { found: text });
  return bands;
}
