/** Texts for questions and answers that are kept in this browser. */
export const daKept = {
  "saved.title": "Gemte spørgsmål",
  "saved.name": "Giv spørgsmålet et navn",
  "saved.keep": "Gem spørgsmålet",
  "saved.again": "Spørg igen: {name}",
  "saved.change": "Hent, og ret det",
  "saved.remove": "Slet",
  "saved.removed": "»{name}« er slettet.",
  "saved.restore": "Fortryd sletningen",
  "saved.otherData": "Tallene i sagen er ændret, siden spørgsmålet blev gemt. Svaret kan blive et andet.",
  "saved.leftOut":
    "{count, plural, one {Ét krav handler om en skole, der ikke er der mere, og er udeladt.} other {{text} krav handler om skoler, der ikke er der mere, og er udeladt.}}",
  "saved.fault": "Denne browser kan ikke gemme spørgsmål.",
} as const;

export const enKept: Readonly<Record<keyof typeof daKept, string>> = {
  "saved.title": "Saved questions",
  "saved.name": "Give the question a name",
  "saved.keep": "Save the question",
  "saved.again": "Ask again: {name}",
  "saved.change": "Fetch and change it",
  "saved.remove": "Delete",
  "saved.removed": "“{name}” is deleted.",
  "saved.restore": "Undo the deletion",
  "saved.otherData": "The figures of the case have changed since the question was saved. The answer may be another.",
  "saved.leftOut":
    "{count, plural, one {One requirement is about a school that is no longer there, and is left out.} other {{text} requirements are about schools that are no longer there, and are left out.}}",
  "saved.fault": "This browser cannot save questions.",
};
