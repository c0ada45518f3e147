import { catalogue } from "../domain/language.ts";
import { type Rule, wordingIn } from "./rule.ts";

const ORDER_1994: Rule = catalogue("rules.closing-procedure.order1994", {
  key: "closing-procedure-1994",
  paragraph: "folkeskoleloven § 24; bekendtgørelsen af 1994 om proceduren ved en skolenedlæggelse",
  text: {
    da: "Forslaget offentliggøres i de lokale aviser med en kort beskrivelse og sine konsekvenser for skolestrukturen. Der er mindst 8 uger til indsigelser. Annoncen oplyser fristen, og hvor forslaget ligger fremme. Senest samtidig får skolebestyrelserne ved alle berørte skoler det til udtalelse. Et medlem af byrådet kan forlange at få sin afvigende mening med en kort begrundelse offentliggjort sammen med forslaget.",
    en: "The proposal is published in the local papers with a short description and its consequences for the schools. There are at least 8 weeks for objections. The notice says the time limit and where the proposal can be seen. At the same time at the latest the boards of all schools concerned are asked for their opinion. A member of the council may demand that a dissenting opinion, with short reasons, is published with the proposal.",
  },
  validFrom: "1994-08-01",
  validTo: "2014-07-31",
  source: "https://www.retsinformation.dk/Forms/R0710.aspx?id=73601",
  note: {
    da: "Slutdatoen er den dag, hvor bekendtgørelsen af 2014 er regnet fra.",
    en: "The last day is that before the order of 2014 is taken to hold.",
  },
});

const ORDER_2014: Rule = catalogue("rules.closing-procedure.order2014", {
  key: "closing-procedure",
  paragraph: "folkeskoleloven § 24, stk. 4; bekendtgørelse nr. 700 af 23. juni 2014",
  text: {
    da: "Skal en skole nedlægges, offentliggøres forslaget med sine konsekvenser for skolestrukturen. Der er mindst 8 uger til indsigelser, og samtidig udtaler skolebestyrelserne ved alle berørte skoler sig. Kommer der indsigelser, træffes beslutningen tidligst 4 uger efter fristen. Den er endelig senest 1. marts og gælder fra august.",
    en: "When a school is to be closed, the proposal is published with its consequences for the schools. There are at least 8 weeks for objections, and in the same time the boards of all schools concerned give their opinion. If objections come, the decision is taken at the earliest 4 weeks after the time limit. It is final by 1 March, in force from August.",
  },
  validFrom: "2014-08-01",
  source: "https://www.skole-foraeldre.dk/artikel/skolenedl%C3%A6ggelse",
  note: {
    da: "Undersøg, om bekendtgørelsen stadig gælder. Dens egen tekst er ikke set, kun omtale af den; om annoncens indhold og afvigende mening følger kalenderen bekendtgørelsen af 1994.",
    en: "Check that the order is still in force. Its own text was not seen, only what is said of it; on what the notice says and on dissenting opinions the calendar follows the order of 1994.",
  },
});

/** Folkeskoleloven § 24(4) and its orders: how a school is closed, as it was worded at different times. */
export const CLOSING_PROCEDURE = [ORDER_1994, ORDER_2014] as const;

/** As it is worded in the school year from whose start the closing is to hold. */
export const closingRule = (startYear: number): Rule => wordingIn(CLOSING_PROCEDURE, startYear);

/** When a school counts as closed. */
export const SCHOOL_CLOSED: Rule = catalogue("rules.closing-procedure.schoolClosed", {
  key: "school-closed",
  paragraph: "bekendtgørelsen af 1994 om proceduren ved en skolenedlæggelse, § 1, stk. 2 og 3",
  text: {
    da: "En skole er nedlagt, når den ikke længere har sin egen skolebestyrelse og sin egen leder. Det gælder også, når den lægges sammen med en anden skole, når den kommer under en anden skoles ledelse, og når den mister sit eget skoledistrikt. At lukke en afdeling i en skole, der fortsætter, er ikke at nedlægge en skole, men skolebestyrelsen skal høres.",
    en: "A school is closed when it no longer has a board and a leader of its own. That holds too when it merges with another school, when it comes under another school's leadership, and when it loses a district of its own. To close a site of a school that goes on is not to close a school, but its board must be heard.",
  },
  validFrom: "1994-08-01",
  source: "https://www.retsinformation.dk/Forms/R0710.aspx?id=73601",
  note: {
    da: "At miste sit eget distrikt står i bekendtgørelsen af 1994 kun om skoler, der allerede før august 1994 var under en anden skoles ledelse. Undersøg, om bekendtgørelse nr. 700 af 2014 siger det samme.",
    en: "In the order of 1994 losing a district is said only of schools that were under another school's leadership before August 1994. Check whether order no. 700 of 2014 says the same.",
  },
});

/** Least weeks for objections, and from their end to the decision if any came. */
export const HEARING_WEEKS = 8;
export const WAIT_WEEKS = 4;
