import { catalogue, type Edit, filledText, inBoth, type Said, saidIn, type Text } from "../../src/index.ts";

/** What is said of proposals wherever they are kept, named or passed on. */
export const LINK_CUT: Text = catalogue("web.studio-words.linkCut", {
  da: "Linket er skåret over undervejs og kan ikke læses. Bed om det igen, eller om forslaget som fil.",
  en: "The link was cut short on its way and cannot be read. Ask for it again, or for the proposal as a file.",
});
export const LINK_OF_OTHER_DATA: Text = catalogue("web.studio-words.linkOfOtherData", {
  da: "Linket er lavet på andre data, end der er åbne her, og kan kun læses på dem. Bed om forslaget som fil.",
  en: "The link was made on other data than are open here, and can be read on those alone. Ask for the proposal as a file.",
});
/** What came to the page, by the name that it has here. */
export const isOpened = (title: Said): Text => filledText(IS_OPENED, { title });
const IS_OPENED: Text = catalogue("web.studio-words.isOpened", {
  da: "»{title}« er åbnet.",
  en: "“{title}” is opened.",
});
export const RENAMED: Text = catalogue("web.studio-words.renamed", { da: "Nyt navn", en: "A new name" });
export const REASONED: Text = catalogue("web.studio-words.reasoned", { da: "Ny begrundelse", en: "A new reason" });
export const NOT_KEPT: Text = catalogue("web.studio-words.notKept", {
  da: "Forslaget kan ikke gemmes i denne browser. Gem det som fil, før du lukker siden.",
  en: "This browser cannot keep the proposal. Save it as a file before you close the page.",
});
/** Of proposals that are there, but not as they were last drawn. */
export const partLost = (titles: readonly Said[]): Text => {
  const named = titles.map((title) => filledText(TITLE, { title }));
  return filledText(PART_LOST, { titles: inBoth((language) => named.map((each) => each[language]).join(", ")) });
};
const TITLE: Text = catalogue("web.studio-words.title", { da: "»{title}«", en: "“{title}”" });
const PART_LOST: Text = catalogue("web.studio-words.partLost", {
  da: "Browseren kunne ikke gemme alt, der blev tegnet i {titles}. Det sidste af det er væk.",
  en: "The browser could not keep all that was drawn in {titles}. The last of it is gone.",
});
export const NOT_READ: Text = catalogue("web.studio-words.notRead", {
  da: "De forslag, der er gemt i denne browser, kan ikke læses lige nu. Ingen af dem er slettet. Genindlæs siden.",
  en: "The proposals kept in this browser cannot be read right now. None of them is deleted. Load the page again.",
});
export const REMOVED_ELSEWHERE: Text = catalogue("web.studio-words.removedElsewhere", {
  da: "Forslaget blev slettet i et andet vindue. Det er her stadig, fordi det er åbent her.",
  en: "The proposal was deleted in another window. It is still here, because it is open here.",
});

/** Of a step that was made in two windows' proposal at the same moment as one here. */
export const alsoChanged = (step: Text): Text => filledText(ALSO_CHANGED, { step });
const ALSO_CHANGED: Text = catalogue("web.studio-words.alsoChanged", {
  da: "Forslaget blev også ændret i et andet vindue: »{step}«. Det er ikke med her.",
  en: "The proposal was also changed in another window: “{step}”. That is not part of it here.",
});
export const NOW_ONE: Text = catalogue("web.studio-words.nowOne", {
  da: "Det, der blev gjort her og i et andet vindue på samme tid, er nu ét.",
  en: "What was done here and in another window at the same time is now one.",
});

export const AT_START: Text = catalogue("web.studio-words.atStart", {
  da: "Forslaget er, som det begyndte.",
  en: "The proposal is as it began.",
});
const WENT = catalogue("web.studio-words.went", {
  undid: { da: "Fortrudt: {step}", en: "Undone: {step}" },
  redid: { da: "Gjort igen: {step}", en: "Done again: {step}" },
  to: { da: "Forslaget er som efter: {step}", en: "The proposal is as after: {step}" },
});
export const undidStep = (step: Text): Text => filledText(WENT.undid, { step });
export const redidStep = (step: Text): Text => filledText(WENT.redid, { step });
export const wentToStep = (step: Text): Text => filledText(WENT.to, { step });

export const staysOpen = (title: Said): Text => filledText(STAYS_OPEN, { title });
const STAYS_OPEN: Text = catalogue("web.studio-words.staysOpen", {
  da: "»{title}« er åbent i et andet vindue og blev derfor ikke slettet.",
  en: "“{title}” is open in another window and was therefore not deleted.",
});

const OWN_NUMBER = /^Eget forslag (\d+)$/;

/** A name for one more proposal, whose number none of the others has. */
export function freshTitle(titles: readonly Said[]): Text {
  const taken = titles.map((title) => Number(OWN_NUMBER.exec(saidIn(title, "da"))?.[1] ?? 0));
  const number = Math.max(0, ...taken) + 1;
  return filledText(OWN, { number: String(number) });
}
const OWN: Text = catalogue("web.studio-words.own", { da: "Eget forslag {number}", en: "Own proposal {number}" });

/** A title as a file's name. */
export const fileName = (title: Said): string =>
  saidIn(title, "da")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "") || "forslag";

/** What a step did, in words; steps of other programs may have none. */
export function noteOf({ note }: Edit): Text {
  if (note === undefined) return CHANGE;
  return typeof note === "string" ? inBoth(() => note) : note;
}
const CHANGE: Text = catalogue("web.studio-words.change", { da: "Ændring", en: "Change" });

/** Why a file is not read at all; both in bytes. */
export const tooLarge = (size: number, most: number): Text =>
  filledText(TOO_LARGE, { size: String(Math.ceil(size / 1e6)), most: String(most / 1e6) });
const TOO_LARGE: Text = catalogue("web.studio-words.tooLarge", {
  da: "Den fylder {size} MB, og siden kan åbne filer på op til {most} MB.",
  en: "It is {size} MB large, and the page can open files of up to {most} MB.",
});
/** Goes before the reasons why a file is not. */
export const notOpened = (file: string): Text => filledText(NOT_OPENED, { file });
const NOT_OPENED: Text = catalogue("web.studio-words.notOpened", {
  da: "Filen {file} er ikke åbnet.",
  en: "The file {file} is not opened.",
});
