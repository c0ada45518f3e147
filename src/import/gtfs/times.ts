/** Later than any bus of a day: a trip that begins before midnight may end on the next day, which is written as 24:10:00 and on. */
const LATEST = 48 * 60;

/** Minutes after midnight of the day a trip is of; "wrong" where the cell is no time. GTFS writes 7:05:00, 07:05:00 and 25:10:00. */
export function readBusTime(text: string): number | "blank" | "wrong" {
  if (text === "") return "blank";
  const found = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(text);
  if (!found) return "wrong";
  const [hours, minutes, seconds] = found.slice(1).map(Number);
  const time = 60 * hours + minutes + seconds / 60;
  return time <= LATEST ? time : "wrong";
}

/** Days since 1 January 1970, which was a Thursday; `undefined` where the cell is no date. GTFS writes 20250512. */
export function readBusDate(text: string): number | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  const isDate = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isDate ? time.getTime() / DAY : undefined;
}

const DAY = 86_400_000;
const THURSDAY = 3;

/** Weeks since the one of 1 January 1970, Mondays first. */
export const weekOf = (day: number): number => Math.floor((day + THURSDAY) / 7);

export const mondayOf = (week: number): number => 7 * week - THURSDAY;

/** "2025-05-12". */
export const writtenDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
