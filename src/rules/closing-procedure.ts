import type { Text } from "../domain/language.ts";
import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 24(4) and BEK 700/2014: how a school is closed or merged. */
export const CLOSING_PROCEDURE: Rule = {
  key: "closing-procedure",
  paragraph: "folkeskoleloven § 24, stk. 4; bekendtgørelse nr. 700 af 23. juni 2014",
  text: {
    da: "Skal en skole lukke eller lægges sammen med en anden, offentliggøres forslaget med sine konsekvenser. Der er mindst 8 uger til indsigelser; kommer der nogen, træffes beslutningen tidligst 4 uger senere. Den er endelig senest 1. marts og gælder fra august. At lægge to skoler sammen tæller som at lukke én; at lukke en afdeling inde i en skole gør ikke.",
    en: "When a school is to close or merge, the proposal is published with its consequences. There are at least 8 weeks for objections; if any come, the decision is taken at least 4 weeks later. It is final by 1 March, in force from August. Merging two schools counts as closing one; closing a site inside a school does not.",
  },
  validFrom: "2014-08-01",
  note: { da: "Undersøg, om bekendtgørelsen stadig gælder.", en: "Check that the order is still in force." },
};

const HEARING_WEEKS = 8;
const WAIT_WEEKS = 4;

/** What a plan asks of the procedure. */
export interface ClosingNeeds {
  /** Schools (districts with a leadership of their own) that cease, by name. */
  readonly schoolsThatCease: readonly string[];
  /** Sites that close inside a school that goes on, by name. */
  readonly sitesThatClose: readonly string[];
}

/** One date of the calendar, ISO. */
export interface CalendarEntry {
  readonly date: string;
  readonly title: Text;
  readonly what: Text;
}

/**
 * The latest dates for a plan that is to hold from August of `startYear`, in order. Empty where the law asks for no procedure:
 * when no school ceases. Objections are expected, as they always come. Throws a `RangeError` for a year such as 26.
 */
export function closingCalendar(startYear: number, { schoolsThatCease }: ClosingNeeds): readonly CalendarEntry[] {
  if (!/^\d{4}$/.test(String(startYear))) throw new RangeError("A year has four digits, such as 2027.");
  if (schoolsThatCease.length === 0) return [];
  const decision = day(startYear, 3, 1);
  const objectionsEnd = plusDays(decision, -7 * WAIT_WEEKS);
  const publication = plusDays(objectionsEnd, -7 * HEARING_WEEKS);
  const list = schoolsThatCease.join(", ");
  return [
    {
      date: publication,
      title: { da: "Senest: offentliggør forslaget", en: "At the latest: publish the proposal" },
      what: {
        da: `Forslaget offentliggøres med konsekvenser og indsigelsesfrist, og skolebestyrelserne får det til udtalelse (${list}).`,
        en: `The proposal is published with consequences and a time limit, and the school boards are asked for their opinion (${list}).`,
      },
    },
    {
      date: objectionsEnd,
      title: { da: "Indsigelsesfristen udløber", en: "Objections end" },
      what: {
        da: `Tidligst ${HEARING_WEEKS} uger efter offentliggørelsen. Skolebestyrelsernes udtalelser foreligger.`,
        en: `At the earliest ${HEARING_WEEKS} weeks after publication. The school boards' opinions are in.`,
      },
    },
    {
      date: decision,
      title: { da: "Senest: endelig beslutning", en: "At the latest: final decision" },
      what: {
        da: `Byrådet beslutter tidligst ${WAIT_WEEKS} uger efter fristen og senest 1. marts.`,
        en: `The council decides at the earliest ${WAIT_WEEKS} weeks after the time limit and by 1 March.`,
      },
    },
    {
      date: day(startYear, 8, 1),
      title: { da: "Den nye skolestruktur gælder", en: "The new structure is in force" },
      what: { da: "Skoleåret begynder.", en: "The school year begins." },
    },
  ];
}

const day = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

function plusDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
