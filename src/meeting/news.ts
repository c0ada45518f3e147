import type { ActEntry, OwnBallot } from "../protocol/room.ts";
import { type Meeting, openVotes, type Vote } from "./meeting.ts";

/** How far somebody has read in a room, by numbers of its entries. */
export interface ReadUpTo {
  /** What is done beside what is said of proposals. */
  readonly meeting: number;
  /** What is said of a proposal, by proposal; of one that is not named here: up to `meeting` when one came. */
  readonly talk: ReadonlyMap<string, number>;
  /** When one came: what was there before is not new. */
  readonly came: number;
}

/** What in a room somebody has not seen yet, of what others did. */
export interface News {
  /** Open votes without a ballot of one's own, the latest first; none for whoever has no vote. */
  readonly votes: readonly Vote[];
  /** How many comments, by proposal. */
  readonly talk: ReadonlyMap<string, number>;
  /** Proposals that were put into the room or passed on, and votes that were counted. */
  readonly others: number;
}

interface Known {
  readonly meeting: Meeting;
  readonly acts: readonly ActEntry[];
  readonly ballots: readonly OwnBallot[];
  readonly seat: string;
  readonly mayVote: boolean;
}

const OTHERS: ReadonlySet<ActEntry["act"]["kind"]> = new Set(["proposal", "freeze", "council", "close"]);

export function newsOf({ meeting, acts, ballots, seat, mayVote }: Known, read: ReadUpTo): News {
  const voted = new Set(ballots.flatMap(({ vote, ballot }) => (ballot === null ? [] : [vote])));
  const open = openVotes(meeting).filter(({ id }) => !voted.has(id));
  const talk = new Map<string, number>();
  for (const { by, number, proposal, hidden } of meeting.comments.values())
    if (by !== seat && !hidden && number > (read.talk.get(proposal) ?? read.came))
      talk.set(proposal, (talk.get(proposal) ?? 0) + 1);
  const others = acts.filter(({ by, number, act }) => number > read.meeting && by !== seat && OTHERS.has(act.kind));
  return { votes: mayVote ? open.toReversed() : [], talk, others: others.length };
}

export const countNews = ({ votes, talk, others }: News): number =>
  votes.length + others + [...talk.values()].reduce((sum, each) => sum + each, 0);
