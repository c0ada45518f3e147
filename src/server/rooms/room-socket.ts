import type { DefaultEventsMap, Socket } from "socket.io";
import type { Bye, FromPage, FromServer } from "../../protocol/room.ts";
import type { Seat } from "./rooms.ts";

/** Whose socket it is, and the last entry that its page has of this log. */
export interface Found {
  readonly seat: Seat;
  readonly after: number;
  /** Whether its page has heard nothing of this room before; one that has may be told all of it anew. */
  readonly isNew: boolean;
  /** Whether its page knows what this server's numbers of units and sites mean: it is told a snapshot of what is long past, and asks for packs. */
  readonly reads: "packs" | "entries";
}

export type RoomSocket = Socket<FromPage, FromServer, DefaultEventsMap, Found>;

/** Ends a line, with a word for why, which goes out before. */
export function sendAway(socket: RoomSocket, why: Bye): void {
  socket.emit("bye", why);
  socket.disconnect(true);
}
