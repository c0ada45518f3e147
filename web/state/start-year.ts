import { earliestStart, schoolYearStart } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import type { Choice } from "./choice.ts";

type CaseYear = Pick<CaseView, "schoolYear">;
type Asked = Pick<Choice, "start">;

/** So many years are offered, from this year and from the case's next. */
const YEARS_AHEAD = 12;

/** The calendar year in which a case's school year begins. */
export const caseYear = ({ schoolYear }: CaseYear): number => Number(schoolYear.slice(0, 4));

/** The year in August of which the plan is to hold: the one that was chosen, or the first that a plan can still reach. Never one gone by unless chosen. */
export const startYear = (view: CaseYear, { start }: Asked, today: string): number =>
  start ?? Math.max(caseYear(view) + 1, earliestStart("closing", today));

/** The years that may be asked for, those gone by since the case's among them, for a plan of then. `today`: ISO. */
export function startYears(view: CaseYear, asked: Asked, today: string): readonly number[] {
  const [start, next] = [startYear(view, asked, today), caseYear(view) + 1];
  const first = Math.min(next, start);
  const last = Math.max(next + YEARS_AHEAD - 1, yearOf(today) + YEARS_AHEAD - 1, start);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Whether the year of a plan's August has gone by. */
export const isYearPast = (year: number, today: string): boolean => year < yearOf(today);

/** The school year that people live in before the plan holds, by the calendar year in which it begins: today's, or the case's where that lies ahead. */
export function presentYear(view: CaseYear, asked: Asked, today: string): number {
  const year = yearOf(today);
  const underWay = today < schoolYearStart(year) ? year - 1 : year;
  return Math.min(Math.max(caseYear(view), underWay), startYear(view, asked, today) - 1);
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
