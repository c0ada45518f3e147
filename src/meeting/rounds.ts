import { catalogue, filled, inBoth, type Text } from "../domain/language.ts";
import type { VoteResult } from "../protocol/room-acts.ts";

const SAID = catalogue("meeting.rounds", {
  count: { da: "{count}. optælling: {line}", en: "Count {count}: {line}" },
  countAndOut: { da: "{count}. optælling: {line}. Udgår: {left}", en: "Count {count}: {line}. Out: {left}" },
});

/** How an order of preference was counted, a line a count: first places of the options that were still in, and which went out. `names`: of the options. */
export function roundWords(rounds: NonNullable<VoteResult["rounds"]>, names: readonly Text[]): readonly Text[] {
  const gone = new Set<number>();
  return rounds.map(({ first, out }, i) => {
    const still = first.flatMap((votes, at) => (gone.has(at) ? [] : [{ at, votes }]));
    for (const at of out) gone.add(at);
    const line = inBoth((language) => still.map(({ at, votes }) => `${names[at][language]} ${votes}`).join(", "));
    const left = inBoth((language) => out.map((at) => names[at][language]).join(", "));
    return filled(out.length === 0 ? SAID.count : SAID.countAndOut, { count: i + 1, line, left });
  });
}
