/** Texts for what a council is handed of a room's proposal. */
export const daCouncil = {
  "council.title": "Til byrådet",
  "council.passedOn": "»{title}« blev låst og gjort klar til byrådet {at}, som det var efter skridt {number} i rummet.",
  "council.text":
    "Siden kan læses og printes uden programmet og viser kort, ændringer, tal, begrundelser, afstemninger, og hvad der siden er sket. Filen kan enhver åbne her på siden og få alle tal efterregnet.",
  "council.hash": "Kvittering, som står på siden og i filen:",
  "council.page": "Hent siden til byrådet",
  "council.file": "Hent filen, så tallene kan efterregnes",
  "council.fileName": "byraadet",
  "council.working": "Regner …",
  "council.failed": "Tallene kan ikke regnes ud endnu, fordi sagen er ved at blive åbnet. Prøv igen om et øjeblik.",
} as const;

export const enCouncil: Readonly<Record<keyof typeof daCouncil, string>> = {
  "council.title": "For the council",
  "council.passedOn":
    "“{title}” was locked and made ready for the council {at}, as it was after step {number} of the room.",
  "council.text":
    "The page can be printed and read without the program: map, figures, reasons, votes and what has come of it. Anybody can open the file here and have all figures worked out anew.",
  "council.hash": "Receipt, which stands on the page and in the file:",
  "council.page": "Get the page for the council",
  "council.file": "Get the file to check",
  "council.fileName": "council",
  "council.working": "Computing …",
  "council.failed": "The figures could not be computed yet, because the case is being opened. Try again in a moment.",
};
