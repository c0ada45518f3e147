import { EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import type { RoomState } from "../../web/state/room.ts";

/** A room in which a participant sees some proposals and nothing was done yet. */
export const roomOf = (...keys: readonly string[]): RoomState => ({
  title: "Rum",
  seat: "bo",
  role: "participant",
  people: [],
  line: "here",
  waiting: 0,
  proposals: keys.map((key) => ({ id: `room-r-${key}`, key, mayUndo: false, mayRedo: false, number: 1 })),
  meeting: EMPTY_MEETING,
  number: 1,
  more: 0,
  server: "running",
  history: "here",
  acts: [],
  titles: [],
  counts: [],
  ballots: [],
  ahead: 0,
  links: {},
  linksUntil: {},
});
