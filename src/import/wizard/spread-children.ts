import { gradeRoles } from "../grade-columns.ts";
import { GUESSED_GRADES } from "../guessed-grades.ts";
import { readNumber } from "../numbers.ts";
import type { Report } from "../report.ts";
import type { FoundPart } from "./found-part.ts";

const { count: GRADE_COUNT } = GUESSED_GRADES;
/** The ages that registers count children by where nothing is said: under 15. */
const CHILDREN_AGES = [0, 14] as const;

/**
 * Makes pupils of children counted by area: each grade is as large as a year of age is on average. Pupils are whole, so what an area has too
 * few of goes on to the next; all together they are as many as the children's share, and no grade has more than one more than another. Cells
 * that hold no number stay, and are named as such by the reader of the made file.
 */
export function spreadChildren(
  rows: readonly Map<string, string>[],
  { part, recipe }: FoundPart,
  report: Report,
): void {
  const [youngest, oldest] = recipe.ages ?? CHILDREN_AGES;
  const share = GRADE_COUNT / (oldest - youngest + 1);
  let [children, owed, given] = [0, 0, 0];
  for (const cells of rows) {
    const text = cells.get("children") ?? "";
    const reading = readNumber(text, ".");
    cells.delete("children");
    const count = reading.kind === "number" && reading.value > 0 ? reading.value : 0;
    children += count;
    owed += count * share;
    const pupils = Math.round(owed) - given;
    const counts = Array<number>(GRADE_COUNT).fill(0);
    for (let i = 0; i < pupils; i++) counts[(given + i) % GRADE_COUNT]++;
    given += pupils;
    const isRead = reading.kind !== "unreadable" && reading.kind !== "ambiguous";
    gradeRoles(GUESSED_GRADES).forEach((role, grade) => cells.set(role, isRead ? String(counts[grade]) : text));
  }
  report("recipe.children", { file: part.file }, { children: Math.round(children), youngest, oldest, pupils: given });
}
