/**
 * A time of day in minutes after midnight, as cells say it: "08:05", "8.05", "kl. 8.05", "08:05:00", "805", "8"; a workbook's time, which is a
 * moment of its first day, or that as a part of a day. `undefined` where a cell says none.
 */
export function clockOf(text: string): number | undefined {
  const plain = text.replace(/^(kl\.?|um|at)\s*/i, "").replace(/^(1899-12-3[01]|1900-01-0[01]) /, "");
  const [, hours, minutes = "0"] =
    /^(\d{1,2})[:.](\d{2})(?:[:.]00)?(?:\s*uhr)?$/i.exec(plain) ?? /^(\d{1,2}?)(\d{2})?$/.exec(plain) ?? [];
  if (hours !== undefined && Number(hours) < 24 && Number(minutes) < 60) return 60 * Number(hours) + Number(minutes);
  if (!/^0[.,]\d{3,}$/.test(plain)) return undefined;
  const part = 1440 * Number(plain.replace(",", "."));
  return Math.abs(part - Math.round(part)) < WHOLE_MINUTE ? Math.round(part) : undefined;
}

/** A part of a day in fewer digits than a workbook keeps. */
const WHOLE_MINUTE = 0.01;

/** "08:05" of minutes after midnight. */
export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
