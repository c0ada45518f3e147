import type { Comment, Meeting } from "./meeting.ts";

/** Something said of a proposal; `of`: the one it was said of, where that is one of those that this was joined from. */
export interface SaidOf {
  readonly comment: Comment;
  readonly of?: string;
  /** It was said of that one after it was joined with another: what it had become by then may be no part of this. */
  readonly since?: true;
}

/** All that is said of a proposal: of itself, and of the two that it was joined from, whatever those were joined from too. */
export function saidOf(meeting: Pick<Meeting, "proposals" | "comments">, proposal: string): readonly SaidOf[] {
  const until = sourcesOf(meeting, proposal);
  return [...meeting.comments.values()].flatMap((comment): SaidOf[] => {
    if (comment.proposal === proposal) return [{ comment }];
    const last = until.get(comment.proposal);
    if (last === undefined) return [];
    return [{ comment, of: comment.proposal, ...(comment.number > last && { since: true }) }];
  });
}

/** The proposals that one was joined from, each with the last entry that it took part with. */
function sourcesOf({ proposals }: Pick<Meeting, "proposals">, proposal: string): ReadonlyMap<string, number> {
  const until = new Map<string, number>();
  const take = (key: string): void => {
    const { from, joins } = proposals.get(key) ?? {};
    if (!from || !joins) return;
    for (const { proposal: source, number } of [from, joins]) {
      const known = until.get(source);
      if (known !== undefined && known >= number) continue;
      until.set(source, number);
      take(source);
    }
  };
  take(proposal);
  return until;
}
