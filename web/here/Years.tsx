import { useSelect } from "../state/store.ts";
import { gradesHere } from "../state/selectors.ts";
import type { ReactNode } from "react";
import { type ChildYear, type ChildYears, childYears, gradesInWords, keyOf, schoolYearText } from "../../src/index.ts";
import { useHereVoice } from "./here-voice.ts";
import { movesText } from "./moves-text.ts";
import type { ToldPlan } from "./told-plans.ts";
import { usePlanYears } from "./use-plan-years.ts";

interface YearsProps {
  readonly told: readonly ToldPlan[];
  readonly grade: number;
  readonly level: "h3" | "h5";
}

/** A child of the grade year by year in each plan, and of when the schools are that it goes to until then. */
export function Years({ told, grade, level }: YearsProps): ReactNode {
  const { tell } = useHereVoice();
  const years = usePlanYears();
  if (!years) return null;
  const { known, now, begins } = years;
  const [today, ...others] = told;
  return (
    <>
      {known < now && <p>{tell("here.known", { year: schoolYearText(known) })}</p>}
      {others.map((plan) => (
        <ChildOf key={plan.key} plan={plan} today={today} grade={grade} now={now} begins={begins} level={level} />
      ))}
    </>
  );
}

interface ChildProps {
  readonly plan: ToldPlan;
  readonly today: ToldPlan;
  readonly grade: number;
  readonly now: number;
  readonly begins: number;
  readonly level: "h3" | "h5";
}

function ChildOf({ plan, today, grade, now, begins, level: Heading }: ChildProps): ReactNode {
  const voice = useHereVoice();
  const { tell, read } = voice;
  const grades = useSelect(gradesHere);
  const child = childYears({ grades, grade, now, planBegins: begins, today: today.at.sites, planned: plan.at.sites });
  const isGone = !child.years.some(({ year }) => year >= begins);
  return (
    <div className="here-child">
      <Heading>{plan.title}</Heading>
      <ol>
        {stays(child).map((years) => (
          <Stay key={years[0].year} plan={years[0].year < begins ? today : plan} years={years} />
        ))}
      </ol>
      <p>
        {child.moves.length > 1 && <strong className="here-twice">{tell("here.twice")}: </strong>}
        {isGone
          ? tell("here.left", { grades: read(gradesInWords(grades.names[grades.count - 1])) })
          : movesText(voice, grades, child)}
      </p>
    </div>
  );
}

/** Years one after the other at the same school. */
function stays({ years }: ChildYears): readonly (readonly ChildYear[])[] {
  const all: ChildYear[][] = [];
  for (const year of years) {
    const last = all.at(-1);
    if (last && year.change === "stays") last.push(year);
    else all.push([year]);
  }
  return all;
}

function Stay({ plan, years }: { readonly plan: ToldPlan; readonly years: readonly ChildYear[] }): ReactNode {
  const { tell, read } = useHereVoice();
  const { names } = useSelect(gradesHere);
  const [first, last] = [years[0], years[years.length - 1]];
  const span =
    first === last
      ? schoolYearText(first.year)
      : tell("here.span", { from: schoolYearText(first.year), to: schoolYearText(last.year) });
  const grades = read(gradesInWords(keyOf(names, first.grade, last.grade)));
  const why = {
    begins: undefined,
    stays: undefined,
    "moves-by-plan": "here.byPlan",
    "moves-by-grade": "here.byGrade",
  } as const;
  const reason = why[first.change];
  return (
    <li>
      {span}: {grades},{" "}
      <strong>{first.site === undefined ? tell("here.noSchool") : plan.schoolName(first.site)}</strong>
      {reason !== undefined && <em> ({tell(reason)})</em>}
    </li>
  );
}
