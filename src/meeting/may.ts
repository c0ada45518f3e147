import type { Act, Ballot } from "../protocol/room-acts.ts";
import { mayDo, type Role, type RoomAction } from "../protocol/room-roles.ts";
import type { HINDRANCES } from "./may-text.ts";
import { type Meeting, readyVote, roleOf, type Vote } from "./meeting.ts";

/** What a seat must be allowed for each act. */
const NEEDS: Readonly<Record<Act["kind"], RoomAction>> = {
  proposal: "propose",
  stage: "lead",
  clock: "lead",
  pause: "lead",
  pen: "lead",
  bring: "lead",
  follow: "lead",
  cursors: "lead",
  role: "invite",
  out: "invite",
  back: "invite",
  link: "invite",
  table: "lead",
  sit: "sit",
  comment: "speak",
  hide: "speak",
  forget: "see",
  version: "propose",
  vote: "lead",
  close: "lead",
  freeze: "pass-on",
  council: "pass-on",
};

const LEADING: readonly RoomAction[] = ["lead", "moderate", "invite", "pass-on"];

/** Whether it takes more than a place in the room to do it. */
export const isLeading = (act: Act): boolean => LEADING.includes(NEEDS[act.kind]);

/** Why something may not be done in a room, as a code; its words stand in {@link HINDRANCES}. */
export type Hindrance = keyof typeof HINDRANCES;

/** A seat, and the role that it was taken with. */
export interface Sitting {
  readonly id: string;
  readonly role: Role;
}

/** What an edit is of: the plan, or nothing but other figures beside its money. */
export type Drawn = "plan" | "claim";

/** Where a meeting draws; what a figure is said to be is part of comparing as well. */
const DRAWN_AT: Readonly<Record<Drawn, readonly NonNullable<Meeting["stage"]>[]>> = {
  plan: ["draw"],
  claim: ["draw", "compare"],
};

/** A change by numbers or by names; of what is assumed its kind before and after. */
interface Changed {
  readonly kind: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

export const drawnBy = (changes: readonly Changed[]): Drawn =>
  changes.length > 0 && changes.every(isClaiming) ? "claim" : "plan";

const isClaiming = ({ kind, from, to }: Changed): boolean =>
  kind === "assumption" && [from, to].every((each) => each === undefined || isClaim(each));

const isClaim = (each: unknown): boolean =>
  typeof each === "object" && each !== null && "kind" in each && each.kind === "claim";

/** What stands in the way of drawing on one of the room's proposals; nothing: `undefined`. */
export function hindersDrawing(
  meeting: Meeting,
  seat: Sitting,
  proposal: string,
  draws: Drawn = "plan",
): Hindrance | undefined {
  const role = roleOf(meeting, seat);
  const found = meeting.proposals.get(proposal);
  if (meeting.out.has(seat.id)) return "out";
  if (!mayDo(role, "draw")) return "role.draw";
  if (!found) return "proposal.unknown";
  if (found.frozen) return "proposal.frozen";
  if (meeting.stage !== null && !DRAWN_AT[draws].includes(meeting.stage)) return "stage";
  if (mayDo(role, "lead")) return undefined;
  if (meeting.isPaused) return "paused";
  if (meeting.pen !== null && meeting.pen !== seat.id) return "pen";
  const tables = [...meeting.tables.values()].filter((each) => each.proposal === proposal);
  const own = meeting.sits.get(seat.id);
  return tables.length > 0 && !tables.some(({ id }) => id === own) ? "table" : undefined;
}

/** As {@link hindersDrawing}, of an act. */
export function hindersAct(meeting: Meeting, seat: Sitting, act: Act): Hindrance | undefined {
  const role = roleOf(meeting, seat);
  // What somebody wrote is theirs to have deleted, also once they are out.
  if (meeting.out.has(seat.id) && !(act.kind === "forget" && act.seat === seat.id)) return "out";
  if (!mayDo(role, NEEDS[act.kind])) return "role.act";
  const isStill = meeting.isPaused && !mayDo(role, "lead");
  if (isStill && (act.kind === "proposal" || act.kind === "version")) return "paused";
  return hindersOf(meeting, seat, role, act);
}

/** What of the room an act needs: that what it names is there, and in a state for it. */
function hindersOf(meeting: Meeting, seat: Sitting, role: Role, act: Act): Hindrance | undefined {
  const { proposals, comments, votes, tables } = meeting;
  const isThere = (proposal: string): Hindrance | undefined =>
    proposals.has(proposal) ? undefined : "proposal.unknown";
  switch (act.kind) {
    case "proposal":
      if (proposals.has(act.proposal)) return "taken";
      return hindersOrigin(meeting, act);
    case "version":
    case "bring":
      return isThere(act.proposal);
    case "table":
      return tables.has(act.table) ? "taken" : isThere(act.proposal);
    case "freeze":
      return proposals.get(act.proposal)?.frozen ? "proposal.frozen" : isThere(act.proposal);
    case "council":
      return proposals.get(act.proposal)?.frozen ? undefined : "proposal.not-frozen";
    case "sit":
      if (act.seat !== undefined && act.seat !== seat.id && !mayDo(role, "lead")) return "role.act";
      return act.table === null || tables.has(act.table) ? undefined : "table.unknown";
    case "comment":
      if (comments.has(act.comment)) return "taken";
      return act.to !== undefined && !comments.has(act.to) ? "comment.unknown" : isThere(act.proposal);
    case "hide": {
      const comment = "comment" in act.what ? comments.get(act.what.comment) : undefined;
      if ("comment" in act.what && (!comment || comment.hidden)) return "comment.unknown";
      return comment?.by === seat.id || mayDo(role, "moderate") ? undefined : "role.act";
    }
    case "forget":
      return act.seat === seat.id ? undefined : "role.act";
    case "vote":
      return votes.has(act.vote) ? "taken" : hindersVote(meeting, act);
    case "close":
      return openVote(meeting, act.vote) ? undefined : "vote.closed";
    case "role":
    case "out":
      // Whoever leads cannot lock everybody out by mistake.
      return act.seat === seat.id ? "self" : undefined;
    case "back":
      return meeting.out.has(act.seat) ? undefined : "not.out";
    case "stage":
    case "clock":
    case "pause":
    case "pen":
    case "follow":
    case "cursors":
    case "link":
      return undefined;
    default:
      return act satisfies never;
  }
}

function hindersVote(meeting: Meeting, { method, options }: Extract<Act, { kind: "vote" }>): Hindrance | undefined {
  if (method === "support" ? options.length !== 1 : options.length < 2) return "vote.options";
  if (new Set(options.map((option) => JSON.stringify(option))).size < options.length) return "vote.twice";
  return options
    .map((option) => (option.kind === "version" ? hindersVersion(meeting, option) : undefined))
    .find((hindrance) => hindrance !== undefined);
}

/** Two are joined, or one is copied; a second alone is nothing. */
function hindersOrigin(meeting: Meeting, { from, joins }: Extract<Act, { kind: "proposal" }>): Hindrance | undefined {
  if (joins && (!from || from.proposal === joins.proposal)) return "version.unknown";
  return (from && hindersVersion(meeting, from)) ?? (joins && hindersVersion(meeting, joins));
}

/** A version is a proposal as it stood after an entry: one that it began with or that came since. */
function hindersVersion(
  { proposals, number: last }: Meeting,
  { proposal, number }: { readonly proposal: string; readonly number: number },
): Hindrance | undefined {
  const found = proposals.get(proposal);
  if (!found) return "proposal.unknown";
  return isBetween(number, found.number, last) ? undefined : "version.unknown";
}

const openVote = ({ votes }: Meeting, id: string): Vote | undefined => {
  const vote = votes.get(id);
  return vote?.result ? undefined : vote;
};

/** What stands in the way of a ballot; the vote may be the one of who is ready. */
export function hindersBallot(
  meeting: Meeting,
  seat: Sitting,
  id: string,
  ballot: Ballot | null,
): Hindrance | undefined {
  if (meeting.out.has(seat.id)) return "out";
  if (!mayDo(roleOf(meeting, seat), "vote")) return "role.vote";
  if (id === readyVote(meeting)) return ballot === null || ballot.length === 0 ? undefined : "vote.ballot";
  const vote = openVote(meeting, id);
  if (!vote) return "vote.closed";
  return ballot === null || isBallotOf(vote, ballot) ? undefined : "vote.ballot";
}

export function isBallotOf({ method, options, dots }: Vote, ballot: Ballot): boolean {
  switch (method) {
    case "support":
      return ballot.length === 1 && ballot[0] <= 1;
    case "dots":
      return (
        ballot.length === options.length &&
        isBetween(
          ballot.reduce((sum, each) => sum + each, 0),
          1,
          dots,
        )
      );
    case "ranked":
      return ballot.length > 0 && new Set(ballot).size === ballot.length && ballot.every((at) => at < options.length);
    default:
      return method satisfies never;
  }
}

const isBetween = (count: number, least: number, most: number): boolean => count >= least && count <= most;
