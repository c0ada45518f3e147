import { catalogue } from "../domain/language.ts";
import type { Rule } from "./rule.ts";

/** Kommunestyrelsesloven § 8(4): when members have the agenda and the papers of a council meeting. */
export const COUNCIL_MEETING: Rule = catalogue("rules.council-meeting", {
  key: "council-meeting",
  paragraph: "kommunestyrelsesloven § 8, stk. 4",
  text: {
    da: "Dagsordenen sendes så vidt muligt til byrådets medlemmer senest 4 hverdage før mødet, og sagens materiale er så vidt muligt klar senest 3 hverdage før.",
    en: "As far as possible the agenda is sent to the members of the council at least 4 weekdays before the meeting, and the papers are ready at least 3 weekdays before.",
  },
  validFrom: "1998-01-01",
  source: "https://www.retsinformation.dk/Forms/R0710.aspx?id=86395",
  note: {
    da: "Ældre praksis: læst i ændringsloven af 29. december 1997. Undersøg fristerne i jeres egen forretningsorden. Her er hverken lørdage eller søndage regnet som hverdage, så I er på den sikre side.",
    en: "Older practice: read in the amending act of 29 December 1997. Check the time limits in your own rules of procedure. Neither Saturdays nor Sundays are counted as weekdays here, to be on the safe side.",
  },
});

/** Weekdays before a meeting by which the agenda is out and the papers are ready. */
export const AGENDA_WEEKDAYS = 4;
export const PAPERS_WEEKDAYS = 3;
