import type { Grades } from "../domain/grades.ts";

/** A child, where it lives and what may change. */
export interface ChildQuestion {
  readonly grades: Grades;
  /** In the school year `now`; below 0 so many years before the first, -1 begins next year. */
  readonly grade: number;
  /** The calendar year in which a school year begins. */
  readonly now: number;
  /** The school year from which the plan holds, later than `now`; the present schools hold until then. */
  readonly planBegins: number;
  /** Number of the site by band, `[band]`, today and in the plan; `undefined` for none. */
  readonly today: readonly (number | undefined)[];
  readonly planned: readonly (number | undefined)[];
}

export interface ChildYear {
  /** The calendar year in which the school year begins. */
  readonly year: number;
  readonly grade: number;
  readonly site: number | undefined;
  /** Begins to be followed; moves by the plan, which sends its home elsewhere; by its grade, which another school teaches. */
  readonly change: "begins" | "stays" | "moves-by-plan" | "moves-by-grade";
}

export interface ChildYears {
  readonly years: readonly ChildYear[];
  /** The same years, were nothing changed. */
  readonly unchanged: readonly ChildYear[];
  /** The grades in which the child changes school, rising. */
  readonly moves: readonly number[];
  /** The same, were nothing changed. */
  readonly movesToday: readonly number[];
}

/** So far ahead a child is followed, years. */
const YEARS_AHEAD = 12;

/** The schools of a child year by year, from now or its first year until it leaves grade 9 or twelve years have passed. */
export function childYears(question: ChildQuestion): ChildYears {
  const years = yearsOf(question);
  const unchanged = yearsOf({ ...question, planned: question.today });
  return { years, unchanged, moves: movesIn(years), movesToday: movesIn(unchanged) };
}

function yearsOf({ grade, now, planBegins, today, planned, grades }: ChildQuestion): readonly ChildYear[] {
  const years: ChildYear[] = [];
  for (let ahead = Math.max(0, -grade); ahead <= YEARS_AHEAD && grade + ahead < grades.count; ahead++) {
    const [year, reached] = [now + ahead, grade + ahead];
    const band = grades.bandOf[reached];
    const site = (year < planBegins ? today : planned)[band];
    const before = years.at(-1);
    const isPlans = year === planBegins && site !== today[band];
    const moves = isPlans ? "moves-by-plan" : "moves-by-grade";
    const change = !before ? "begins" : before.site === site ? "stays" : moves;
    years.push({ year, grade: reached, site, change });
  }
  return years;
}

const movesIn = (years: readonly ChildYear[]): readonly number[] =>
  years.flatMap(({ change, grade }) => (change === "moves-by-plan" || change === "moves-by-grade" ? [grade] : []));
