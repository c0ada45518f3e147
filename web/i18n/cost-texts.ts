/** Texts of the register of costs. */
export const daCosts = {
  "costs.open": "Se og ret forudsætningerne",
  "costs.inForce":
    "{count, plural, one {Regnet med én rettet forudsætning} other {Regnet med {text} rettede forudsætninger}}",
  "known.span": "({low} til {high})",
  "replay.title": "Hvor godt modellen har passet før",
  "replay.hits.promises": "{inside} af {of} løfter om penge",
  "replay.hits.outcomes": "{inside} af {of} beløb, der er gjort op",
  "replay.hits.counts": "{inside} af {of} elevtal",
  "replay.waiting": "Regner de tidligere beslutninger igennem …",
  "replay.amounts": "Mio. kr. om året, i priser fra løftets år; minus er en merudgift.",
  "replay.account": "Opgjort {year}: {source}.",
  "replay.others": "Andre løfter, som ikke hører til en af beslutningerne",
} as const;

export const enCosts: Readonly<Record<keyof typeof daCosts, string>> = {
  "costs.open": "See and correct the assumptions",
  "costs.inForce": "{count, plural, one {With one corrected assumption} other {With {text} corrected assumptions}}",
  "known.span": "({low} to {high})",
  "replay.title": "How well the model has fitted before",
  "replay.hits.promises": "{inside} of {of} promises of money",
  "replay.hits.outcomes": "{inside} of {of} amounts accounted for",
  "replay.hits.counts": "{inside} of {of} numbers of pupils",
  "replay.waiting": "Working through the earlier decisions …",
  "replay.amounts": "Million DKK a year, in prices of the promise's year; minus is an extra cost.",
  "replay.account": "Accounts of {year}: {source}.",
  "replay.others": "Other promises, which belong to none of the decisions",
};
