import { type ReactNode } from "react";
import { cellOf, countsWhere, hangsOnRoads, type MeasureKey, toldIn } from "../../src/index.ts";
import { LevelNote } from "../panels/LevelNote.tsx";
import { shortTitle } from "../panels/plan-title.ts";
import { todaysPlan } from "../state/plans.ts";
import { Agenda } from "./Agenda.tsx";
import { barsOf } from "./bars.ts";
import { type Deck, type DeckRow, PLAN_FIGURES, TODAY_FIGURES } from "./deck.ts";
import { QuestionAnswer } from "./QuestionAnswer.tsx";
import type { Slide } from "./slide-list.ts";
import { SlideMap } from "./SlideMap.tsx";
import { type SlidesVoice, useSlidesVoice } from "./slides-voice.ts";

type Rows = ReadonlyMap<MeasureKey, DeckRow>;

interface Props {
  readonly slide: Slide;
  readonly slides: readonly Slide[];
  readonly deck: Deck;
  readonly rows: Rows;
  readonly onGo: (slide: number) => void;
}

/** What one slide shows; one thing each. */
export function SlideBody({ slide, slides, deck, rows, onGo }: Props): ReactNode {
  switch (slide.kind) {
    case "agenda":
      return <Agenda slides={slides} deck={deck} onGo={onGo} />;
    case "today":
      return <Today deck={deck} rows={rows} />;
    case "plan":
      return <OnePlan deck={deck} rows={rows} number={slide.plan} />;
    case "beside":
      return <Beside deck={deck} rows={rows} numbers={slide.plans} />;
    case "measure":
      return <MeasureBars deck={deck} row={rows.get(slide.measure)} />;
    case "question":
      return <QuestionAnswer question={slide.question} deck={deck} />;
    default:
      return slide satisfies never;
  }
}

/** What a slide is called over it and in the list of slides. */
export function slideTitle(voice: SlidesVoice, slide: Slide, { view, plans }: Deck, rows: Rows): string {
  const { tell, read, language } = voice;
  switch (slide.kind) {
    case "agenda":
      return tell("agenda.title");
    case "today":
      return tell("today.title", { year: view.schoolYear });
    case "plan":
      return shortTitle(plans[slide.plan].plan.title, language);
    case "beside":
      return tell("beside.title");
    case "measure":
      return read(rows.get(slide.measure)?.measure.title ?? "");
    case "question":
      return tell(`question.${slide.question}`);
    default:
      return slide satisfies never;
  }
}

function Today({ deck: { view }, rows }: { readonly deck: Deck; readonly rows: Rows }): ReactNode {
  const voice = useSlidesVoice();
  const { tell, read, cell } = voice;
  return (
    <div className="slide-two">
      <SlideMap view={view} plan={{ plan: todaysPlan(view) }} is="today" title={voice.say("measure.today")} />
      <div>
        <dl className="slide-figures">
          <div>
            <dt>{tell("figure.pupils")}</dt>
            <dd>{cell(toldIn(countsWhere(view.notice), cellOf(view.pupils)))}</dd>
          </div>
          {TODAY_FIGURES.flatMap((key) => {
            const row = rows.get(key);
            if (row?.today.value === undefined) return [];
            return [
              <div key={key}>
                <dt>{read(row.measure.title)}</dt>
                <dd>{row.today.words}</dd>
                {row.today.isHidden && <dd className="slide-note">{tell("figure.hidden")}</dd>}
                {hangsOnRoads(key) && (
                  <dd className="slide-note slide-small">
                    <LevelNote measures={[key]} />
                  </dd>
                )}
              </div>,
            ];
          })}
        </dl>
      </div>
    </div>
  );
}

interface OnePlanProps {
  readonly deck: Deck;
  readonly rows: Rows;
  readonly number: number;
}

function OnePlan({ deck: { view, plans, figures }, rows, number }: OnePlanProps): ReactNode {
  const voice = useSlidesVoice();
  const plan = plans[number];
  return (
    <div className="slide-two">
      <SlideMap view={view} plan={plan} title={shortTitle(plan.plan.title, voice.language)} />
      <PlanFigures
        rows={rows}
        number={number}
        unfinished={figures.compared.columns[number].unfinished.map(voice.read)}
      />
    </div>
  );
}

interface PlanFiguresProps {
  readonly rows: Rows;
  readonly number: number;
  /** What stands in place of any figure. */
  readonly unfinished: readonly string[];
}

function PlanFigures({ rows, number, unfinished }: PlanFiguresProps): ReactNode {
  const { say, tell, read, amount } = useSlidesVoice();
  if (unfinished.length > 0) return <p className="slide-figures">{unfinished[0]}</p>;
  return (
    <dl className="slide-figures">
      {PLAN_FIGURES.flatMap((key) => {
        const row = rows.get(key);
        const figure = row?.plans[number];
        if (!row || figure?.number === undefined) return [];
        const { difference, range } = figure;
        // Today nobody changes school and nothing is saved: the number is the difference.
        const isOwn = row.today.value !== undefined && row.today.value !== 0;
        return [
          <div key={key}>
            <dt>{read(row.measure.title)}</dt>
            <dd>{range ? say("money.about", { amount: figure.value }) : figure.value}</dd>
            {figure.isHidden && <dd className="slide-note">{tell("figure.hidden")}</dd>}
            {range && (
              <dd className="slide-note">
                {tell("figure.range", { low: amount(range.low, "kroner"), high: amount(range.high, "kroner") })}
              </dd>
            )}
            {isOwn && difference && (
              <dd className="slide-note">
                {difference === "same"
                  ? tell("figure.same")
                  : tell("figure.fromToday", { difference: difference.words })}
              </dd>
            )}
          </div>,
        ];
      })}
    </dl>
  );
}

interface BesideProps {
  readonly deck: Deck;
  readonly rows: Rows;
  readonly numbers: readonly number[];
}

/** Plans beside each other: map over figures, at most as many as can be read. */
function Beside({ deck: { view, plans, figures }, rows, numbers }: BesideProps): ReactNode {
  const { read, language } = useSlidesVoice();
  return (
    <div className={`slide-beside slide-beside-${numbers.length}`}>
      {numbers.map((number) => {
        const title = shortTitle(plans[number].plan.title, language);
        return (
          <section key={plans[number].key} aria-label={title}>
            <h2>{title}</h2>
            <SlideMap view={view} plan={plans[number]} title={title} names="few" />
            <PlanFigures
              rows={rows}
              number={number}
              unfinished={figures.compared.columns[number].unfinished.map(read)}
            />
          </section>
        );
      })}
    </div>
  );
}

/** One measure of today and of every plan, as bars; money with its range. */
function MeasureBars({ deck: { plans }, row }: { readonly deck: Deck; readonly row: DeckRow | undefined }): ReactNode {
  const voice = useSlidesVoice();
  const { say, tell, amount, language } = voice;
  if (!row) return null;
  const { measure, order, today, plans: figures } = row;
  const lines = [
    ...(today.value === undefined || today.value === 0
      ? []
      : [
          {
            key: "today",
            name: say("measure.today"),
            words: today.words,
            place: today.value,
            is: undefined,
            range: undefined,
          },
        ]),
    ...figures.flatMap((figure, i) =>
      figure.number === undefined
        ? []
        : [
            {
              key: plans[i].key,
              name: shortTitle(plans[i].plan.title, language),
              words: figure.value,
              place: figure.place,
              is: figure.is,
              range: figure.range,
            },
          ],
    ),
  ];
  const { zero, bars } = barsOf(lines.map(({ place, range }) => ({ value: place, ...range })));
  const isHidden = today.isHidden || figures.some((figure) => figure.isHidden);
  const hasRange = lines.some(({ range }) => range !== undefined);
  return (
    <div className="slide-measure">
      <ul>
        {lines.map(({ key, name, words, is, range }, i) => (
          <li key={key}>
            <span className="slide-bar-name">{name}</span>
            <span className="slide-bar" aria-hidden="true">
              {bars[i] && (
                <span
                  className="slide-bar-fill"
                  style={{ left: `${bars[i].from}%`, width: `${bars[i].to - bars[i].from}%` }}
                />
              )}
              {bars[i]?.range && (
                <span
                  className="slide-bar-range"
                  style={{ left: `${bars[i].range.from}%`, width: `${bars[i].range.to - bars[i].range.from}%` }}
                />
              )}
              <span className="slide-bar-zero" style={{ left: `${zero}%` }} />
            </span>
            <span className="slide-bar-value">
              <strong>{range ? say("money.about", { amount: words }) : words}</strong>
              {is && <span> ★ {tell(`measure.${is}`)}</span>}
              {range && (
                <span className="slide-note">
                  {tell("figure.range", { low: amount(range.low, "kroner"), high: amount(range.high, "kroner") })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {order === "unsure" && `${tell("measure.unsure")} `}
        {order === "sure" && measure.better !== "neither" && `${tell(`measure.${measure.better}`)} `}
        {hasRange && tell("measure.range")} {isHidden && tell("measure.hidden")}
      </p>
      <div className="slide-small">
        <LevelNote measures={[measure.key]} />
      </div>
    </div>
  );
}
