import type { StoredProposal } from "./proposal.ts";

/** Deleted proposals can be brought back for so many days, and so many of them at most. */
export const SET_ASIDE = { days: 30, most: 20 } as const;

const DAY = 24 * 60 * 60 * 1000;

interface Kept<Each> {
  /** Those that are drawn on, the first begun first. */
  readonly here: readonly Each[];
  /** Those that were deleted and can be brought back, the last deleted last. */
  readonly aside: readonly Each[];
  /** Those that go for good. */
  readonly gone: readonly Each[];
}

/** What becomes of the proposals that a browser has kept, at a time in milliseconds. */
export function keptAt<Each extends Pick<StoredProposal, "begun" | "removed">>(
  all: readonly Each[],
  now: number,
): Kept<Each> {
  const removed = all
    .filter((each) => each.removed !== undefined)
    .toSorted((a, b) => (b.removed ?? "").localeCompare(a.removed ?? ""));
  const isKept = (each: Each, place: number): boolean =>
    place < SET_ASIDE.most && now - Date.parse(each.removed ?? "") <= SET_ASIDE.days * DAY;
  const aside = removed.filter(isKept).toReversed();
  return {
    here: all.filter((each) => each.removed === undefined).toSorted((a, b) => a.begun.localeCompare(b.begun)),
    aside,
    gone: removed.filter((each) => !aside.includes(each)),
  };
}
