import { type ReactNode, useEffect, useState } from "react";
import {
  type Band,
  formatWayBeside,
  type Paces,
  type PointPlan,
  type Position,
  transportLimit,
  transportNote,
} from "../../src/index.ts";
import { bandTold } from "../i18n/say.ts";
import { caseView, gradesHere } from "../state/selectors.ts";
import type { PagePlan } from "../state/plans.ts";
import { useSelect, useStore } from "../state/store.ts";
import { GradeChoice } from "./GradeChoice.tsx";
import { useHereVoice } from "./here-voice.ts";
import { Slip } from "./Slip.tsx";
import { Speeds } from "./Speeds.tsx";
import { BeginsChoice } from "./BeginsChoice.tsx";
import { SchoolWords } from "./SchoolWords.tsx";
import { bandOf, schoolAt, type ToldPlan, toldPlans } from "./told-plans.ts";
import { Years } from "./Years.tsx";

interface AtHomeProps {
  readonly name: string;
  /** Where the address is made up: the sentence that says so. */
  readonly notice: string | undefined;
  /** Today's plan first, then `plans`. */
  readonly at: readonly PointPlan[];
  readonly paces: Paces;
  readonly plans: readonly PagePlan[];
  readonly grade: number;
  readonly onGrade: (grade: number) => void;
}

/** The answer, read as a letter: a child of the grade chosen, its school and its way today and in each plan, then all grades and all years. */
export function AtHome({ name, notice, at, paces, plans, grade, onGrade }: AtHomeProps): ReactNode {
  const voice = useHereVoice();
  const { tell, read } = voice;
  const view = useSelect(caseView);
  const [shown, setShown] = useState<string>();
  const told = view ? toldPlans(voice, view, at, plans) : [];
  const grades = useSelect(gradesHere);
  const band = bandOf(grades, grade);
  const drawn = told.find(({ key }) => key === shown) ?? told.at(1) ?? told.at(0);
  useWayOnMap(drawn && schoolAt(drawn, band).way?.line);
  if (!view) return null;
  return (
    <>
      <GradeChoice grade={grade} onGrade={onGrade} />
      {told.map((plan) => (
        <AtSchool
          key={plan.key}
          plan={plan}
          today={told[0]}
          band={band}
          isShown={plan === drawn}
          onShow={() => setShown(plan.key)}
        />
      ))}
      {told.length === 1 && <p>{tell("here.onlyToday")}</p>}
      {told.length > 1 && (
        <section className="here-years">
          <h4>{tell("here.years")}</h4>
          <BeginsChoice />
          <Years told={told} grade={grade} level="h5" />
        </section>
      )}
      <AllGrades told={told} />
      <p className="field-help">
        <Speeds paces={paces} band={band} />{" "}
        {grades.law.kind === "danish" ? tell("here.law") : read(transportNote(grades))}{" "}
        {told.every(({ at: { dangers } }) => dangers.length === 0) && tell("here.dangersUnknown")}
      </p>
      <Slip name={name} notice={notice} told={told} paces={paces} grade={grade} />
    </>
  );
}

/** The way stays on the map for as long as it is told about. */
function useWayOnMap(line: readonly Position[] | undefined): void {
  const store = useStore();
  useEffect(() => {
    const { home } = store.state();
    if (!home || home.way === line) return;
    const { way: _, ...place } = home;
    store.dispatch({ kind: "home", home: { ...place, ...(line && { way: line }) } });
  }, [store, line]);
}

interface AtSchoolProps {
  readonly plan: ToldPlan;
  readonly today: ToldPlan;
  readonly band: Band;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function AtSchool({ plan, today, band, isShown, onShow }: AtSchoolProps): ReactNode {
  const { tell } = useHereVoice();
  const { site, way } = schoolAt(plan, band);
  return (
    <section className="here-school">
      <h4>{plan.title}</h4>
      {site === undefined ? <p>{tell("here.noSchool")}</p> : <SchoolWords plan={plan} today={today} band={band} />}
      {way && (
        <button
          type="button"
          className="link-button"
          aria-pressed={isShown}
          aria-label={`${tell(isShown ? "here.shown" : "here.show")}: ${plan.title}`}
          onClick={onShow}
        >
          {tell(isShown ? "here.shown" : "here.show")}
        </button>
      )}
    </section>
  );
}

function AllGrades({ told }: { readonly told: readonly ToldPlan[] }): ReactNode {
  const here = useSelect(gradesHere);
  const voice = useHereVoice();
  const { say, tell, language } = voice;
  return (
    <table className="here-grades">
      <caption>{tell("here.all")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{say("table.grades")}</span>
          </th>
          {told.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {here.bands.map(({ band, key: grades }) => (
          <tr key={grades}>
            <th scope="row">{say("unit.band", bandTold(voice, grades))}</th>
            {told.map((plan) => {
              const { site, way } = schoolAt(plan, band);
              return (
                <td key={plan.key}>
                  {site === undefined ? "-" : plan.schoolName(site)}
                  {way && <small> {formatWayBeside(way.metres, transportLimit(here, band), language)}</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
