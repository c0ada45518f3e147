import { isAgeInWords } from "./ages.ts";
import { gradeNamed } from "./grade-names.ts";
import { GUESSED_GRADES } from "./guessed-grades.ts";

/** What the word over a column, or the cell that begins a row, tells of the numbers there. */
export type LabelKind = "year" | "age" | "grade" | "sex" | "sum";

const YEAR = /^(19|20)\d{2}(\s*[/–-]\s*(19|20)?\d{2})?$|^(19|20)\d{2}[KMQH]\d{1,2}$/i;
const SEX = /^(mænd|kvinder|mand|kvinde|drenge?|piger?|men|women|males?|females?|boys?|girls?)$/i;
/** What a grade is called in other countries' tables, beside numbers. */
const FIRST_YEARS = /^(k|r|pk)$/i;
const SUM_WORDS = "i ?alt|total(?:t|sum)?|sum|hovedtotal|grand total";
const OF_ALL =
  "alder|køn|klassetrin|klasser|skoler|sogne|distrikter|elever|mænd og kvinder|begge køn|age|sex|grade|all ages";
const SUM = new RegExp(
  `^(?:(?:${OF_ALL}),? ?)?(?:${SUM_WORDS})$|^(?:hele landet|hele kommunen|alle aldre|alle klassetrin|all ages)$`,
  "i",
);
/** Above a column a sum may be named by what it is of: "2024 i alt". */
const COLUMN_SUM = new RegExp(`\\b(?:${SUM_WORDS})$|^(?:total|sum|i alt)\\b`, "i");

/** Whether a cell says that its row is the sum of others. */
export const isSum = (cell: string): boolean => SUM.test(cell.trim());

/** Whether a column that is called as one of years may as well say in which a pupil of a list was born. */
export const mayBeBirthYear = (name: string): boolean => /^(år|year|årstal)$/i.test(name.trim());

/** A year, or a year and a part of it, "2024K1". */
export const isYearLabel = (text: string): boolean => YEAR.test(text.trim());

/** What a label is of; `undefined` where it may be anything. A bare number is a grade, never an age. */
export function labelKind(text: string): LabelKind | undefined {
  const label = text.trim();
  if (label === "") return undefined;
  if (isYearLabel(label)) return "year";
  if (SEX.test(label)) return "sex";
  if (isSum(label) || COLUMN_SUM.test(label)) return "sum";
  if (isAgeInWords(label)) return "age";
  return FIRST_YEARS.test(label) || gradeNamed(GUESSED_GRADES, label) !== undefined ? "grade" : undefined;
}
