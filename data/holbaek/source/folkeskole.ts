import { folkeskoleGrades } from "../../../src/domain/folkeskole.ts";
import { measuresIn } from "../../../src/evaluate/measures/table.ts";

/** The grades of a Danish case whose schools teach 0-3, 4-6 and 7-9 as wholes: Holbæk's, and those of the tests' drawn towns. */
export const GRADES = folkeskoleGrades();
export const {
  bands: BANDS,
  bandCount: BAND_COUNT,
  count: GRADE_COUNT,
  bandOf: BAND_OF_GRADE,
  all: ALL_GRADES,
} = GRADES;
export const MEASURES = measuresIn(GRADES);
