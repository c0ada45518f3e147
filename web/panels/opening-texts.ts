/** Texts of opening a case that is large. */
export const daOpening = {
  "opening.title": "Åbner sagen …",
  "opening.file": "Læser {file}.",
  "opening.share": "Læser {file}. {percent} % er nået.",
  "opening.ways": "Måler vejene fra hjemmene til skolerne.",
  "opening.stop": "Stop",
  "opening.stop.before": "Stopper du, kommer den sag tilbage, der var åben før.",
  "opening.stop.own": "Stopper du, åbnes sidens egen sag.",
} as const;

type OpeningKey = keyof typeof daOpening;

export const enOpening: Readonly<Record<OpeningKey, string>> = {
  "opening.title": "Opening the case …",
  "opening.file": "Reading {file}.",
  "opening.share": "Reading {file}. {percent} % is done.",
  "opening.ways": "Measuring the ways from the homes to the schools.",
  "opening.stop": "Stop",
  "opening.stop.before": "If you stop, the case that was open before comes back.",
  "opening.stop.own": "If you stop, the page’s own case is opened.",
};
