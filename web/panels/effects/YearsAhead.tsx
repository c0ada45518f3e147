import { memo, type ReactNode } from "react";
import { cellOf, schoolYearText, gradesInWords } from "../../../src/index.ts";
import { useWidth } from "../../charts/use-width.ts";
import { useVoice, type Voice } from "../../i18n/say.ts";
import { useDetail } from "../../state/detail.ts";
import { MeasuredWith } from "../assumptions/MeasuredWith.tsx";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { TriedBefore } from "./TriedBefore.tsx";
import type { PlanYears, YearView } from "../../worker/messages.ts";

/** The plan followed through the coming school years: pupils, classes, and where rooms are missing. */
export const YearsAhead = memo(function YearsAhead({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const shown = useSelect(({ choice }) => choice.years);
  const { answer: years, is } = useDetail("years");
  const isShown = shown === "shown";
  return (
    <section className="block years-ahead" aria-busy={isShown && is !== "current"}>
      <h3>{say("years.ahead", { year: figures.view.schoolYear })}</h3>
      <button
        type="button"
        className="button button-secondary small-button"
        aria-expanded={isShown}
        onClick={() => store.dispatch({ kind: "choose", change: { years: isShown ? "hidden" : "shown" } })}
      >
        {say(isShown ? "years.hide" : "years.show")}
      </button>
      {isShown && (
        <div className={is}>
          {years ? <Found found={years} figures={figures} /> : <p role="status">{say("years.waiting")}</p>}
        </div>
      )}
    </section>
  );
});

function Found({ found, figures }: { readonly found: PlanYears; readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, read, number, cell } = voice;
  const { years, breaches, todayWorst, assumptions, backtest } = found;
  return (
    <div className="years-found">
      <MeasuredWith plan={figures.plan} kinds={["danger", "housing"]} />
      <PupilLine years={years} />
      {breaches.length === 0 ? (
        <p>{say("years.fits")}</p>
      ) : (
        <ul className="sentences">
          {breaches.map(({ site, band, runs, over, places }) => (
            <li key={`${site} ${band}`}>
              {say("years.breach", {
                site: figures.sites[site].name,
                grades: read(gradesInWords(figures.view.grades.bands[band].key)),
                over: cell(cellOf(over)),
                places: number(places),
                years: runs.map(([first, last]) => runText(voice, first, last)).join(", "),
              })}
            </li>
          ))}
        </ul>
      )}
      {breaches.length > 0 && (
        <p className="price-source">
          {todayWorst === 0 ? say("years.todayNone") : say("years.today", { over: cell(cellOf(todayWorst)) })}
        </p>
      )}
      <YearTable years={years} />
      {backtest && <TriedBefore backtest={backtest} sites={figures.sites} />}
      <details className="how">
        <summary>{say("years.rests")}</summary>
        <ul className="sentences">
          {assumptions.map((text) => (
            <li key={text.da}>{read(text)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const runText = ({ say }: Voice, first: number, last: number): string =>
  first === last
    ? schoolYearText(first)
    : say("years.run", { first: schoolYearText(first), last: schoolYearText(last) });

function YearTable({ years }: { readonly years: readonly YearView[] }): ReactNode {
  const { say, number, cell } = useVoice();
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{say("years.schoolYear")}</th>
          <th scope="col">{say("years.pupils")}</th>
          <th scope="col">{say("years.range")}</th>
          <th scope="col">{say("years.classes")}</th>
          <th scope="col">{say("years.overflow")}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ schoolYear, pupils, classes, overflow }) => (
          <tr key={schoolYear}>
            <th scope="row">{schoolYear}</th>
            <td>{number(pupils.mid)}</td>
            <td>{pupils.low < pupils.high && `${number(pupils.low)}-${number(pupils.high)}`}</td>
            <td>{number(classes)}</td>
            <td>{cell(cellOf(overflow))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const HEIGHT = 90;
const LEFT = 44;
const BELOW = 18;

/** Pupils by year: a line for the middle forecast in a field that holds eight of ten draws. The middle stands in the table. */
function PupilLine({ years }: { readonly years: readonly YearView[] }): ReactNode {
  const { say, number } = useVoice();
  const [hold, width] = useWidth(300);
  const least = Math.min(...years.map(({ pupils }) => pupils.low));
  const most = Math.max(...years.map(({ pupils }) => pupils.high), least + 1);
  const x = (i: number): number => LEFT + (i * (width - LEFT - 6)) / Math.max(1, years.length - 1);
  const y = (pupils: number): number => 6 + ((most - pupils) / (most - least)) * (HEIGHT - 12);
  const path = (of: "low" | "mid" | "high"): string[] => years.map(({ pupils }, i) => `${x(i)},${y(pupils[of])}`);
  const { schoolYear: last, pupils: end } = years[years.length - 1];
  const first = years[0].schoolYear;
  return (
    <div ref={hold} className="picture">
      <p className="price-source">
        {say("years.picture", { first, last, low: number(end.low), high: number(end.high) })}
      </p>
      <svg width={width} height={HEIGHT + BELOW} viewBox={`0 0 ${width} ${HEIGHT + BELOW}`} aria-hidden="true">
        <polygon className="years-field" points={[...path("low"), ...path("high").toReversed()].join(" ")} />
        <polyline className="years-line" points={path("mid").join(" ")} />
        <text x={LEFT - 6} y={12} textAnchor="end">
          {number(most)}
        </text>
        <text x={LEFT - 6} y={HEIGHT - 2} textAnchor="end">
          {number(least)}
        </text>
        <text x={LEFT} y={HEIGHT + 14}>
          {first}
        </text>
        <text x={width - 6} y={HEIGHT + 14} textAnchor="end">
          {last}
        </text>
      </svg>
    </div>
  );
}
