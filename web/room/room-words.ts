import type { Text } from "../../src/index.ts";

/** What is said of drawing in a room. */
export const NOTHING_BACK: Text = {
  da: "Andre har ændret det siden, så der er intet at fortryde.",
  en: "Others have changed it since, so there is nothing to undo.",
};
/** Of what was taken back in part; areas and grades are counted together. */
export const partBack = (back: number, of: number): Text => ({
  da: `${back} af ${of}; resten har andre ændret siden.`,
  en: `${back} of ${of}; others have changed the rest since.`,
});
/** Of the step that makes two proposals, by their names, one. */
export const joinedNote = (names: readonly string[]): Text => ({
  da: `Samlet af ${names.map((name) => `»${name}«`).join(" og ")}`,
  en: `Joined from ${names.map((name) => `“${name}”`).join(" and ")}`,
});
export const PUT_IN: Text = {
  da: "Forslaget er lagt i rummet.",
  en: "The proposal is in the room.",
};
export const LEFT: Text = {
  da: "Du har forladt rummet. Det, du tegnede, bliver der. Linket fører dig ind igen.",
  en: "You have left the room. What you drew stays there. The link leads you in again.",
};
export const LINK_CHANGED: Text = {
  da: "Linket er skiftet: det gamle lukker ingen ind mere, og de, der er inde, bliver.",
  en: "The link has been changed: the old one lets nobody in any more, and those inside stay.",
};
export const LEFT_LEADING: Text = {
  da: "Du har forladt rummet. Vælg »Mødet« øverst for at gå ind igen som leder.",
  en: "You have left the room. Choose “Meeting” at the top to go in again and lead.",
};
/** Whoever stands at an earlier step of what others go on with would take their work back. */
export const ONLY_FORWARD: Text = {
  da: "I et rum går man ikke tilbage for alle på én gang. Fortryd dine egne ændringer, eller lav en kopi og gå tilbage i den.",
  en: "In a room nobody goes back for everybody at once. Undo your own changes, or make a copy and go back in that.",
};
export const NO_SERVER: Text = {
  da: "Der er ingen forbindelse til det program, siden kommer fra. Se efter, om det kører, og prøv igen.",
  en: "There is no connection to the program that the page comes from. See whether it runs, and try again.",
};
export const FULL: Text = {
  da: "Rummet er fuldt, så du ser med. Den, der leder mødet, kan give dig en plads til at tegne.",
  en: "The room is full, so you are watching. Whoever leads the meeting can give you a seat that draws.",
};
export const NO_ANSWER: Text = {
  da: "Der kom intet svar. Prøv igen, når forbindelsen er tilbage.",
  en: "No answer came. Try again when the connection is back.",
};
export const SENT_OUT: Text = {
  da: "Mødets leder har fjernet dig fra rummet. Det, du tegnede, bliver i rummet.",
  en: "Whoever leads the meeting has sent you out of the room. What you drew stays in the room.",
};
/** Stands for all that was drawn, until the steps of it are here. */
export const HISTORY_COMING: Text = { da: "Historien hentes …", en: "Getting the history …" };
/** Once all of a room was read, and it is not what its server had told first. */
export const SHOWN_WRONG: Text = {
  da: "Det, du så først, passede ikke med det, der er tegnet i rummet. Nu vises det rigtige.",
  en: "What you saw first did not match what was drawn in the room. What is shown now is right.",
};
export const FETCHING: Text = { da: "Rummet åbnes …", en: "Opening the room …" };
/** Of a seat that was taken away, or of a room that is no more, while the page was closed. */
export const SEAT_GONE: Text = {
  da: "Din plads i rummet gælder ikke længere. Spørg mødets leder, hvis du skal ind igen.",
  en: "Your seat in the room no longer holds. Ask whoever leads the meeting if you are to come in again.",
};
export const BYE_WORDS: Readonly<Record<"full" | "elsewhere", Text>> = {
  full: {
    da: "Der er ikke plads til flere, der ser med, lige nu. Siden prøver igen om lidt.",
    en: "There is no room for more who watch just now. The page tries again in a moment.",
  },
  elsewhere: {
    da: "Pladsen er åben i for mange vinduer, så dette vindue er ikke med længere. Luk et af de andre, og genindlæs siden.",
    en: "The seat is open in too many windows, so this one no longer takes part. Close one of the others, and load the page anew.",
  },
};
export const RESTORED: Text = {
  da: "Rummet er hentet frem fra en sikkerhedskopi, så de nyeste ændringer kan mangle. Det, du endnu ikke havde fået sendt, er lagt oveni.",
  en: "The room was brought back from a backup, so the newest may be missing. What you had not sent yet is put on top.",
};
export const STORAGE_FULL: Text = {
  da: "Der er ikke plads til at gemme mere på den maskine, rummet ligger på. Det, du tegner, bliver her i browseren og sendes, når der er plads.",
  en: "The machine that keeps the room has no space left. What you draw stays in this browser, and is sent when there is space.",
};
export const UNKNOWN_SEAT: Text = {
  da: "Din plads i rummet gælder ikke længere. Du ser rummet, som det var, da du sidst havde forbindelse. Gem forslaget som fil, hvis du vil beholde det.",
  en: "Your seat in the room no longer holds. You see what the page had heard. Save the proposal as a file if you want to keep it.",
};
