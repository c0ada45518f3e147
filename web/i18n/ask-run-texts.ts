/** Texts while a question is searched. */
export const daAskRun = {
  "run.working": "Computeren leder. Der er gået {count, plural, one {ét sekund} other {{text} sekunder}}.",
  "run.found": "Bedst indtil nu: {value}",
  "run.merged": "{done} af {all} mulige distrikter er regnet igennem.",
  "run.bound": "Kan ikke blive bedre end: {value}",
  "run.gap": "Højst {percent} % fra det bedst mulige",
  "run.stop": "Stop, og behold det bedste",
  "run.stopNow": "Stop",
  "run.has": "Der er fundet et svar. Computeren leder efter et bedre.",
  "run.stopping": "Stopper …",
};

export const enAskRun: Readonly<Record<keyof typeof daAskRun, string>> = {
  "run.working": "The computer is searching. {count, plural, one {One second has} other {{text} seconds have}} gone.",
  "run.found": "Best so far: {value}",
  "run.merged": "{done} of {all} possible districts are worked out.",
  "run.bound": "Cannot be better than: {value}",
  "run.gap": "At most {percent} % from the best possible",
  "run.stop": "Stop, and keep the best",
  "run.stopNow": "Stop",
  "run.has": "There is an answer. The computer is looking for a better one.",
  "run.stopping": "Stopping …",
};
