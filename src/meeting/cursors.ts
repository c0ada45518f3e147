import type { CursorRule } from "../protocol/room-acts.ts";
import { ROOM_LIMITS } from "../protocol/room-limits.ts";
import { mayDo } from "../protocol/room-roles.ts";
import type { Sitting } from "./may.ts";
import { type Meeting, roleOf } from "./meeting.ts";

/** Up to how many people cursors are shown, and whether on the big screen. */
const SHOWN: Readonly<Record<CursorRule, { readonly upTo: number; readonly screen: "with" | "without" }>> = {
  few: { upTo: ROOM_LIMITS.withCursors, screen: "without" },
  all: { upTo: Infinity, screen: "without" },
  screen: { upTo: Infinity, screen: "with" },
  none: { upTo: 0, screen: "without" },
};

/** Whether cursors are shown while so many people are in the room, big screens left out. */
export const showsCursors = ({ cursors }: Meeting, here: number): boolean => here <= SHOWN[cursors].upTo;

/** Whether others may be shown where a seat points: of those who only watch nobody is. */
export const maySendCursor = (meeting: Meeting, seat: Sitting): boolean =>
  !meeting.out.has(seat.id) && mayDo(roleOf(meeting, seat), "draw");

/** Whether a seat may be shown where others point. */
export const maySeeCursors = (meeting: Meeting, seat: Sitting): boolean =>
  !meeting.out.has(seat.id) && (roleOf(meeting, seat) !== "projector" || SHOWN[meeting.cursors].screen === "with");
