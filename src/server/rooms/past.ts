import { joinedBytes } from "../../kernels/number-bytes.ts";
import { entriesOf } from "./log-rows.ts";
import type { LogSetting } from "./log-setting.ts";
import { PACKS } from "./room-log.ts";
import type { RoomSocket } from "./room-socket.ts";

/**
 * Tells the first page that comes to a room what is long past of it, as it is kept, before the room is opened: to fold a long one takes the
 * server as long as the page, and they do so side by side. What is not packed yet is, and told as it is.
 */
export async function tellPast(
  socket: RoomSocket,
  { storage: { database }, packing, now, keepDays, epoch }: LogSetting,
): Promise<void> {
  const { seat, after, reads } = socket.data;
  try {
    const entries = await entriesOf(database, seat.room);
    if (reads !== "packs" || entries - after <= packing.size) return;
    socket.emit("here", entries, now(), keepDays, epoch);
    socket.data = { ...socket.data, told: after };
    for (let told = after; packing.whole(entries) > told && socket.connected;) {
      const packs = await packing.after(database, seat.room, told, PACKS);
      const last = packs.at(-1)?.last;
      if (last === undefined) {
        if (!(await packing.make(database, seat.room, told + 1))) return;
      } else {
        socket.emit("packs", joinedBytes(packs.map(({ packed }) => packed)), last);
        told = last;
        socket.data = { ...socket.data, told };
      }
    }
  } catch {
    // It is told once the room is open.
  }
}
