/** Texts for whose idea something in a proposal is. */
export const daWhose = {
  "whose.drawn": "Tegnet {at}.",
  "whose.drawn.by": "Tegnet {at} af {name}.",
  "whose.before": "Før: {school}.",
  "whose.changed": "Ændret {at}.",
  "whose.changed.by": "Ændret {at} af {name}.",
  "whose.claimed": "Sagt {at}.",
  "whose.claimed.by": "Sagt {at} af {name}.",
} as const;

export const enWhose: Readonly<Record<keyof typeof daWhose, string>> = {
  "whose.drawn": "Drawn {at}.",
  "whose.drawn.by": "Drawn {at} by {name}.",
  "whose.before": "Before: {school}.",
  "whose.changed": "Changed {at}.",
  "whose.changed.by": "Changed {at} by {name}.",
  "whose.claimed": "Said {at}.",
  "whose.claimed.by": "Said {at} by {name}.",
};
