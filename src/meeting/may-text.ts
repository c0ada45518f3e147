import { catalogue, type Text } from "../domain/language.ts";

/** Why something may not be done in a room, and what to do about it. */
export const HINDRANCES = catalogue("meeting.may", {
  unreadable: {
    da: "Det, siden sendte, kunne ikke læses og er ikke gemt. Genindlæs siden, og gør det om.",
    en: "What the page sent could not be read and is not kept. Load the page anew, and do it again.",
  },
  nameless: {
    da: "Der mangler et navn eller en tekst, som kan ses, og det er ikke gemt. Skriv noget, og prøv igen.",
    en: "A name or a text that can be seen is missing, and it is not kept. Write something, and try again.",
  },
  "too.large": {
    da: "Det fylder mere, end rummet kan tage imod på én gang, og er ikke gemt. Gør det i mindre dele, eller skriv kortere.",
    en: "It is more than the room can take at once, and is not kept. Do it in smaller parts, or write less.",
  },
  "room.full": {
    da: "Rummet er fyldt op og kan ikke gemme mere. Hent referatet, og gå videre i et nyt rum.",
    en: "The room is full and can keep no more. Download the minutes, and go on in a new room.",
  },
  "id.taken": {
    da: "Ændringen kan ikke skelnes fra en, der allerede er i rummet, og er ikke gemt. Genindlæs siden, og gør det om.",
    en: "The change cannot be told from one that the room has already, and is not kept. Load the page anew, and do it again.",
  },
  "not.kept": {
    da: "Det kunne ikke gemmes, som det er. Genindlæs siden, og gør det om på en anden måde.",
    en: "It could not be kept as it is. Load the page anew, and do it again in another way.",
  },
  "role.draw": {
    da: "Du er med som tilskuer. Bed den, der leder mødet, om at blive deltager, hvis du vil tegne.",
    en: "This seat is for watching only. Ask whoever leads the meeting for a seat that draws.",
  },
  "role.act": {
    da: "Det kan kun den, der leder mødet, gøre.",
    en: "Only whoever leads the meeting can do that.",
  },
  "role.vote": {
    da: "Du er med som tilskuer og kan ikke stemme.",
    en: "This seat is for watching only and has no vote.",
  },
  out: {
    da: "Du er ikke længere med i rummet.",
    en: "You are no longer in the room.",
  },
  kept: {
    da: "Rummet er åbnet fra en fil og kan kun ses. Vil du tegne videre, så lav en kopi af forslaget under »Skridt og udgaver«.",
    en: "The room was opened from a file and can only be looked at. To draw on, make a copy of the proposal under “Steps and versions”.",
  },
  "not.out": {
    da: "Deltageren er ikke fjernet fra rummet.",
    en: "The seat was not taken from anybody.",
  },
  paused: {
    da: "Mødet holder pause, så du kan kun se med lige nu.",
    en: "The meeting is paused, so you can only watch just now.",
  },
  stage: {
    da: "Der tegnes ikke på dette punkt af mødet.",
    en: "There is no drawing at this point of the meeting.",
  },
  pen: {
    da: "En anden har pennen lige nu.",
    en: "Somebody else has the pen just now.",
  },
  table: {
    da: "Forslaget hører til et andet bord. Sæt dig ved bordet, eller lav en kopi.",
    en: "The proposal belongs to another table. Sit down at the table, or make a copy.",
  },
  taken: {
    da: "Det er allerede i rummet.",
    en: "The room has it already.",
  },
  self: {
    da: "Det kan man ikke gøre ved sig selv. Bed en anden, der leder mødet.",
    en: "You cannot do that to yourself. Ask another who leads the meeting.",
  },
  "proposal.unknown": {
    da: "Forslaget er ikke i rummet.",
    en: "The proposal is not in the room.",
  },
  "version.unknown": {
    da: "Den udgave af forslaget er ikke i rummet.",
    en: "The room does not have that version of the proposal.",
  },
  "proposal.frozen": {
    da: "Forslaget er låst til byrådet og kan ikke ændres. Lav en kopi for at tegne videre.",
    en: "The proposal has been passed on and cannot be changed. Make a copy to go on drawing.",
  },
  "proposal.not-frozen": {
    da: "Forslaget er ikke låst til byrådet.",
    en: "The proposal has not been passed on to the council.",
  },
  "proposal.unreadable": {
    da: "Forslaget er tegnet på andre data end rummets, eller det kan ikke læses.",
    en: "The proposal was drawn on other data than the room's, or it cannot be read.",
  },
  "table.unknown": {
    da: "Bordet er ikke i rummet.",
    en: "The table is not in the room.",
  },
  "seat.unknown": {
    da: "Pladsen er ikke i rummet.",
    en: "The seat is not in the room.",
  },
  "entry.unknown": {
    da: "Det, der skulle slettes, er ikke i rummet.",
    en: "What was to be deleted is not in the room.",
  },
  "site.unknown": {
    da: "Forslaget har ikke den skole.",
    en: "The proposal does not have that school.",
  },
  "measure.unknown": {
    da: "Der er ikke noget nøgletal, der hedder sådan.",
    en: "There is no measure of that name.",
  },
  "comment.unknown": {
    da: "Indlægget er ikke i rummet længere.",
    en: "The comment is no longer in the room.",
  },
  "vote.options": {
    da: "Der skal være mindst to muligheder at vælge imellem. Gælder afstemningen støtte til et forslag, skal der være netop ét.",
    en: "There must be at least two options to choose between, and for support of a proposal just one.",
  },
  "vote.twice": {
    da: "Den samme mulighed står der to gange. Fjern den ene.",
    en: "The same option stands there twice. Remove one of them.",
  },
  "vote.closed": {
    da: "Afstemningen er lukket.",
    en: "The vote is closed.",
  },
  "vote.ballot": {
    da: "Stemmen passer ikke til afstemningen. Genindlæs siden, og stem igen.",
    en: "The ballot does not fit the vote. Load the page anew, and vote again.",
  },
} as const satisfies Readonly<Record<string, Text>>);
