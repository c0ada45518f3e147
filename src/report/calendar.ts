import ical, { ICalCalendarMethod } from "ical-generator";
import type { Language } from "../domain/language.ts";
import { NO_SITE, districtOfSite, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { requireOwnPlan } from "../evaluate/completeness.ts";
import { CLOSING_PROCEDURE, type CalendarEntry, type ClosingNeeds } from "../rules/closing-procedure.ts";

/**
 * What the closing procedure is needed for. A school goes on in the new district that takes most of its pupils, one school a
 * district; every other school ceases. A site that closes while its school goes on asks for no procedure.
 */
export function closingNeeds({ municipality, baseline, unitBand }: Basis, plan: Plan): ClosingNeeds {
  requireOwnPlan({ municipality }, plan);
  const [before, after] = [districtOfSite(baseline), districtOfSite(plan)];
  const taken = baseline.districts.map(() => new Map<number, number>());
  baseline.assignment.forEach((site, pair) => {
    const now = plan.assignment[pair];
    if (site === NO_SITE || before[site] === NO_SITE || now === NO_SITE || after[now] === NO_SITE) return;
    const counts = taken[before[site]];
    counts.set(after[now], (counts.get(after[now]) ?? 0) + unitBand[pair]);
  });
  // A school that nobody goes to today goes on where a site of its own is open and no other school goes on there.
  const withoutPupils = (district: number): number | undefined => {
    const own = plan.districts[district].sites.filter((site) => plan.teaching[site] !== 0 && before[site] !== NO_SITE);
    return own.map((site) => before[site]).find((old) => [...taken[old].values()].every((pupils) => pupils === 0));
  };
  const heirs = plan.districts.map((_, district) => {
    let heir: number | undefined;
    let most = 0;
    taken.forEach((counts, old) => {
      const own = Math.max(0, ...counts.values());
      const pupils = counts.get(district) ?? 0;
      if (pupils === own && pupils > most) [heir, most] = [old, pupils];
    });
    return heir ?? withoutPupils(district);
  });
  const isOpenToday = ({ sites }: { readonly sites: readonly number[] }) =>
    sites.some((site) => baseline.teaching[site] !== 0);
  const ceased = baseline.districts.flatMap((school, old) =>
    heirs.includes(old) || !isOpenToday(school) ? [] : [school.name],
  );
  const closing = municipality.sites.flatMap(({ name }, site) =>
    baseline.teaching[site] !== 0 && plan.teaching[site] === 0 && !isCeased(before[site], heirs) ? [name] : [],
  );
  return { schoolsThatCease: ceased, sitesThatClose: closing };
}

const isCeased = (district: number, heirs: readonly (number | undefined)[]): boolean =>
  district !== NO_SITE && !heirs.includes(district);

/** Letters and digits of any alphabet, hyphens between. */
const hyphened = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");

/** The calendar as text, a line a date. */
export const calendarText = (entries: readonly CalendarEntry[], language: Language): string =>
  entries.map(({ date, title, what }) => `${date}  ${title[language]}. ${what[language]}`).join("\n");

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
  for (const { date, title, what } of entries)
    calendar.createEvent({
      id: `${[place, plan, date, title.en].map(hyphened).join("-")}@skoledistrikt`,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      timezone: null,
      stamp: new Date(stamp),
      summary: title[language],
      description: `${what[language]}\n${CLOSING_PROCEDURE.paragraph}`,
    });
  return calendar.toString();
}
