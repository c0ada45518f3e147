/** A sweep file: a question under the circumstances that `parts` names. */
export const sweepOf = (question: object, parts: object) => ({
  format: "skoledistrikt-sweep",
  version: 1,
  question: { format: "skoledistrikt-question", version: 1, ...question },
  ...parts,
});

/** A question that takes a few hundredths of a second in a case of four districts. */
export const INTO_TWO = { kind: "consolidate", districts: 2, policy: "nearest" } as const;
export const BY_WAYS = { ...INTO_TWO, sort: "pupil-kilometres" } as const;
