import { memo, type ReactNode } from "react";
import {
  CLOSING_PROCEDURE,
  type CalendarEntry,
  type CalendarSubject,
  closingCalendar,
  type Language,
} from "../../../src/index.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { chosenPlan } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { download } from "../download.ts";
import { usePlanTitle } from "../plan-title.ts";

const YEARS = 12;

/** What the law asks before the plan can hold: which schools cease, and the latest dates for a wished August. */
export const Law = memo(function Law({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const { effects, view, plan, start } = figures;
  if (!effects) return null;
  const subject = { place: view.name, plan: plan.key };
  const { schoolsThatCease: cease, sitesThatClose: close } = effects.closing;
  const entries = closingCalendar(start, effects.closing);
  const first = Number(view.schoolYear.slice(0, 4)) + 1;
  return (
    <section className="block law">
      <h3>{say("law.title")}</h3>
      <Start start={start} first={Math.min(first, start)} />
      <p>
        {cease.length === 0
          ? say("law.none")
          : say("law.ceases", { ...counted(voice, cease.length), list: cease.join(", ") })}
      </p>
      {close.length > 0 && <p>{say("law.closes", { ...counted(voice, close.length), list: close.join(", ") })}</p>}
      {entries.length > 0 && <Dates entries={entries} start={start} subject={subject} />}
      <details className="how">
        <summary>{say("law.rule")}</summary>
        <p>
          {read(CLOSING_PROCEDURE.text)} <cite>({CLOSING_PROCEDURE.paragraph})</cite>
        </p>
        {CLOSING_PROCEDURE.note && <p>{read(CLOSING_PROCEDURE.note)}</p>}
      </details>
    </section>
  );
});

function Start({ start, first }: { readonly start: number; readonly first: number }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <label className="law-start">
      {say("law.start")}
      <select
        className="inline-select"
        value={start}
        onChange={({ target }) => store.dispatch({ kind: "choose", change: { start: Number(target.value) } })}
      >
        {Array.from({ length: Math.max(YEARS, start - first + 1) }, (_, i) => (
          <option key={i} value={first + i}>
            {first + i}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DatesProps {
  readonly entries: readonly CalendarEntry[];
  readonly start: number;
  readonly subject: Omit<CalendarSubject, "name">;
}

function Dates({ entries, start, subject }: DatesProps): ReactNode {
  const { say, read, language } = useVoice();
  const planTitle = usePlanTitle(useSelect(chosenPlan));
  const save = async (): Promise<void> => {
    // The writer of calendars is fetched when one is wanted.
    const { calendarIcs } = await import("./calendar-file.ts");
    const text = calendarIcs(
      entries,
      { ...subject, name: `${subject.place}: ${planTitle} ${start}` },
      new Date().toISOString(),
      language,
    );
    download(`skoledistrikt-${start}.ics`, "text/calendar", text);
  };
  return (
    <>
      <dl className="law-dates">
        {entries.map(({ date, title, what }) => (
          <div key={date}>
            <dt>
              <time dateTime={date}>{written(date, language)}</time>
            </dt>
            <dd>
              <strong>{read(title)}</strong> {read(what)}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="link-button" onClick={() => void save()}>
        {say("law.download")}
      </button>
    </>
  );
}

/** "1. marts 2016". */
const long = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
/** Made once: it takes as long as to write hundreds of dates. */
const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = { da: long("da-DK"), en: long("en-GB") };

const written = (date: string, language: Language): string => FORMATS[language].format(new Date(`${date}T00:00:00Z`));
