import { catalogue, filledText, type Text } from "../../src/index.ts";

/** What a file says it is; "other" where it says nothing that the page knows. */
type FileKind = "proposal" | "plan" | "question" | "council" | "paper" | "case" | "other";

const KINDS: ReadonlyMap<unknown, FileKind> = new Map(
  (["proposal", "plan", "question", "council", "paper", "case"] as const).map((kind) => [
    `skoledistrikt-${kind}`,
    kind,
  ]),
);

export function kindOf(text: string): FileKind {
  try {
    const read: unknown = JSON.parse(text);
    const format = typeof read === "object" && read !== null && "format" in read ? read.format : undefined;
    return KINDS.get(format) ?? "other";
  } catch {
    return "other";
  }
}

/** Why a file is not opened beside the case that is open, which stays as it is; what is no text of ours is read as a proposal, and refused with its place. */
export const NOT_BESIDE: Text = catalogue("web.opened-file.notBeside", {
  da: "Filen er en del af en sag. Slip hele sagens mappe på siden for at åbne den. Alt er, som det var.",
  en: "The file is one part of a case. Drop the case’s whole folder on the page to open it. All is as it was.",
});

export const PLAN_OPENED: Text = catalogue("web.opened-file.planOpened", {
  da: "Planen er åbnet som jeres eget forslag. Se den her, eller tegn videre på den; filen er, som den var.",
  en: "The plan is opened as a proposal of your own. Look at it here, or draw on from it; the file is as it was.",
});

/** Of a code that closes schools. */
export const CODE_OPENED: Text = catalogue("web.opened-file.codeOpened", {
  da: "Koden fortæller kun, hvilke skoler der lukker eller skifter distrikt. Siden finder selv en skole til dem, der mangler en.",
  en: "The code only tells which schools close or change district. The page itself finds a school for those who lack one.",
});

export const LIST_NOT_MADE: Text = catalogue("web.opened-file.listNotMade", {
  da: "Koden begynder fra en plan på en liste, som ikke kunne regnes ud. Indlæs siden igen, og skriv koden en gang til.",
  en: "The code starts from a plan of a list that could not be computed. Load the page again, and type the code once more.",
});

export const COUNCIL_OPENED: Text = catalogue("web.opened-file.councilOpened", {
  da: "Forslaget til byrådet er åbnet som et forslag her.",
  en: "The proposal for the council is opened as a proposal here.",
});

export const PAPER_OPENED: Text = catalogue("web.opened-file.paperOpened", {
  da: "Planen i sagsfremstillingen er åbnet som et forslag her.",
  en: "The plan of the council paper is opened as a proposal here.",
});

export const COUNCIL_CUT: Text = catalogue("web.opened-file.councilCut", {
  da: "Filen siger, at den er et forslag til byrådet eller tal fra en sagsfremstilling, men den kan ikke læses. Hent den igen.",
  en: "The file says that it is a proposal for the council or the figures of a council paper, but it cannot be read. Get it again.",
});

export const WRITTEN_BY_NEWER: Text = catalogue("web.opened-file.writtenByNewer", {
  da: "Filen er lavet af et nyere program end det her. Genindlæs siden, og åbn filen igen.",
  en: "The file was made by a newer program than this one. Load the page again, and open the file once more.",
});

/** All that the page opens, in one sentence: whatever is refused is refused with it. */
const CAN_OPEN: Text = catalogue("web.opened-file.canOpen", {
  da: "Siden kan åbne en sag, som er en hel mappe med case.json og tabeller, eller én fil med et forslag, en plan, et spørgsmål til computeren, et forslag til byrådet, tallene fra en sagsfremstilling eller referatet fra et rum.",
  en: "The page can open a case, which is a whole folder with case.json and tables, or one file with a proposal, a plan, a question to the computer, a proposal for the council, the figures of a council paper or the minutes of a room.",
});

/** Of a file that says nothing that the page knows. */
const MADE_ELSEWHERE: Text = catalogue("web.opened-file.madeElsewhere", {
  da: "Den er ikke lavet her. {canOpen}",
  en: "It was not made here. {canOpen}",
});
export const NOT_OURS: Text = filledText(MADE_ELSEWHERE, { canOpen: CAN_OPEN });

/** Of several files or a folder that are no case. */
const CANNOT_OPEN: Text = catalogue("web.opened-file.cannotOpen", {
  da: "Det kan siden ikke åbne; alt er, som det var. {canOpen}",
  en: "The page cannot open that; all is as it was. {canOpen}",
});
export const NO_CASE: Text = filledText(CANNOT_OPEN, { canOpen: CAN_OPEN });

/** Whether a text holds nothing that a file of ours does; one that was cut short still does. */
export const isNotOurs = (text: string): boolean => kindOf(text) === "other" && !text.includes("skoledistrikt-");

export const NOT_CHECKED: Text = catalogue("web.opened-file.notChecked", {
  da: "Tallene er ikke regnet efter endnu, for siden er ved at åbne sagen. Slip filen her igen om lidt.",
  en: "The figures have not been worked out anew yet, for the page is opening the case. Drop the file here again in a moment.",
});
