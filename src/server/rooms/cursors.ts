import { maySeeCursors, maySendCursor, showsCursors } from "../../meeting/cursors.ts";
import type { Meeting } from "../../meeting/meeting.ts";
import type { RoomCursor } from "../../protocol/room-acts.ts";
import type { RoomSocket } from "./room-socket.ts";

/**
 * Where people point on the map: passed on at once to those who look at the same proposal, to whom it can be sent just now, and kept
 * nowhere. Those at another process are not told: what one sees less there is only a mark that fades.
 */
export class Cursors {
  readonly #meeting: () => Meeting;
  readonly #here: () => number;
  /** The proposal that each looks at, of those who show cursors. */
  readonly #watching = new Map<RoomSocket, string>();

  /** `here`: how many people are in the room, big screens left out. */
  constructor(meeting: () => Meeting, here: () => number) {
    this.#meeting = meeting;
    this.#here = here;
  }

  /** A page shows the cursors on a proposal from now on; null: none. */
  watch(socket: RoomSocket, proposal: string | null): void {
    if (proposal === null || !socket.connected) this.#watching.delete(socket);
    else this.#watching.set(socket, proposal);
  }

  show(from: RoomSocket, cursor: RoomCursor): void {
    const meeting = this.#meeting();
    const { seat } = from.data;
    if (!maySendCursor(meeting, seat) || !showsCursors(meeting, this.#here())) return;
    const to = [...this.#watching].flatMap(([socket, proposal]) =>
      proposal === cursor.proposal && socket.data.seat.id !== seat.id && maySeeCursors(meeting, socket.data.seat)
        ? [socket.id]
        : [],
    );
    if (to.length > 0) from.nsp.to(to).volatile.emit("cursor", seat.id, cursor);
  }
}
