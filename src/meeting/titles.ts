import type { Said } from "../domain/language.ts";
import type { Entry, Titled } from "../protocol/room.ts";

/** What entries call the room's proposals, in order; `begun`: what one of them is called that an entry begins. */
export function titlesOf(entries: readonly Entry[], begun: (proposal: string) => Said | undefined): readonly Titled[] {
  return entries.flatMap((entry): Titled[] => {
    const { number } = entry;
    if ("act" in entry) {
      const { act, by, at } = entry;
      const title = act.kind === "proposal" ? begun(act.proposal) : undefined;
      return act.kind === "proposal" && title !== undefined ? [{ proposal: act.proposal, number, by, at, title }] : [];
    }
    const { proposal, edit } = entry;
    const { by, at } = edit;
    return edit.changes.flatMap((change): Titled[] =>
      change.kind === "text" && JSON.stringify(change.from.title) !== JSON.stringify(change.to.title)
        ? [{ proposal, number, by, at, title: change.to.title }]
        : [],
    );
  });
}

/** What a proposal was called after an entry of the room's; `undefined` where it had not begun. */
export const titleAt = (titles: readonly Titled[], proposal: string, number: number): Said | undefined =>
  titles.findLast((each) => each.proposal === proposal && each.number <= number)?.title;
