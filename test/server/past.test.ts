import { afterAll, expect, test } from "vitest";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import type { Entry } from "../../src/protocol/room.ts";
import { rowOf } from "../../src/server/rooms/log-rows.ts";
import { tellPast } from "../../src/server/rooms/past.ts";
import type { RoomSocket } from "../../src/server/rooms/room-socket.ts";
import { roomService } from "../../src/server/rooms/service.ts";
import { start } from "../edit/random.ts";
import { context, firstFile, THREAD } from "./room-world.ts";

const LINGERS = 50;
const service = roomService({
  place: { kind: "memory" },
  context: () => Promise.resolve(context),
  packs: 3,
  lingers: LINGERS,
  thread: THREAD,
});
afterAll(() => service.close());

/** A room of eight entries, none of them packed. */
async function longRoom(): Promise<string> {
  const { rooms, setting } = await service.open();
  const { room } = (await rooms.make("Rum", firstFile, 1))!;
  let draft = start;
  for (let number = 2; number <= 8; number++) {
    const { changes } = assignPairs(draft, [number], number % 2);
    const edit = writeEdit(draft, { id: `a-${number}`, by: "anna", at: "2026-01-01T00:00:00Z", changes });
    const entry: Entry = { number, proposal: "p", edit };
    await setting.storage.database.insertInto("entries").values(rowOf(room, entry)).execute();
    draft = applyChanges(draft, changes);
  }
  return room;
}

test("what is long past is told before a room is open, packed as it is told where it was not; whoever has most of it or cannot read it is told then", async () => {
  const room = await longRoom();
  const { setting } = await service.open();
  const told = async (after: number, reads: "packs" | "entries") => {
    const messages: (readonly unknown[])[] = [];
    const emit = (...message: readonly unknown[]) => messages.push(message);
    // Of a socket only what is asked of it here.
    const socket = { connected: true, data: { seat: { room }, after, reads }, emit } as unknown as RoomSocket;
    await tellPast(socket, setting);
    return [messages.map(([kind, first, last]) => (kind === "here" ? [kind, first] : [kind, last])), socket.data.told];
  };
  expect(await told(0, "entries")).toEqual([[], undefined]);
  expect(await told(0, "packs")).toEqual([
    [
      ["here", 8],
      ["packs", 3],
      ["packs", 6],
    ],
    6,
  ]);
  expect(await told(0, "packs")).toEqual([
    [
      ["here", 8],
      ["packs", 6],
    ],
    6,
  ]);
  expect(await told(2, "packs")).toEqual([
    [
      ["here", 8],
      ["packs", 6],
    ],
    6,
  ]);
  expect(await told(5, "packs")).toEqual([[], undefined]);
});

test("a room stays open for a while after the last one left, and is opened anew after that", async () => {
  const { rooms, hold, inUse } = await service.open();
  const { room } = (await rooms.make("Rum", firstFile, 1))!;
  const first = hold(room);
  first.release();
  const second = hold(room);
  expect(second.room).toBe(first.room);
  second.release();
  await expect.poll(inUse).not.toContain(room);
  const third = hold(room);
  expect(third.room).not.toBe(first.room);
  third.release();
});
