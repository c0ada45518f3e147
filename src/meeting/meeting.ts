import type {
  Act,
  Anchor,
  CursorRule,
  CouncilState,
  RoomView,
  Stage,
  Tone,
  VoteMethod,
  VoteOption,
  VoteResult,
} from "../protocol/room-acts.ts";
import type { ActEntry, Entry } from "../protocol/room.ts";
import { mayDo, type Role } from "../protocol/room-roles.ts";
import { type Clock, clockGoingOn, clockSet, clockStopped, NO_CLOCK } from "./clock.ts";

/** A proposal as it stood after an entry of the room's. */
export interface Version {
  readonly proposal: string;
  readonly number: number;
}

/** A proposal of a room: what is said of it beside what is drawn. */
export interface RoomProposal {
  readonly id: string;
  /** Of the entry that it began with. */
  readonly number: number;
  /** Seat that began it, and when, ISO 8601. */
  readonly by: string;
  readonly at: string;
  /** The room's own that it goes on from. */
  readonly from?: Version;
  /** Another that is joined with that one in it; without one it is a copy. */
  readonly joins?: Version;
  readonly versions: readonly NamedVersion[];
  /** Passed on to the council: it is not drawn on any more. */
  readonly frozen?: Frozen;
}

interface NamedVersion {
  /** The room's last entry that is in it. */
  readonly number: number;
  readonly name: string;
  readonly by: string;
  readonly at: string;
}

export interface Frozen {
  readonly number: number;
  readonly at: string;
  readonly dissent: string;
  readonly states: readonly { readonly state: CouncilState; readonly text: string; readonly at: string }[];
}

export interface Comment {
  readonly id: string;
  readonly number: number;
  readonly by: string;
  readonly at: string;
  readonly proposal: string;
  readonly tone: Tone;
  readonly on?: Anchor;
  readonly to?: string;
  /** "" once it is hidden. */
  readonly text: string;
  readonly hidden?: { readonly by: string; readonly reason: string };
}

export interface Vote {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly title: string;
  readonly method: VoteMethod;
  readonly options: readonly VoteOption[];
  /** To spread, where it is by dots. */
  readonly dots: number;
  /** Once it is closed. */
  readonly result?: VoteResult;
  readonly closed?: string;
}

/** Votes that are not closed, in the order they were begun. */
export const openVotes = ({ votes }: Pick<Meeting, "votes">): readonly Vote[] =>
  [...votes.values()].filter(({ result }) => !result);

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly proposal: string;
}

/** Everything in a room but what is drawn: a fold of its acts. Nothing in it is changed in place. */
export interface Meeting extends Clock {
  /** Of the room's last entry. */
  readonly number: number;
  readonly stage: Stage | null;
  /** When the stage began: who is ready is asked anew by then. */
  readonly stageNumber: number;
  readonly isPaused: boolean;
  /** Seat that alone draws, beside those who lead. */
  readonly pen: string | null;
  /** Seat that everybody's map goes along with. */
  readonly follows: string | null;
  /** Whose cursors are seen on the map. */
  readonly cursors: CursorRule;
  /** What everybody was shown last. */
  readonly shown?: RoomView & { readonly number: number };
  /** Roles that were given to seats since they were taken. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Seats that were sent out. */
  readonly out: ReadonlySet<string>;
  /** Roles whose link was withdrawn. */
  readonly closedLinks: ReadonlySet<Role>;
  readonly tables: ReadonlyMap<string, Table>;
  /** Table by seat. */
  readonly sits: ReadonlyMap<string, string>;
  readonly proposals: ReadonlyMap<string, RoomProposal>;
  readonly comments: ReadonlyMap<string, Comment>;
  readonly votes: ReadonlyMap<string, Vote>;
}

export const EMPTY_MEETING: Meeting = {
  number: 0,
  stage: null,
  stageNumber: 0,
  ...NO_CLOCK,
  isPaused: false,
  pen: null,
  follows: null,
  cursors: "few",
  roles: new Map(),
  out: new Set(),
  closedLinks: new Set(),
  tables: new Map(),
  sits: new Map(),
  proposals: new Map(),
  comments: new Map(),
  votes: new Map(),
};

/** After one more entry; what is drawn changes nothing of it but how many there are. */
export const afterEntry = (meeting: Meeting, entry: Entry): Meeting => ({
  ...meeting,
  ...("act" in entry && changeOf(meeting, entry.act, entry)),
  number: entry.number,
});

const put = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> =>
  new Map([...map, [key, value]]);

const without = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> =>
  new Map([...map].filter(([each]) => each !== key));

const clockOf = ({ isPaused }: Meeting, minutes: number | null, at: string): Clock =>
  clockSet(minutes, at, isPaused ? "later" : "now");

function changeOf(meeting: Meeting, act: Act, entry: ActEntry): Partial<Meeting> {
  const { by, at, number } = entry;
  switch (act.kind) {
    case "proposal":
    case "version":
    case "freeze":
    case "council":
      return { proposals: proposalsAfter(meeting, act, entry) };
    case "stage":
      return { stage: act.stage, stageNumber: number, ...clockOf(meeting, act.minutes, at) };
    case "clock":
      return clockOf(meeting, act.minutes, at);
    case "pause":
      return { isPaused: act.on, ...(act.on ? clockStopped : clockGoingOn)(meeting, at) };
    case "pen":
      return { pen: act.seat };
    case "bring": {
      const { kind: _, ...view } = act;
      return { shown: { ...view, number } };
    }
    case "follow":
      return { follows: act.on ? by : null };
    case "cursors":
      return { cursors: act.rule };
    case "role":
      return {
        ...(!mayDo(act.role, "draw") && withoutPen(meeting, act.seat)),
        ...(!mayDo(act.role, "lead") && withoutFollowers(meeting, act.seat)),
        roles: put(meeting.roles, act.seat, act.role),
      };
    case "out":
      return {
        ...withoutPen(meeting, act.seat),
        ...withoutFollowers(meeting, act.seat),
        out: new Set([...meeting.out, act.seat]),
      };
    case "back":
      return { out: new Set([...meeting.out].filter((seat) => seat !== act.seat)) };
    case "link":
      return {
        closedLinks: new Set(
          act.isOpen
            ? [...meeting.closedLinks].filter((role) => role !== act.role)
            : [...meeting.closedLinks, act.role],
        ),
      };
    case "table":
      return { tables: put(meeting.tables, act.table, { id: act.table, name: act.name, proposal: act.proposal }) };
    case "sit": {
      const { table, seat = by } = act;
      return { sits: table === null ? without(meeting.sits, seat) : put(meeting.sits, seat, table) };
    }
    case "comment": {
      const { comment: id, proposal, tone, text } = act;
      const { on, to } = act;
      const said: Comment = {
        id,
        number,
        by,
        at,
        proposal,
        tone,
        text,
        ...(on && { on }),
        ...(to !== undefined && { to }),
      };
      return { comments: put(meeting.comments, id, said) };
    }
    case "hide":
      return "comment" in act.what
        ? { comments: commentsWithout(meeting, act.what.comment, { by, reason: act.reason }) }
        : {};
    case "forget":
      return { comments: commentsWithoutThoseOf(meeting, act.seat) };
    case "vote": {
      const { vote: id, title, method, options, dots = DOTS } = act;
      return { votes: put(meeting.votes, id, { id, by, at, title, method, options, dots }) };
    }
    case "close": {
      const vote = meeting.votes.get(act.vote);
      return vote && act.result
        ? { votes: put(meeting.votes, vote.id, { ...vote, result: act.result, closed: at }) }
        : {};
    }
    default:
      return act satisfies never;
  }
}

const withoutPen = ({ pen }: Meeting, seat: string): Partial<Meeting> => (pen === seat ? { pen: null } : {});

const withoutFollowers = ({ follows }: Meeting, seat: string): Partial<Meeting> =>
  follows === seat ? { follows: null } : {};

/** Dots that everybody has, where a vote does not say. */
const DOTS = 3;

function commentsWithout({ comments }: Meeting, id: string, hidden: NonNullable<Comment["hidden"]>) {
  const comment = comments.get(id);
  return comment ? put(comments, id, { ...comment, text: "", hidden }) : comments;
}

const commentsWithoutThoseOf = ({ comments }: Meeting, seat: string): Meeting["comments"] =>
  new Map(
    [...comments].map(([id, comment]) => {
      if (comment.by !== seat) return [id, comment];
      const { on: _, ...rest } = comment;
      return [id, { ...rest, text: "", hidden: rest.hidden ?? { by: seat, reason: "" } }];
    }),
  );

type OfProposal = Extract<Act, { readonly kind: "proposal" | "version" | "freeze" | "council" }>;

function proposalsAfter({ proposals }: Meeting, act: OfProposal, { by, at, number }: ActEntry) {
  if (act.kind === "proposal") {
    const { proposal: id, from, joins } = act;
    return put(proposals, id, { id, number, by, at, versions: [], ...(from && { from }), ...(joins && { joins }) });
  }
  const proposal = proposals.get(act.proposal);
  if (!proposal) return proposals;
  return put(proposals, proposal.id, { ...proposal, ...proposalAfter(proposal, act, { by, at, number }) });
}

function proposalAfter(
  { versions, frozen }: RoomProposal,
  act: Exclude<OfProposal, { readonly kind: "proposal" }>,
  { by, at, number }: Pick<ActEntry, "by" | "at" | "number">,
): Partial<RoomProposal> {
  switch (act.kind) {
    case "version":
      return { versions: [...versions, { number, name: act.name, by, at }] };
    case "freeze":
      return { frozen: { number, at, dissent: act.dissent, states: [] } };
    case "council":
      return frozen
        ? { frozen: { ...frozen, states: [...frozen.states, { state: act.state, text: act.text, at }] } }
        : {};
    default:
      return act satisfies never;
  }
}

/** The role that a seat has by now. */
export const roleOf = ({ roles }: Meeting, seat: { readonly id: string; readonly role: Role }): Role =>
  roles.get(seat.id) ?? seat.role;

/**
 * The number of the stage as a vote of its own: who is ready is counted like a ballot, and asked anew at each stage. No vote that anybody
 * begins can be called so.
 */
export const readyVote = ({ stageNumber }: Meeting): string => `ready:${stageNumber}`;
