/**
 * How much one message, one seat and one room may hold: the one table of it. Bytes are of UTF-8, lengths are counted as JavaScript counts
 * them. What is over a limit is refused whole and by name; nothing is cut short.
 */
export const ROOM_LIMITS = {
  /** What a seat is called, and a room. */
  seatName: 40,
  title: 120,
  /** A question or a reason, what those against a proposal say, and why something written was deleted. */
  text: 2000,
  reason: 200,
  /** Ids that pages make, and those of schools and measures of a case. */
  id: 60,
  caseId: 120,
  /** Any one text within an edit: a note, a name, a proposal's reason. */
  editText: 4000,
  /** Any one list within an edit; the largest is of units. */
  editList: 60_000,
  /** Steps of one edit. */
  changes: 5000,
  options: 12,
  dots: 20,
  /** Of one vote: more than a room has seats that vote. */
  ballots: 10_000,
  minutes: 600,
  /** One edit: all of a large case's units named once by grades. */
  editBytes: 2_000_000,
  /** One act that puts no proposal into the room. */
  actBytes: 20_000,
  /** A proposal with all that was drawn in it. */
  proposalBytes: 4_000_000,
  /** Windows that one seat has open at once. */
  sockets: 4,
  /** What of one seat's waits for an answer at once. */
  unanswered: 20,
  /** Who watches a room at once, and how many of them are named. */
  watching: 500,
  watchingNamed: 50,
  /** Where somebody points on the map. */
  cursorBytes: 200,
  /** Where more people are in a room, cursors are shown only if whoever leads wants it. */
  withCursors: 10,
  /** Days that a link lets anybody in, at most, and where whoever makes the room says nothing: the evening, and time to draw on at home. */
  linkDays: 365,
  usualLinkDays: 14,
  /** Seats that a room has ever had. */
  seats: 20_000,
  /** A room's whole log; the last twentieth is for those who lead, so that a full room can still be ended well. */
  roomEntries: 200_000,
  roomBytes: 200_000_000,
} as const;

/** The largest message that is read at all: one that is a little too large still gets its refusal. */
export const LARGEST_MESSAGE = ROOM_LIMITS.proposalBytes + 200_000;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether where somebody points is told in few enough bytes. */
export const isSmallCursor = (cursor: object): boolean => bytesOf(JSON.stringify(cursor)) <= ROOM_LIMITS.cursorBytes;

/** What of a message its size is asked of. */
type Sized = { readonly edit: unknown } | { readonly act: unknown } | { readonly file: unknown };

/** Whether something sent, as it came, is more than may be looked at one by one. */
export function isTooLarge(sent: Sized): boolean {
  const isProposal = "file" in sent || ("act" in sent && isProposalAct(sent.act));
  const { editBytes, actBytes, proposalBytes } = ROOM_LIMITS;
  const most = isProposal ? proposalBytes : "edit" in sent ? editBytes : actBytes;
  return isTooLong(sent, DEEPEST) || bytesOf(JSON.stringify(sent)) > most;
}

const isProposalAct = (act: unknown): boolean =>
  typeof act === "object" && act !== null && "kind" in act && act.kind === "proposal";

/** Strokes of a file stand in long texts of their own, which the file's size bounds. */
const PACKED = "strokes";
/** Nothing that a page sends lies deeper within itself. */
const DEEPEST = 30;

function isTooLong(value: unknown, depth: number): boolean {
  if (typeof value === "string") return value.length > ROOM_LIMITS.editText;
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value))
    return value.length > ROOM_LIMITS.editList || value.some((each) => isTooLong(each, depth - 1));
  return Object.entries(value).some(
    ([key, each]) => key !== PACKED && (isTooMuch(key, each) || isTooLong(each, depth - 1)),
  );
}

const isTooMuch = (key: string, each: unknown): boolean =>
  key === "changes" && Array.isArray(each) && each.length > ROOM_LIMITS.changes;

/** How often something may be done: so many times at once, and so many a second from then on. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export const ROOM_RATES = {
  /** Edits, acts and ballots of one seat: what was drawn offline comes all at once. */
  sent: { burst: 200, perSecond: 50 },
  /** Words of any kind on one line; who says more is cut off. */
  words: { burst: 600, perSecond: 150 },
  /** Where somebody points, on one line: what is over it is dropped. */
  cursor: { burst: 5, perSecond: 10 },
  /** Questions by one link what its room is called: each page that comes asks once, before a seat is taken. */
  atDoor: { burst: 100, perSecond: 3 },
  /** Seats taken by one link: a hall of a hundred joins at once, two hundred in a minute or so, and nobody takes all that draw before it is seen. */
  joined: { burst: 100, perSecond: 1.5 },
  /** One seat's coming back, and its new links. */
  cameBack: { burst: 60, perSecond: 1 },
  relinked: { burst: 20, perSecond: 0.2 },
  /** Portions of what is long past, of one seat: the longest room has ten, and it may be open in some windows. */
  past: { burst: 60, perSecond: 1 },
} as const satisfies Readonly<Record<string, Rate>>;

/**
 * How often a server says over each line that it is there, milliseconds: a page that hears neither that nor anything else for twice as long,
 * and a moment, says that the line is away.
 */
export const HEARTBEAT = 4000;

/** Of fewer ballots no result is told: it would tell who voted what. */
export const FEWEST_DECIDED = 3;
