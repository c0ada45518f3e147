import type { DefaultEventsMap, Socket } from "socket.io";
import type { Bye, FromPage, FromServer } from "../../protocol/room.ts";
import type { Seat } from "./rooms.ts";

/** Whose socket it is, and the last entry that its page has of this log. */
export interface Found {
  readonly seat: Seat;
  readonly after: number;
  /** Whether its page has heard nothing of this room before; one that has may be told all of it anew. */
  readonly isNew: boolean;
  /** The last entry that it has or was sent before its room was open, where it was told how much there is by then. */
  readonly told?: number;
  /** Whether its page can read packs of this server's. */
  readonly reads: "packs" | "entries";
}

export type RoomSocket = Socket<FromPage, FromServer, DefaultEventsMap, Found>;

/** Ends a line, with a word for why, which goes out before. */
export function sendAway(socket: RoomSocket, why: Bye): void {
  socket.emit("bye", why);
  socket.disconnect(true);
}
