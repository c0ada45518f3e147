import { type Edit, type Language, type Said, saidIn, type Text } from "../../src/index.ts";

/** What is said of proposals wherever they are kept, named or passed on. */
export const LINK_CUT: Text = {
  da: "Linket er skåret over undervejs og kan ikke læses. Bed om det igen, eller om forslaget som fil.",
  en: "The link was cut short on its way and cannot be read. Ask for it again, or for the proposal as a file.",
};
export const LINK_OF_OTHER_DATA: Text = {
  da: "Linket er lavet på andre data, end der er åbne her, og kan kun læses på dem. Bed om forslaget som fil.",
  en: "The link was made on other data than are open here, and can be read on those alone. Ask for the proposal as a file.",
};
/** What came to the page, by the name that it has here. */
export const isOpened = (title: Said): Text => ({
  da: `»${saidIn(title, "da")}« er åbnet.`,
  en: `“${saidIn(title, "en")}” is opened.`,
});
export const RENAMED: Text = { da: "Nyt navn", en: "A new name" };
export const REASONED: Text = { da: "Ny begrundelse", en: "A new reason" };
export const NOT_KEPT: Text = {
  da: "Forslaget kan ikke gemmes i denne browser. Gem det som fil, før du lukker siden.",
  en: "This browser cannot keep the proposal. Save it as a file before you close the page.",
};
/** Of proposals that are there, but not as they were last drawn. */
export const partLost = (titles: readonly Said[]): Text => {
  const named = (language: Language, [open, close]: string): string =>
    titles.map((title) => `${open}${saidIn(title, language)}${close}`).join(", ");
  return {
    da: `Browseren kunne ikke gemme alt, der blev tegnet i ${named("da", "»«")}. Det sidste af det er væk.`,
    en: `The browser could not keep all that was drawn in ${named("en", "“”")}. The last of it is gone.`,
  };
};
export const NOT_READ: Text = {
  da: "De forslag, der er gemt i denne browser, kan ikke læses lige nu. Ingen af dem er slettet. Genindlæs siden.",
  en: "The proposals kept in this browser cannot be read right now. None of them is deleted. Load the page again.",
};
export const REMOVED_ELSEWHERE: Text = {
  da: "Forslaget blev slettet i et andet vindue. Det er her stadig, fordi det er åbent her.",
  en: "The proposal was deleted in another window. It is still here, because it is open here.",
};

/** Of a step that was made in two windows' proposal at the same moment as one here. */
export const alsoChanged = ({ da, en }: Text): Text => ({
  da: `Forslaget blev også ændret i et andet vindue: »${da}«. Det er ikke med her.`,
  en: `The proposal was also changed in another window: “${en}”. That is not part of it here.`,
});
export const NOW_ONE: Text = {
  da: "Det, der blev gjort her og i et andet vindue på samme tid, er nu ét.",
  en: "What was done here and in another window at the same time is now one.",
};

export const AT_START: Text = { da: "Forslaget er, som det begyndte.", en: "The proposal is as it began." };
export const undidStep = ({ da, en }: Text): Text => ({ da: `Fortrudt: ${da}`, en: `Undone: ${en}` });
export const redidStep = ({ da, en }: Text): Text => ({ da: `Gjort igen: ${da}`, en: `Done again: ${en}` });
export const wentToStep = ({ da, en }: Text): Text => ({
  da: `Forslaget er som efter: ${da}`,
  en: `The proposal is as after: ${en}`,
});

export const staysOpen = (title: Said): Text => ({
  da: `»${saidIn(title, "da")}« er åbent i et andet vindue og blev derfor ikke slettet.`,
  en: `“${saidIn(title, "en")}” is open in another window and was therefore not deleted.`,
});

const OWN_NUMBER = /^Eget forslag (\d+)$/;

/** A name for one more proposal, whose number none of the others has. */
export function freshTitle(titles: readonly Said[]): Text {
  const taken = titles.map((title) => Number(OWN_NUMBER.exec(saidIn(title, "da"))?.[1] ?? 0));
  const number = Math.max(0, ...taken) + 1;
  return { da: `Eget forslag ${number}`, en: `Own proposal ${number}` };
}

/** A title as a file's name. */
export const fileName = (title: Said): string =>
  saidIn(title, "da")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "") || "forslag";

/** What a step did, in words; steps of other programs may have none. */
export function noteOf({ note }: Edit): Text {
  if (note === undefined) return { da: "Ændring", en: "Change" };
  return typeof note === "string" ? { da: note, en: note } : note;
}

/** Why a file is not read at all; both in bytes. */
export const tooLarge = (size: number, most: number): Text => ({
  da: `Den fylder ${Math.ceil(size / 1e6)} MB, og siden kan åbne filer på op til ${most / 1e6} MB.`,
  en: `It is ${Math.ceil(size / 1e6)} MB large, and the page can open files of up to ${most / 1e6} MB.`,
});
/** Goes before the reasons why a file is not. */
export const notOpened = (file: string): Text => ({
  da: `Filen ${file} er ikke åbnet.`,
  en: `The file ${file} is not opened.`,
});
