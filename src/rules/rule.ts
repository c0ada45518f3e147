import type { Text } from "../domain/language.ts";

/** A rule of Danish school law that a figure or a date rests on: where it stands, what it says in plain words, when it holds. */
export interface Rule {
  readonly key: string;
  readonly paragraph: string;
  readonly text: Text;
  /** First and last day on which it holds in this form, ISO; no last day where none is known. */
  readonly validFrom: string;
  readonly validTo?: string;
  /** Where it was read. */
  readonly source: string;
  /** What a reader should know about how sure this is. */
  readonly note?: Text;
}

/** Lov nr. 509 af 30. juni 1993 came into force; a rule that bears this date may have been worded otherwise since, and says the same. */
export const ACT_IN_FORCE = "1994-08-01";

/** Whether a rule holds on a day, ISO. */
export const isInForce = ({ validFrom, validTo }: Rule, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo);

/** The first day of the school year that starts in August of a year; whether a rule holds in the year is asked of it. */
export const schoolYearStart = (schoolYear: number): string => `${schoolYear}-08-01`;

/** Of one rule as it was worded at different times, the wording that holds in a school year; the oldest for years before all. */
export function wordingIn(wordings: readonly [Rule, ...Rule[]], schoolYear: number): Rule {
  const day = schoolYearStart(schoolYear);
  return wordings.find((rule) => isInForce(rule, day)) ?? wordings[0];
}
