/** A day of a calendar, ISO. */
export const day = (year: number, month: number, date: number): string =>
  [year, month, date].map((part) => String(part).padStart(2, "0")).join("-");

export function plusDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The date itself, or the last day before it that is neither Saturday, Sunday nor a Danish public holiday. */
export function workingDayBy(date: string): string {
  let found = date;
  while (!isWorkingDay(found)) found = plusDays(found, -1);
  return found;
}

/** So many working days earlier. */
export function minusWorkingDays(date: string, days: number): string {
  let found = date;
  for (let left = days; left > 0; left--) found = workingDayBy(plusDays(found, -1));
  return found;
}

function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays(Number(date.slice(0, 4))).has(date);
}

/** From 2024 the Great Prayer Day is a working day: lov nr. 214 af 6. marts 2023. */
const LAST_PRAYER_DAY = 2023;

/** Public holidays of a year that may fall on a weekday. */
function holidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const moving = [-3, -2, 1, ...(year <= LAST_PRAYER_DAY ? [26] : []), 39, 50];
  return new Set([
    day(year, 1, 1),
    ...moving.map((days) => plusDays(easter, days)),
    day(year, 12, 25),
    day(year, 12, 26),
  ]);
}

/** Of the Gregorian calendar, by the rule that Meeus gives (Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const count = moon + sunday - 7 * late + 114;
  return day(year, Math.floor(count / 31), (count % 31) + 1);
}
