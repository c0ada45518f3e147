import ical, { ICalCalendarMethod } from "ical-generator";
import type { Language } from "../domain/language.ts";
import type { CalendarEntry } from "../rules/calendar.ts";
import { entryWords } from "./structure-text.ts";

/** Letters and digits of any alphabet, hyphens between. */
const hyphened = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

/** What a calendar is of; case and plan together tell its dates from those of any other plan in the same calendar. */
export interface CalendarSubject {
  /** What the calendar is called. */
  readonly name: string;
  /** The case's name. */
  readonly place: string;
  /** The plan's id. */
  readonly plan: string;
}

/** The calendar as an .ics file (RFC 5545) of whole days; `stamp` is when it was made, ISO. */
export function calendarIcs(
  entries: readonly CalendarEntry[],
  { name, place, plan }: CalendarSubject,
  stamp: string,
  language: Language,
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "skoledistrikt", product: "skoledistrikt" },
  });
  for (const entry of entries) {
    const { date, title, paragraph } = entry;
    calendar.createEvent({
      id: `${[place, plan, date, title.en].map(hyphened).join("-")}@skoledistrikt`,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      timezone: null,
      stamp: new Date(stamp),
      summary: title[language],
      description: `${entryWords(entry, stamp.slice(0, 10))[language]}\n${paragraph}`,
    });
  }
  return calendar.toString();
}
