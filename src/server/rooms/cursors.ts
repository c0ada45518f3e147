import { maySeeCursors, maySendCursor, showsCursors } from "../../meeting/cursors.ts";
import type { Meeting } from "../../meeting/meeting.ts";
import type { RoomCursor } from "../../protocol/room-acts.ts";
import type { RoomSocket } from "./room-socket.ts";

/**
 * Where people point on the map: passed on at once to those who look at the same proposal, to whom it can be sent just now, and kept
 * nowhere. Those at other processes are told by way of these.
 */
export class Cursors {
  readonly #meeting: () => Meeting;
  readonly #here: () => number;
  /** The proposal that each looks at, of those who show cursors. */
  readonly #watching = new Map<RoomSocket, string>();

  readonly #pass: (seat: string, cursor: RoomCursor) => void;

  /** `here`: how many people are in the room, big screens left out; `pass`: tells the other processes. */
  constructor(meeting: () => Meeting, here: () => number, pass: (seat: string, cursor: RoomCursor) => void) {
    this.#pass = pass;
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
    this.tell(seat.id, cursor);
    this.#pass(seat.id, cursor);
  }

  /** Tells those at this process where a seat points that may be shown, wherever it sits. */
  tell(seat: string, cursor: RoomCursor): void {
    const meeting = this.#meeting();
    if (!showsCursors(meeting, this.#here())) return;
    const to = [...this.#watching].flatMap(([socket, proposal]) =>
      proposal === cursor.proposal && socket.data.seat.id !== seat && maySeeCursors(meeting, socket.data.seat)
        ? [socket]
        : [],
    );
    to.at(0)
      ?.nsp.to(to.map(({ id }) => id))
      .volatile.emit("cursor", seat, cursor);
  }
}
