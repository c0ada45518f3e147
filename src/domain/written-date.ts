import { type Language, perLanguage } from "./language.ts";

const days = perLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));
const months = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }),
);

/**
 * A date as people write it: "1. december 2026", "juni 2024", "2021". Files keep the ISO form that it is made from: a day, a month or a year.
 */
export function writtenDate(date: string, language: Language): string {
  const [, month, day] = date.split("-");
  if (month === undefined) return date;
  return (day === undefined ? months : days)(language).format(new Date(date));
}
