import type { Grades } from "../domain/grades.ts";
import { inList } from "../domain/in-list.ts";
import { filled, inBoth, quoted, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { BOARDS_HEARD } from "./boards-heard.ts";
import { closingRule, HEARING_WEEKS, WAIT_WEEKS } from "./closing-procedure.ts";
import { AGENDA_WEEKDAYS, COUNCIL_MEETING, PAPERS_WEEKDAYS } from "./council-meeting.ts";
import { day, minusWorkingDays, plusDays, workingDayBy } from "./working-days.ts";
import { type Procedure, procedureFor, type StructureChange } from "./structure-change.ts";
import { CALENDAR_TEXT } from "./calendar-text.ts";

/** One date of the calendar, ISO; a working day but for the first of the school year. What is practice or taken for granted, and not the law's, says so in words. */
export interface CalendarEntry {
  readonly date: string;
  readonly title: Text;
  readonly what: Text;
  /** Where it stands. */
  readonly paragraph: string;
}

/**
 * The latest dates for a plan that is to hold from August of `startYear`, in order; none where the plan changes nothing. Objections are
 * expected, as they always come; none by a plain rule set, which has no dates. Throws a `RangeError` for a year such as 26.
 */
export function structureCalendar(
  { law }: Pick<Grades, "law">,
  startYear: number,
  change: StructureChange,
): readonly CalendarEntry[] {
  if (!/^\d{4}$/.test(String(startYear))) throw new RangeError("A year has four digits, such as 2027.");
  if (law.kind === "plain") return [];
  const procedure = procedureFor(change);
  switch (procedure) {
    case "none":
      return [];
    case "boards":
      return [
        ...boardsAsked(startYear, change),
        ...meeting(startYear, procedure),
        inForce(startYear, BOARDS_HEARD.paragraph),
      ];
    case "closing":
      return [
        ...hearing(startYear, change),
        ...meeting(startYear, procedure),
        inForce(startYear, closingRule(startYear).paragraph),
      ];
    default:
      return unreachable(procedure);
  }
}

/** The date of a moment where it is read, ISO. */
export const isoDay = (now: Date): string => day(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** Whether a date lies before today's, both ISO. */
export const isPast = ({ date }: Pick<CalendarEntry, "date">, today: string): boolean => date < today;

/** The first August from which a plan can hold whose first step has not been taken by `today`, ISO: the year. */
export function earliestStart(procedure: Procedure, today: string): number {
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1, year + 2];
  return years.find((start) => firstStep(procedure, start) >= today) ?? year + 2;
}

function firstStep(procedure: Procedure, startYear: number): string {
  switch (procedure) {
    case "none":
      return day(startYear, 8, 1);
    case "boards":
      return asking(startYear);
    case "closing":
      return publication(startYear);
    default:
      return unreachable(procedure);
  }
}

/** So many weeks earlier, or some days more: what is set here falls on working days, and no time limit gets shorter by that. */
const weeksBefore = (date: string, weeks: number): string => workingDayBy(plusDays(date, -7 * weeks));

const decision = (startYear: number): string => workingDayBy(day(startYear, 3, 1));
const objectionsEnd = (startYear: number): string => weeksBefore(decision(startYear), WAIT_WEEKS);
const publication = (startYear: number): string => weeksBefore(objectionsEnd(startYear), HEARING_WEEKS);
const asking = (startYear: number): string => weeksBefore(decision(startYear), HEARING_WEEKS);

function hearing(startYear: number, { boards }: StructureChange): readonly CalendarEntry[] {
  const { paragraph } = closingRule(startYear);
  const names = listed(boards);
  return [
    {
      date: publication(startYear),
      title: CALENDAR_TEXT.publishTitle,
      what: filled(CALENDAR_TEXT.publishWhat, { names }),
      paragraph,
    },
    {
      date: objectionsEnd(startYear),
      title: CALENDAR_TEXT.objectionsEnd,
      what: filled(CALENDAR_TEXT.objectionsWhat, { HEARING_WEEKS }),
      paragraph,
    },
  ];
}

const boardsAsked = (startYear: number, { boards }: StructureChange): readonly CalendarEntry[] => {
  const names = listed(boards);
  return [
    {
      date: asking(startYear),
      title: CALENDAR_TEXT.boardsTitle,
      what: filled(CALENDAR_TEXT.boardsWhat, { names, HEARING_WEEKS }),
      paragraph: BOARDS_HEARD.paragraph,
    },
  ];
};

function meeting(startYear: number, procedure: "closing" | "boards"): readonly CalendarEntry[] {
  const date = decision(startYear);
  const { paragraph } = COUNCIL_MEETING;
  return [
    {
      date: minusWorkingDays(date, AGENDA_WEEKDAYS),
      title: CALENDAR_TEXT.agendaTitle,
      what: filled(CALENDAR_TEXT.agendaWhat, { AGENDA_WEEKDAYS }),
      paragraph,
    },
    {
      date: minusWorkingDays(date, PAPERS_WEEKDAYS),
      title: CALENDAR_TEXT.papersTitle,
      what: filled(CALENDAR_TEXT.papersWhat, { PAPERS_WEEKDAYS }),
      paragraph,
    },
    {
      date,
      title: CALENDAR_TEXT.decisionTitle,
      ...(procedure === "closing"
        ? {
            what: filled(CALENDAR_TEXT.decisionAfterObjections, { WAIT_WEEKS }),
            paragraph: closingRule(startYear).paragraph,
          }
        : {
            what: CALENDAR_TEXT.decisionAfterBoards,
            paragraph: BOARDS_HEARD.paragraph,
          }),
    },
  ];
}

const inForce = (startYear: number, paragraph: string): CalendarEntry => ({
  date: day(startYear, 8, 1),
  title: CALENDAR_TEXT.inForceTitle,
  what: CALENDAR_TEXT.inForceWhat,
  paragraph,
});

/** Names one after the other; in quotes where one of them is a list itself: »Absalon og Orø Skole«. */
export function listed(names: readonly string[]): Text {
  const isListItself = names.length > 1 && names.some((name) => /,| og | and /u.test(name));
  return inBoth((language) => inList(isListItself ? names.map((name) => quoted(name)[language]) : names, language));
}
