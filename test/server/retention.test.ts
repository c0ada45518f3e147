import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sweep, touch } from "../../src/server/storage/retention.ts";
import { openStorage, type Storage } from "../../src/server/storage/storage.ts";
import { newPlace } from "./place.ts";

const THREAD = new URL("../../dist/src/server/storage/pglite-worker.js", import.meta.url);
const HOUR = 1 / 24;
const YEAR = 365;

let storage: Storage;
beforeAll(async () => {
  storage = await openStorage(await newPlace(), THREAD);
}, 60_000);
afterAll(() => storage.close());

const clockAt = (days: number) =>
  sql<Date>`${new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString()}::timestamptz`;
/** Looks for unused rooms at so many days after the test began. */
const look = (day: number, inUse: readonly string[] = []) =>
  sweep(storage.database, { keepDays: 30, inUse, clock: clockAt(day) });
const use = (room: string, day: number) => touch(storage.database, [room], clockAt(day));
/** Every six hours, as a server that runs does. */
async function lookUntil(day: number, from: number, inUse: readonly string[] = []) {
  for (let at = from; at <= day; at += 6 * HOUR) await look(at, inUse);
}
const rooms = async () =>
  (await storage.database.selectFrom("rooms").select("id").orderBy("id").execute()).map(({ id }) => id);

beforeEach(async () => {
  const { database } = storage;
  for (const table of ["rooms", "sweeps"] as const) await database.deleteFrom(table).execute();
  const made = "2026-01-01T00:00:00Z";
  for (const id of ["a", "b"]) {
    await database.insertInto("rooms").values({ id, title: "t", data: "d", made }).execute();
    await database
      .insertInto("links")
      .values({ secret_hash: `l${id}`, room: id, role: "viewer" })
      .execute();
    await database
      .insertInto("seats")
      .values({ id, secret_hash: `s${id}`, room: id, role: "viewer", name: "A", made })
      .execute();
    await database.insertInto("entries").values({ room: id, number: 1, id: "e", seat: id, entry: "{}" }).execute();
    await database.insertInto("ballots").values({ room: id, vote: "v", seat: id, ballot: "[1]" }).execute();
  }
  await look(0);
});

test("a room that nobody has used for so many days is deleted with all that is kept of it, and no other", async () => {
  await use("b", 1);
  await lookUntil(29.9, HOUR);
  expect(await rooms()).toEqual(["a", "b"]);
  expect(await look(30)).toEqual({ kind: "swept", deleted: 1 });
  expect(await rooms()).toEqual(["b"]);
  for (const table of ["links", "seats", "entries", "ballots", "uses"] as const)
    expect(
      (await storage.database.selectFrom(table).select("room").execute()).map(({ room }) => room),
      table,
    ).toEqual(["b"]);
});

test("a room that somebody is in is not", async () => {
  await lookUntil(40, HOUR, ["a", "gone"]);
  expect(await rooms()).toEqual(["a"]);
});

test("a clock that goes on by a year deletes nothing for a day, and nothing at all when it is set right meanwhile", async () => {
  expect(await look(YEAR)).toMatchObject({ kind: "waits", jumped: YEAR * 86_400 });
  // Whoever came while it was wrong has not used the room in the future.
  await use("b", YEAR + HOUR);
  expect(await look(YEAR + 20 * HOUR)).toMatchObject({ kind: "waits" });
  expect(await look(1)).toMatchObject({ kind: "waits", jumped: expect.any(Number) });
  await lookUntil(29, 1 + HOUR);
  expect(await rooms()).toEqual(["a", "b"]);
  await lookUntil(32, 29);
  expect(await rooms()).toEqual([]);
});

test("after a year in which nothing ran, a room is kept by whoever comes to it within a day", async () => {
  await look(YEAR);
  await use("b", YEAR + HOUR);
  await look(YEAR + 23 * HOUR);
  expect(await rooms()).toEqual(["a", "b"]);
  expect(await look(YEAR + 25 * HOUR)).toEqual({ kind: "swept", deleted: 1 });
  expect(await rooms()).toEqual(["b"]);
});

test("a clock that goes back deletes nothing", async () => {
  await lookUntil(20, HOUR);
  expect(await look(-YEAR)).toMatchObject({ kind: "waits" });
  await lookUntil(-YEAR + 29, -YEAR + HOUR);
  expect(await rooms()).toEqual(["a", "b"]);
});
