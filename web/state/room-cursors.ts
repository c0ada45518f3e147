import { maySeeCursors, maySendCursor, showsCursors } from "../../src/index.ts";
import type { AppState } from "./app-state.ts";
import { sharedProposal } from "./chosen.ts";
import type { RoomState } from "./room.ts";

const peopleHere = ({ people, more }: RoomState): number =>
  people.filter(({ isHere, role }) => isHere && role !== "projector").length + more;

/** The proposal of the room's that is on the map, by what the room knows it by. */
const onMap = (state: AppState): string | undefined =>
  state.choice.view === "today" ? undefined : sharedProposal(state)?.key;

/** Whether this page would show others where it points, were it on a proposal of the room's. */
export const maySendOwn = (room: RoomState): boolean =>
  maySendCursor(room.meeting, { id: room.seat, role: room.role }) && showsCursors(room.meeting, peopleHere(room));

/** The proposal on which others are shown where this page points. */
export function pointsOn(state: AppState): string | undefined {
  const { room, roomLook } = state;
  if (!room || room.line !== "here" || roomLook.cursor === "hidden") return undefined;
  return maySendOwn(room) && peopleHere(room) > 1 ? onMap(state) : undefined;
}

/** The proposal on which this page shows where others point. */
export function seesCursorsOn(state: AppState): string | undefined {
  const { room } = state;
  if (!room) return undefined;
  const sees =
    maySeeCursors(room.meeting, { id: room.seat, role: room.role }) && showsCursors(room.meeting, peopleHere(room));
  return sees ? onMap(state) : undefined;
}
