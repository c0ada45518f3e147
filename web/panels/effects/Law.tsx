import { memo, type ReactNode } from "react";
import {
  BOARDS_HEARD,
  type CalendarEntry,
  type CalendarSubject,
  closingRule,
  COUNCIL_MEETING,
  entryWords,
  isPast,
  perLanguage,
  writtenDate,
  SCHOOL_CLOSED,
  structureCalendar,
  structureSentences,
  tooLate,
} from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import type { PlanFigures } from "../../state/plan-figures.ts";
import { chosenPlan } from "../../state/chosen.ts";
import { isYearPast, startYear, startYears } from "../../state/start-year.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { todaysDate } from "../../state/today.ts";
import type { CaseView } from "../../worker/messages.ts";
import { download } from "../download.ts";
import { usePlanTitle } from "../plan-title.ts";

/** What the plan does to the schools, what the law asks before it can hold, and the latest dates for a wished August. */
export const Law = memo(function Law({ figures }: { readonly figures: PlanFigures }): ReactNode {
  const { say, read } = useVoice();
  const { effects, view, plan } = figures;
  const start = useSelect(({ choice }) => startYear(view, choice, todaysDate()));
  if (!effects) return null;
  const { structure } = effects;
  const subject = { place: view.name, plan: plan.key };
  const entries = structureCalendar(view.grades, start, structure);
  const late = tooLate(start, structure, entries, todaysDate());
  return (
    <section className="block law">
      <h3>{say(entries.length > 0 ? "law.title" : "law.noDates")}</h3>
      <ul className="law-changes">
        {structureSentences(view.grades, structure).map((sentence) => (
          <li key={sentence.da}>{read(sentence)}</li>
        ))}
      </ul>
      {entries.length > 0 && (
        <>
          <Start view={view} start={start} />
          {late && <p className="law-late">{read(late)}</p>}
          <Dates entries={entries} start={start} subject={subject} />
        </>
      )}
      {view.grades.law.kind === "danish" && <Rules start={start} />}
    </section>
  );
});

/** The rules that the dates follow from, in the wording that holds in the year asked for. */
function Rules({ start }: { readonly start: number }): ReactNode {
  const { say, read, language } = useVoice();
  return (
    <details className="how">
      <summary>{say("law.rule")}</summary>
      {[SCHOOL_CLOSED, closingRule(start), BOARDS_HEARD, COUNCIL_MEETING].map((rule) => (
        <p key={rule.key}>
          {read(rule.text)} <cite>({rule.paragraph})</cite>{" "}
          {say("law.since", { date: writtenDate(rule.validFrom, language) })} {rule.note && read(rule.note)}
        </p>
      ))}
    </details>
  );
}

interface StartProps {
  readonly view: CaseView;
  readonly start: number;
}

function Start({ view, start }: StartProps): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const today = todaysDate();
  return (
    <label className="law-start">
      {say("law.start")}
      <select
        className="inline-select"
        value={start}
        onChange={({ target }) => store.dispatch({ kind: "choose", change: { start: Number(target.value) } })}
      >
        {startYears(view, { start }, today).map((year) => (
          <option key={year} value={year}>
            {isYearPast(year, today) ? say("law.year.past", { year: String(year) }) : year}
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
        {entries.map((entry) => (
          <div key={entry.date} className={isPast(entry, todaysDate()) ? "law-passed" : ""}>
            <dt>
              <time dateTime={entry.date}>{fullDays(language).format(new Date(entry.date))}</time>
            </dt>
            <dd>
              <strong>{read(entry.title)}</strong> {read(entryWords(entry, todaysDate()))}{" "}
              <cite>({entry.paragraph})</cite>
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

/** "tirsdag den 1. marts 2016". Made once: it takes as long as to write hundreds of dates. */
const fullDays = perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }));
