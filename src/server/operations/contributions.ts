import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { type Entry, readEntry } from "../../protocol/room.ts";
import { audit } from "../storage/audit.ts";
import type { Tables } from "../storage/tables.ts";
import { ballotsOf } from "../rooms/ballots.ts";
import { eraseWords } from "../rooms/erasing.ts";
import { lockRoom, rowOf } from "../rooms/log-rows.ts";
import { type SeatIn, tellProcesses } from "../rooms/neighbours.ts";
import { newId } from "../rooms/secrets.ts";

/** All that is kept of what somebody did in a room from one seat, as a document; `undefined` where there is no such seat. */
export async function contributionsOf(database: Kysely<Tables>, { id, room }: SeatIn) {
  const seat = await database
    .selectFrom("seats")
    .innerJoin("rooms", "rooms.id", "seats.room")
    .select(["seats.id", "seats.name", "seats.role", "seats.made", "rooms.title"])
    .where("seats.id", "=", id)
    .where("seats.room", "=", room)
    .executeTakeFirst();
  if (!seat) return undefined;
  const { title, made, ...own } = seat;
  const [entries, ballots] = await Promise.all([
    database
      .selectFrom("entries")
      .select("entry")
      .where("room", "=", room)
      .where("seat", "=", id)
      .orderBy("number")
      .execute(),
    ballotsOf(database, { room, id }),
  ]);
  return {
    format: "skoledistrikt-contributions",
    version: 1,
    room: { id: room, title },
    seat: { ...own, taken: made },
    entries: entries.map(({ entry }) => readEntry(JSON.parse(entry))),
    ballots,
  } as const;
}

/** Seats that somebody may mean by a name, or by the id of the seat. */
export async function seatsCalled(
  database: Kysely<Tables>,
  called: { readonly name: string } | { readonly id: string },
): Promise<readonly SeatIn[]> {
  const seats = database.selectFrom("seats").select(["id", "room"]).orderBy("made").orderBy("id");
  return "id" in called
    ? seats.where("id", "=", called.id).execute()
    : seats.where(sql`lower(trim(name))`, "=", called.name.trim().toLowerCase()).execute();
}

/** Deletes a seat's name and all that was written from it, on behalf of whoever sat there; those who are in the room see it. `now`: ISO 8601. */
export async function eraseContributions(database: Kysely<Tables>, { id, room }: SeatIn, now: string): Promise<void> {
  await database.transaction().execute(async (change) => {
    await lockRoom(change, room);
    const { last } = await change
      .selectFrom("entries")
      .select(({ fn }) => fn.max("number").as("last"))
      .where("room", "=", room)
      .executeTakeFirstOrThrow();
    const act = { kind: "forget", seat: id } as const;
    const entry: Entry = { number: z.int().parse(last) + 1, id: newId(), by: "room", at: now, act };
    await change.insertInto("entries").values(rowOf(room, entry)).execute();
    await audit(change, { room, who: "command", act: "contributions erased", about: id });
    await eraseWords(change, room, { kind: "seat", seat: id });
    await tellProcesses(change, { from: "command", room, news: "entries" });
  });
}
