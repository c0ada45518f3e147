import { deflateRawSync, inflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { type Entry, readSnapshot } from "../../src/protocol/room.ts";
import { rowOf } from "../../src/server/rooms/log-rows.ts";
import { LiveRoom } from "../../src/server/rooms/live-room.ts";
import { roomService } from "../../src/server/rooms/service.ts";
import { packedUp, withNext } from "../../src/server/rooms/snapshots.ts";
import { held, start } from "../edit/random.ts";
import { KIND, newPlace } from "./place.ts";
import { context, firstFile, THREAD } from "./room-world.ts";

const LINGERS = 50;
const service = roomService({
  place: await newPlace(),
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
  const begun = setting.storage.database.selectFrom("entries").select("id").where("room", "=", room);
  const { id: proposal } = await begun.executeTakeFirstOrThrow();
  let draft = start;
  for (let number = 2; number <= 8; number++) {
    const { changes } = assignPairs(draft, [number], number % 2);
    const edit = writeEdit(draft, { id: `a-${number}`, by: "anna", at: "2026-01-01T00:00:00Z", changes });
    const entry: Entry = { number, proposal, edit };
    await setting.storage.database.insertInto("entries").values(rowOf(room, entry)).execute();
    draft = applyChanges(draft, changes);
  }
  return room;
}

// Where several processes write, a batch also locks its room and reads what the others wrote.
test.skipIf(KIND === "postgres")(
  "strokes are written by one statement, and nothing is asked before; one sent again keeps its number, and an id of another's is taken",
  async () => {
    const room = await longRoom();
    const { setting, rooms } = await service.open();
    const asked: string[] = [];
    const database = setting.storage.database.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const live = new LiveRoom(room, rooms, { ...setting, storage: { ...setting.storage, database } });
    const { log } = live;
    await log.open();
    const [[proposal, draft]] = log.state.drafts;
    const put = (by: string, id: string, unit: number) => {
      const { changes } = assignPairs(draft, [unit], 2);
      const edit = writeEdit(draft, { id, by, at: "2026-01-01T00:00:00Z", changes });
      return log.put({ id: by, role: "participant" }, { proposal, edit });
    };
    asked.length = 0;
    expect(await put("anna", "n-1", 20)).toEqual({ kind: "numbered", number: 9 });
    expect(await Promise.all([put("bo", "b-1", 21), put("anna", "n-2", 22)])).toMatchObject([
      { number: 10 },
      { number: 11 },
    ]);
    expect(new Set(asked)).toEqual(new Set(["InsertQueryNode"]));
    const again = [put("anna", "n-1", 20), put("bo", "n-2", 30), put("bo", "b-2", 23)];
    expect(await Promise.all(again)).toMatchObject([{ number: 9 }, { code: "id.taken" }, { number: 12 }]);
    expect(log.number).toBe(12);
    live.close();
  },
);

test("a room is opened by what it comes to, without its log being read; where that is not what it was, by its log", async () => {
  const room = await longRoom();
  const { setting, rooms } = await service.open();
  const { database } = setting.storage;
  const openedNow = async () => {
    const live = new LiveRoom(room, rooms, setting);
    await live.log.open();
    const { number, drafts } = live.log.state;
    live.close();
    return { number, drafts: [...drafts.values()].map(held) };
  };
  const snapshots = () => database.selectFrom("snapshots").selectAll().where("room", "=", room).execute();
  const first = await openedNow();
  const [row] = await snapshots();
  expect([first.number, row.last]).toEqual([8, 6]);
  const snapshot = readSnapshot(inflateRawSync(Buffer.from(row.packed, "base64")).toString());
  const other = JSON.stringify({ ...snapshot, entries: snapshot.entries.slice(0, 1) });
  for (const packed of [row.packed.slice(4), deflateRawSync(other).toString("base64")]) {
    await database.updateTable("snapshots").set({ packed }).where("room", "=", room).execute();
    expect(await openedNow()).toEqual(first);
    expect(await snapshots()).toEqual([]);
    await packedUp(setting, room, 8);
    expect(await snapshots()).toEqual([row]);
  }
  await database.deleteFrom("packs").where("room", "=", room).execute();
  const unread = { entry: "unread" };
  await database.updateTable("entries").set(unread).where("room", "=", room).where("number", "<=", 6).execute();
  expect(await openedNow()).toEqual(first);
});

const plansNow = async (of: Promise<LiveRoom>) => [...(await of).log.state.drafts.values()].map(held);

test("a room that was opened by what its log does not come to is opened anew by its log, in which nobody has to do anything", async () => {
  const room = await longRoom();
  const { setting, hold, inUse } = await service.open();
  const { storage, packing } = setting;
  const asItIs = hold(room);
  const right = await plansNow(asItIs.room);
  asItIs.release();
  await expect.poll(inUse).not.toContain(room);
  // What three entries come to, said to be six.
  const [first] = await packing.after(storage.database, room, 0, 1);
  const wrong = { ...withNext(undefined, [packing.unpack(first)], context), last: 6 };
  const packed = deflateRawSync(JSON.stringify(wrong)).toString("base64");
  await storage.database.updateTable("snapshots").set({ packed }).where("room", "=", room).execute();
  const opened = hold(room);
  expect(await plansNow(opened.room)).not.toEqual(right);
  await expect.poll(inUse).not.toContain(room);
  const anew = hold(room);
  expect(anew.room).not.toBe(opened.room);
  expect(await plansNow(anew.room)).toEqual(right);
  for (const { release } of [opened, anew]) release();
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
