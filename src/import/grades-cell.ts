import { type BandSet, gradesNamed, NO_BANDS, wholeBands, type Grades } from "../domain/grades.ts";
import type { Report, Spot } from "./report.ts";

/** "0-6", "0.-3. og 7.-9. klasse", "0, 1, 2, 3", "0-10" (grade 10 left out, said so); "" is none. `undefined` is an issue. */
export function readGradeSet(grades: Grades, text: string, at: Spot, report: Report): BandSet | undefined {
  if (text === "") return NO_BANDS;
  const named = new Set(gradesNamed(grades, text));
  const hasTen = named.delete(grades.count);
  const bands = named.size === 0 && !hasTen ? undefined : wholeBands(grades, named);
  if (bands === undefined) report("sites.grades", at, { found: text });
  else if (hasTen) report("sites.grade-ten", at, { found: text });
  return bands;
}
