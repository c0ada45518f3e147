/** Texts for the big screen of a room. */
export const daScreen = {
  "screen.now.none": "Alle kan tegne.",
  "screen.now.look": "Se på kortet og tallene.",
  "screen.now.priorities": "Hvad er vigtigst for jer? Afstemningen begynder om lidt.",
  "screen.now.priorities.open": "Hvad er vigtigst for jer? Stem nu på telefonen.",
  "screen.now.priorities.closed": "Afstemningen er lukket.",
  "screen.now.draw": "Nu tegnes der.",
  "screen.now.compare": "Se forslagene ved siden af hinanden.",
  "screen.now.decide": "Afstemningen begynder om lidt.",
  "screen.now.decide.open": "Stem nu på telefonen.",
  "screen.now.decide.closed": "Afstemningen er lukket.",
  "screen.away": "Forbindelsen er væk. Det viste kan være ændret siden.",
  "screen.changed": "elever skifter skole",
  "screen.in": "Scan koden for at være med på {address}",
} as const;

export const enScreen: Readonly<Record<keyof typeof daScreen, string>> = {
  "screen.now.none": "Everybody can draw.",
  "screen.now.look": "Look at the map and the figures.",
  "screen.now.priorities": "What matters most to you? The vote begins in a moment.",
  "screen.now.priorities.open": "What matters most to you? Vote now on the phone.",
  "screen.now.priorities.closed": "The vote is closed.",
  "screen.now.draw": "Now is the time to draw.",
  "screen.now.compare": "Look at the proposals beside each other.",
  "screen.now.decide": "The vote begins in a moment.",
  "screen.now.decide.open": "Vote now on the phone.",
  "screen.now.decide.closed": "The vote is closed.",
  "screen.away": "The connection is gone. What is shown may have changed since.",
  "screen.changed": "pupils change school",
  "screen.in": "Scan the code to join at {address}",
};
