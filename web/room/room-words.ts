import { catalogue, filledText, listText, type Text } from "../../src/index.ts";

/** What is said of drawing in a room. */
export const NOTHING_BACK: Text = catalogue("web.room-words.nothingBack", {
  da: "Andre har ændret det siden, så der er intet at fortryde.",
  en: "Others have changed it since, so there is nothing to undo.",
});
/** Of what was taken back in part; areas and grades are counted together. */
export const partBack = (back: number, of: number): Text => filledText(PART_BACK, { back, of });
const PART_BACK: Text = catalogue("web.room-words.partBack", {
  da: "{back} af {of}; resten har andre ændret siden.",
  en: "{back} of {of}; others have changed the rest since.",
});
/** Of the step that makes two proposals, by their names, one. */
export function joinedNote(names: readonly string[]): Text {
  const named = names.map((name) => filledText(NAMED, { name }));
  return filledText(JOINED, { names: listText(named) });
}
const NAMED: Text = catalogue("web.room-words.named", { da: "»{name}«", en: "“{name}”" });
const JOINED: Text = catalogue("web.room-words.joined", {
  da: "Samlet af {names}",
  en: "Joined from {names}",
});
export const PUT_IN: Text = catalogue("web.room-words.putIn", {
  da: "Forslaget er lagt i rummet.",
  en: "The proposal is in the room.",
});
export const LEFT: Text = catalogue("web.room-words.left", {
  da: "Du har forladt rummet. Det, du tegnede, bliver der. Linket fører dig ind igen.",
  en: "You have left the room. What you drew stays there. The link leads you in again.",
});
export const LINK_CHANGED: Text = catalogue("web.room-words.linkChanged", {
  da: "Linket er skiftet: det gamle lukker ingen ind mere, og de, der er inde, bliver.",
  en: "The link has been changed: the old one lets nobody in any more, and those inside stay.",
});
export const LEFT_LEADING: Text = catalogue("web.room-words.leftLeading", {
  da: "Du har forladt rummet. Vælg »Mødet« øverst for at gå ind igen som leder.",
  en: "You have left the room. Choose “Meeting” at the top to go in again and lead.",
});
/** Whoever stands at an earlier step of what others go on with would take their work back. */
export const ONLY_FORWARD: Text = catalogue("web.room-words.onlyForward", {
  da: "I et rum går man ikke tilbage for alle på én gang. Fortryd dine egne ændringer, eller lav en kopi og gå tilbage i den.",
  en: "In a room nobody goes back for everybody at once. Undo your own changes, or make a copy and go back in that.",
});
export const NO_SERVER: Text = catalogue("web.room-words.noServer", {
  da: "Der er ingen forbindelse til det program, siden kommer fra. Se efter, om det kører, og prøv igen.",
  en: "There is no connection to the program that the page comes from. See whether it runs, and try again.",
});
export const FULL: Text = catalogue("web.room-words.full", {
  da: "Rummet er fuldt, så du ser med. Den, der leder mødet, kan give dig en plads til at tegne.",
  en: "The room is full, so you are watching. Whoever leads the meeting can give you a seat that draws.",
});
export const NO_ANSWER: Text = catalogue("web.room-words.noAnswer", {
  da: "Der kom intet svar. Prøv igen, når forbindelsen er tilbage.",
  en: "No answer came. Try again when the connection is back.",
});
export const SENT_OUT: Text = catalogue("web.room-words.sentOut", {
  da: "Mødets leder har fjernet dig fra rummet. Det, du tegnede, bliver i rummet.",
  en: "Whoever leads the meeting has sent you out of the room. What you drew stays in the room.",
});
/** Stands for all that was drawn, until the steps of it are here. */
export const HISTORY_COMING: Text = catalogue("web.room-words.historyComing", {
  da: "Historien hentes …",
  en: "Getting the history …",
});
/** Once all of a room was read, and it is not what its server had told first. */
export const SHOWN_WRONG: Text = catalogue("web.room-words.shownWrong", {
  da: "Det, du så først, passede ikke med det, der er tegnet i rummet. Nu vises det rigtige.",
  en: "What you saw first did not match what was drawn in the room. What is shown now is right.",
});
export const FETCHING: Text = catalogue("web.room-words.fetching", { da: "Rummet åbnes …", en: "Opening the room …" });
/** Of a seat that was taken away, or of a room that is no more, while the page was closed. */
export const SEAT_GONE: Text = catalogue("web.room-words.seatGone", {
  da: "Din plads i rummet gælder ikke længere. Spørg mødets leder, hvis du skal ind igen.",
  en: "Your seat in the room no longer holds. Ask whoever leads the meeting if you are to come in again.",
});
export const BYE_WORDS: Readonly<Record<"full" | "elsewhere", Text>> = catalogue("web.room-words.bye", {
  full: {
    da: "Der er ikke plads til flere, der ser med, lige nu. Siden prøver igen om lidt.",
    en: "There is no room for more who watch just now. The page tries again in a moment.",
  },
  elsewhere: {
    da: "Pladsen er åben i for mange vinduer, så dette vindue er ikke med længere. Luk et af de andre, og genindlæs siden.",
    en: "The seat is open in too many windows, so this one no longer takes part. Close one of the others, and load the page anew.",
  },
});
export const RESTORED: Text = catalogue("web.room-words.restored", {
  da: "Rummet er hentet frem fra en sikkerhedskopi, så de nyeste ændringer kan mangle. Det, du endnu ikke havde fået sendt, er lagt oveni.",
  en: "The room was brought back from a backup, so the newest may be missing. What you had not sent yet is put on top.",
});
export const STORAGE_FULL: Text = catalogue("web.room-words.storageFull", {
  da: "Der er ikke plads til at gemme mere på den maskine, rummet ligger på. Det, du tegner, bliver her i browseren og sendes, når der er plads.",
  en: "The machine that keeps the room has no space left. What you draw stays in this browser, and is sent when there is space.",
});
export const UNKNOWN_SEAT: Text = catalogue("web.room-words.unknownSeat", {
  da: "Din plads i rummet gælder ikke længere. Du ser rummet, som det var, da du sidst havde forbindelse. Gem forslaget som fil, hvis du vil beholde det.",
  en: "Your seat in the room no longer holds. You see what the page had heard. Save the proposal as a file if you want to keep it.",
});
