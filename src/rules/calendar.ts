import { inList } from "../domain/in-list.ts";
import { inBoth, quoted, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { BOARDS_HEARD } from "./boards-heard.ts";
import { closingRule, HEARING_WEEKS, WAIT_WEEKS } from "./closing-procedure.ts";
import { AGENDA_WEEKDAYS, COUNCIL_MEETING, PAPERS_WEEKDAYS } from "./council-meeting.ts";
import { day, minusWorkingDays, plusDays, workingDayBy } from "./working-days.ts";
import { type Procedure, procedureFor, type StructureChange } from "./structure-change.ts";

/** One date of the calendar, ISO; a working day but for the first of the school year. What is practice or taken for granted, and not the law's, says so in words. */
export interface CalendarEntry {
  readonly date: string;
  readonly title: Text;
  readonly what: Text;
  /** Where it stands. */
  readonly paragraph: string;
}

/**
 * The latest dates for a plan that is to hold from August of `startYear`, in order; none where the plan changes nothing. Objections are
 * expected, as they always come. Throws a `RangeError` for a year such as 26.
 */
export function structureCalendar(startYear: number, change: StructureChange): readonly CalendarEntry[] {
  if (!/^\d{4}$/.test(String(startYear))) throw new RangeError("A year has four digits, such as 2027.");
  const procedure = procedureFor(change);
  switch (procedure) {
    case "none":
      return [];
    case "boards":
      return [
        ...boardsAsked(startYear, change),
        ...meeting(startYear, procedure),
        inForce(startYear, BOARDS_HEARD.paragraph),
      ];
    case "closing":
      return [
        ...hearing(startYear, change),
        ...meeting(startYear, procedure),
        inForce(startYear, closingRule(startYear).paragraph),
      ];
    default:
      return unreachable(procedure);
  }
}

/** The date of a moment where it is read, ISO. */
export const isoDay = (now: Date): string => day(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** Whether a date lies before today's, both ISO. */
export const isPast = ({ date }: Pick<CalendarEntry, "date">, today: string): boolean => date < today;

/** The first August from which a plan can hold whose first step has not been taken by `today`, ISO: the year. */
export function earliestStart(procedure: Procedure, today: string): number {
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1, year + 2];
  return years.find((start) => firstStep(procedure, start) >= today) ?? year + 2;
}

function firstStep(procedure: Procedure, startYear: number): string {
  switch (procedure) {
    case "none":
      return day(startYear, 8, 1);
    case "boards":
      return asking(startYear);
    case "closing":
      return publication(startYear);
    default:
      return unreachable(procedure);
  }
}

/** So many weeks earlier, or some days more: what is set here falls on working days, and no time limit gets shorter by that. */
const weeksBefore = (date: string, weeks: number): string => workingDayBy(plusDays(date, -7 * weeks));

const decision = (startYear: number): string => workingDayBy(day(startYear, 3, 1));
const objectionsEnd = (startYear: number): string => weeksBefore(decision(startYear), WAIT_WEEKS);
const publication = (startYear: number): string => weeksBefore(objectionsEnd(startYear), HEARING_WEEKS);
const asking = (startYear: number): string => weeksBefore(decision(startYear), HEARING_WEEKS);

function hearing(startYear: number, { boards }: StructureChange): readonly CalendarEntry[] {
  const { paragraph } = closingRule(startYear);
  const names = listed(boards);
  return [
    {
      date: publication(startYear),
      title: { da: "Senest: offentliggør forslaget", en: "At the latest: publish the proposal" },
      what: {
        da: `Byrådet vedtager forslaget i et møde og offentliggør det med en kort beskrivelse og dets konsekvenser for skolerne. Annoncen oplyser fristen for indsigelser, og hvor materialet ligger fremme. Senest samme dag får skolebestyrelserne ved alle berørte skoler det til udtalelse (${names.da}). Er et medlem af byrådet imod, kan medlemmet forlange sin afvigende mening offentliggjort sammen med forslaget.`,
        en: `The council adopts the proposal in a meeting and publishes it with a short description and its consequences for the schools. The notice says the time limit for objections and where the material can be seen. The same day at the latest the boards of all schools concerned are asked for their opinion (${names.en}). A member of the council who is against it may demand that a dissenting opinion is published with the proposal.`,
      },
      paragraph,
    },
    {
      date: objectionsEnd(startYear),
      title: { da: "Indsigelsesfristen udløber", en: "Objections end" },
      what: {
        da: `Tidligst ${HEARING_WEEKS} uger efter offentliggørelsen. Skolebestyrelsernes udtalelser foreligger.`,
        en: `At the earliest ${HEARING_WEEKS} weeks after publication. The school boards' opinions are in.`,
      },
      paragraph,
    },
  ];
}

const boardsAsked = (startYear: number, { boards }: StructureChange): readonly CalendarEntry[] => {
  const names = listed(boards);
  return [
    {
      date: asking(startYear),
      title: { da: "Senest: spørg skolebestyrelserne", en: "At the latest: ask the school boards" },
      what: {
        da: `Skolebestyrelserne ved alle berørte skoler får forslaget til udtalelse (${names.da}). Loven kræver udtalelsen, men sætter ingen frist; ${HEARING_WEEKS} uger, som når en skole nedlægges, er antaget her.`,
        en: `The boards of all schools concerned are asked for their opinion (${names.en}). The law asks for it but sets no time limit; ${HEARING_WEEKS} weeks, as when a school is closed, are assumed here.`,
      },
      paragraph: BOARDS_HEARD.paragraph,
    },
  ];
};

function meeting(startYear: number, procedure: "closing" | "boards"): readonly CalendarEntry[] {
  const date = decision(startYear);
  const { paragraph } = COUNCIL_MEETING;
  return [
    {
      date: minusWorkingDays(date, AGENDA_WEEKDAYS),
      title: { da: "Senest: send dagsordenen ud", en: "At the latest: send the agenda" },
      what: {
        da: `${AGENDA_WEEKDAYS} hverdage før mødet. Ældre praksis; se byrådets forretningsorden.`,
        en: `${AGENDA_WEEKDAYS} working days before the meeting. Older practice; see the council's rules of procedure.`,
      },
      paragraph,
    },
    {
      date: minusWorkingDays(date, PAPERS_WEEKDAYS),
      title: { da: "Senest: sagens materiale er klar", en: "At the latest: the papers are ready" },
      what: {
        da: `${PAPERS_WEEKDAYS} hverdage før mødet, med alle udtalelser og indsigelser. Ældre praksis; se byrådets forretningsorden.`,
        en: `${PAPERS_WEEKDAYS} working days before the meeting, with all opinions and objections. Older practice; see the council's rules of procedure.`,
      },
      paragraph,
    },
    {
      date,
      title: { da: "Senest: endelig beslutning", en: "At the latest: final decision" },
      ...(procedure === "closing"
        ? {
            what: {
              da: `Byrådet beslutter i et møde, tidligst ${WAIT_WEEKS} uger efter fristen, hvis der er kommet indsigelser, og senest 1. marts: her den sidste hverdag til og med den dag.`,
              en: `The council decides in a meeting, at the earliest ${WAIT_WEEKS} weeks after the time limit if there were objections, and by 1 March: here the last working day up to that day.`,
            },
            paragraph: closingRule(startYear).paragraph,
          }
        : {
            what: {
              da: "Byrådet beslutter i et møde, når det har skolebestyrelsernes udtalelser. Loven sætter ingen dato; den sidste hverdag til og med 1. marts, som når en skole nedlægges, er antaget her, så skolerne kan nå at planlægge året.",
              en: "The council decides in a meeting once it has the school boards' opinions. The law sets no date; the last working day up to 1 March, as when a school is closed, is assumed here, so that the schools have time to plan the year.",
            },
            paragraph: BOARDS_HEARD.paragraph,
          }),
    },
  ];
}

const inForce = (startYear: number, paragraph: string): CalendarEntry => ({
  date: day(startYear, 8, 1),
  title: { da: "Den nye skolestruktur gælder", en: "The new structure is in force" },
  what: { da: "Skoleåret begynder.", en: "The school year begins." },
  paragraph,
});

/** Names one after the other; in quotes where one of them is a list itself: »Absalon og Orø Skole«. */
export function listed(names: readonly string[]): Text {
  const isListItself = names.length > 1 && names.some((name) => /,| og | and /u.test(name));
  return inBoth((language) => inList(isListItself ? names.map((name) => quoted(name)[language]) : names, language));
}
