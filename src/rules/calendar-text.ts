import { catalogue } from "../domain/language.ts";

export const CALENDAR_TEXT = catalogue("rules.calendar", {
  publishTitle: { da: "Senest: offentliggør forslaget", en: "At the latest: publish the proposal" },
  publishWhat: {
    da: "Byrådet vedtager forslaget i et møde og offentliggør det med en kort beskrivelse og dets konsekvenser for skolerne. Annoncen oplyser fristen for indsigelser, og hvor materialet ligger fremme. Senest samme dag får skolebestyrelserne ved alle berørte skoler det til udtalelse ({names}). Er et medlem af byrådet imod, kan medlemmet forlange sin afvigende mening offentliggjort sammen med forslaget.",
    en: "The council adopts the proposal in a meeting and publishes it with a short description and its consequences for the schools. The notice says the time limit for objections and where the material can be seen. The same day at the latest the boards of all schools concerned are asked for their opinion ({names}). A member of the council who is against it may demand that a dissenting opinion is published with the proposal.",
  },
  objectionsEnd: { da: "Indsigelsesfristen udløber", en: "Objections end" },
  objectionsWhat: {
    da: "Tidligst {HEARING_WEEKS} uger efter offentliggørelsen. Skolebestyrelsernes udtalelser foreligger.",
    en: "At the earliest {HEARING_WEEKS} weeks after publication. The school boards' opinions are in.",
  },
  boardsTitle: { da: "Senest: spørg skolebestyrelserne", en: "At the latest: ask the school boards" },
  boardsWhat: {
    da: "Skolebestyrelserne ved alle berørte skoler får forslaget til udtalelse ({names}). Loven kræver udtalelsen, men sætter ingen frist; {HEARING_WEEKS} uger, som når en skole nedlægges, er antaget her.",
    en: "The boards of all schools concerned are asked for their opinion ({names}). The law asks for it but sets no time limit; {HEARING_WEEKS} weeks, as when a school is closed, are assumed here.",
  },
  agendaTitle: { da: "Senest: send dagsordenen ud", en: "At the latest: send the agenda" },
  agendaWhat: {
    da: "{AGENDA_WEEKDAYS} hverdage før mødet. Ældre praksis; se byrådets forretningsorden.",
    en: "{AGENDA_WEEKDAYS} working days before the meeting. Older practice; see the council's rules of procedure.",
  },
  papersTitle: { da: "Senest: sagens materiale er klar", en: "At the latest: the papers are ready" },
  papersWhat: {
    da: "{PAPERS_WEEKDAYS} hverdage før mødet, med alle udtalelser og indsigelser. Ældre praksis; se byrådets forretningsorden.",
    en: "{PAPERS_WEEKDAYS} working days before the meeting, with all opinions and objections. Older practice; see the council's rules of procedure.",
  },
  decisionTitle: { da: "Senest: endelig beslutning", en: "At the latest: final decision" },
  decisionAfterObjections: {
    da: "Byrådet beslutter i et møde, tidligst {WAIT_WEEKS} uger efter fristen, hvis der er kommet indsigelser, og senest 1. marts: her den sidste hverdag til og med den dag.",
    en: "The council decides in a meeting, at the earliest {WAIT_WEEKS} weeks after the time limit if there were objections, and by 1 March: here the last working day up to that day.",
  },
  decisionAfterBoards: {
    da: "Byrådet beslutter i et møde, når det har skolebestyrelsernes udtalelser. Loven sætter ingen dato; den sidste hverdag til og med 1. marts, som når en skole nedlægges, er antaget her, så skolerne kan nå at planlægge året.",
    en: "The council decides in a meeting once it has the school boards' opinions. The law sets no date; the last working day up to 1 March, as when a school is closed, is assumed here, so that the schools have time to plan the year.",
  },
  inForceTitle: { da: "Den nye skolestruktur gælder", en: "The new structure is in force" },
  inForceWhat: { da: "Skoleåret begynder.", en: "The school year begins." },
});
