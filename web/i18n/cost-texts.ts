/** Texts of the register of costs. */
export const daCosts = {
  "costs.open": "Se og ret forudsætningerne",
  "costs.rests": "Hvad hviler tallet på?",
  "costs.inForce":
    "{count, plural, one {Regnet med én rettet forudsætning} other {Regnet med {text} rettede forudsætninger}}",
  "known.span": "({low} til {high})",
  "replay.title": "Hvor godt modellen har passet før",
  "replay.hits.promises": "{inside} af {of} løfter om penge",
  "replay.hits.outcomes": "{inside} af {of} beløb, der er gjort op",
  "replay.hits.counts": "{inside} af {of} elevtal",
} as const;

export const enCosts: Readonly<Record<keyof typeof daCosts, string>> = {
  "costs.open": "See and correct the assumptions",
  "costs.rests": "What does the figure rest on?",
  "costs.inForce": "{count, plural, one {With one corrected assumption} other {With {text} corrected assumptions}}",
  "known.span": "({low} to {high})",
  "replay.title": "How well the model has fitted before",
  "replay.hits.promises": "{inside} of {of} promises of money",
  "replay.hits.outcomes": "{inside} of {of} amounts accounted for",
  "replay.hits.counts": "{inside} of {of} numbers of pupils",
};
