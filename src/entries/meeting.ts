/** What is done in a room beside drawing. */
export {
  afterEntry,
  type Comment,
  EMPTY_MEETING,
  type Frozen,
  type Meeting,
  openVotes,
  readyVote,
  roleOf,
  type RoomProposal,
  type Table,
  type Version,
  type Vote,
} from "../meeting/meeting.ts";
export { maySeeCursors, maySendCursor, showsCursors } from "../meeting/cursors.ts";
export { type Clock, clockText, secondsLeft } from "../meeting/clock.ts";
export { countNews, type News, newsOf, type ReadUpTo } from "../meeting/news.ts";
export { roundWords } from "../meeting/rounds.ts";
export { hiddenComment, takesWordsAway, withoutText } from "../meeting/erase.ts";
export { looksPrivate } from "../meeting/looks-private.ts";
export { titleAt, titlesOf } from "../meeting/titles.ts";
export { COUNCIL_NAMES, STAGE_NAMES } from "../meeting/names.ts";
export { type SaidOf, saidOf } from "../meeting/said-of.ts";
export { type Drawn, drawnBy, hindersAct, hindersDrawing, type Hindrance, type Sitting } from "../meeting/may.ts";
export { HINDRANCES } from "../meeting/may-text.ts";
export { clockGoingOn, clockSet, clockStopped, NO_CLOCK } from "../meeting/clock.ts";
export type { Drawing as MinutesDrawing } from "../meeting/drawn-lines.ts";
export type { MinutesLine } from "../meeting/minutes-names.ts";
export { minutesOf } from "../meeting/minutes.ts";
export { type HandedOver, handedOver } from "../meeting/handed-over.ts";
