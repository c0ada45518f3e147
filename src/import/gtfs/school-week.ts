import type { ColumnNames, Sheet } from "../columns.ts";
import type { Report } from "../report.ts";
import type { Row } from "../row.ts";
import { GTFS_FILES } from "./files.ts";
import { mondayOf, readBusDate, weekOf, writtenDay } from "./times.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const WEEKEND = ["saturday", "sunday"] as const;

type CalendarRole = "service" | "start" | "end" | (typeof WEEKDAYS)[number] | (typeof WEEKEND)[number];
export const CALENDAR_COLUMNS: ColumnNames<CalendarRole> = {
  service: ["service_id"],
  start: ["start_date"],
  end: ["end_date"],
  monday: ["monday"],
  tuesday: ["tuesday"],
  wednesday: ["wednesday"],
  thursday: ["thursday"],
  friday: ["friday"],
  saturday: ["saturday"],
  sunday: ["sunday"],
};
export const CALENDAR_NEEDS = ["service", "start", "end", ...WEEKDAYS] as const;

type DateRole = "service" | "date" | "exception";
export const DATE_COLUMNS: ColumnNames<DateRole> = {
  service: ["service_id"],
  date: ["date"],
  exception: ["exception_type"],
};
export const DATE_NEEDS = ["service", "date", "exception"] as const;

/** When a service runs. */
export interface Service {
  /** Every week from one day to another, both included, on the weekdays of a set (bit 0 is Monday). */
  readonly weekly: { readonly from: number; readonly to: number; readonly days: number }[];
  /** Single days on which it runs all the same, or does not. */
  readonly except: Map<number, "runs" | "rests">;
}

/** Services by id, as calendar.txt and calendar_dates.txt say; either may be absent. */
export function readServices(
  calendar: Sheet<CalendarRole> | undefined,
  dates: Sheet<DateRole> | undefined,
  report: Report,
): ReadonlyMap<string, Service> {
  const services = new Map<string, Service>();
  const serviceOf = (id: string): Service => {
    const known = services.get(id) ?? { weekly: [], except: new Map() };
    services.set(id, known);
    return known;
  };
  if (calendar) readWeekly(calendar, serviceOf, report);
  if (dates) readExceptions(dates, serviceOf, report);
  return services;
}

function readWeekly(calendar: Sheet<CalendarRole>, serviceOf: (id: string) => Service, report: Report): void {
  for (const row of calendar.rows) {
    const [from, to] = [readDay(calendar, row, "start", report), readDay(calendar, row, "end", report)];
    const days = readWeekdays(calendar, row, report);
    if (from === undefined || to === undefined || days === undefined) continue;
    serviceOf(calendar.text(row, "service")).weekly.push({ from, to, days });
  }
}

function readExceptions(dates: Sheet<DateRole>, serviceOf: (id: string) => Service, report: Report): void {
  for (const row of dates.rows) {
    const day = readDay(dates, row, "date", report);
    const type = dates.text(row, "exception");
    if (type !== "1" && type !== "2")
      report("gtfs.exception", dates.at(row, "exception"), { found: type === "" ? "-" : type });
    else if (day !== undefined) serviceOf(dates.text(row, "service")).except.set(day, type === "1" ? "runs" : "rests");
  }
}

function readDay<Role extends string>(sheet: Sheet<Role>, row: Row, role: Role, report: Report): number | undefined {
  const text = sheet.text(row, role);
  const day = readBusDate(text);
  if (day === undefined) report("gtfs.date", sheet.at(row, role), { found: text === "" ? "-" : text });
  return day;
}

function readWeekdays(sheet: Sheet<CalendarRole>, row: Row, report: Report): number | undefined {
  let days: number | undefined = 0;
  WEEKDAYS.forEach((weekday, bit) => {
    const text = sheet.text(row, weekday);
    if (text === "1" && days !== undefined) days |= 1 << bit;
    else if (text !== "0" && text !== "1") {
      report("gtfs.weekday", sheet.at(row, weekday), { found: text === "" ? "-" : text });
      days = undefined;
    }
  });
  return days;
}

/** One week, and on which of its weekdays each service runs. */
interface SchoolWeek {
  /** "2025-05-12". */
  readonly monday: string;
  readonly daysOf: (service: string) => number;
}

/**
 * The week with most trips from Monday to Friday, the first of them: no week of holidays. `trips`: trips of each service. Only weeks in which
 * something begins, ends or is otherwise are tried, since all others are like one of them. `undefined` where nothing runs.
 */
export function schoolWeek(
  services: ReadonlyMap<string, Service>,
  trips: ReadonlyMap<string, number>,
  report: Report,
): SchoolWeek | undefined {
  const weeks = new Set<number>();
  for (const { weekly, except } of services.values()) {
    for (const { from, to } of weekly)
      for (const day of [from, from + 7, to - 7, to]) if (day >= from && day <= to) weeks.add(weekOf(day));
    for (const day of except.keys()) for (const near of [day - 7, day, day + 7]) weeks.add(weekOf(near));
  }
  let best: { readonly week: number; readonly score: number } | undefined;
  for (const week of [...weeks].toSorted((a, b) => a - b)) {
    let score = 0;
    for (const [id, service] of services) score += (trips.get(id) ?? 0) * countOf(daysIn(service, week));
    if (score > (best?.score ?? 0)) best = { week, score };
  }
  if (!best) {
    report("gtfs.no-week", { file: GTFS_FILES.calendar }, {});
    return undefined;
  }
  const { week } = best;
  const days = new Map([...services].map(([id, service]) => [id, daysIn(service, week)]));
  return { monday: writtenDay(mondayOf(week)), daysOf: (service) => days.get(service) ?? 0 };
}

/** Weekdays of a week on which a service runs. */
function daysIn({ weekly, except }: Service, week: number): number {
  let days = 0;
  for (let bit = 0; bit < WEEKDAYS.length; bit++) {
    const day = mondayOf(week) + bit;
    const isWeekly = weekly.some(({ from, to, days: own }) => day >= from && day <= to && (own & (1 << bit)) !== 0);
    const runs = except.get(day) ?? (isWeekly ? "runs" : "rests");
    if (runs === "runs") days |= 1 << bit;
  }
  return days;
}

const countOf = (days: number): number => WEEKDAYS.filter((_, bit) => (days & (1 << bit)) !== 0).length;
