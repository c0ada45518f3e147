import { type Kysely, sql, type Transaction } from "kysely";
import { bytesOf } from "../../protocol/room-limits.ts";
import { type Entry, idOfEntry, readEntry } from "../../protocol/room.ts";
import type { Tables } from "../storage/tables.ts";

/** An entry, and how much of the database it is, bytes. */
export interface Kept {
  readonly entry: Entry;
  readonly bytes: number;
}

/** At most so many entries, of at most so many bytes together; a larger one comes alone. */
export interface Portion {
  readonly entries: number;
  readonly bytes: number;
}

/** So much of a log is read at once. */
export const READING: Portion = { entries: 5000, bytes: 8_000_000 };

/** What of a list makes up the portion at its beginning: none of an empty one, else at least one. */
export function portionOf<Sized extends { readonly bytes: number }>(
  sized: readonly Sized[],
  { entries, bytes }: Portion,
): readonly Sized[] {
  let sum = 0;
  const over = sized.findIndex((each, i) => i >= entries || ((sum += each.bytes) > bytes && i > 0));
  return over < 0 ? sized : sized.slice(0, over);
}

/** Locks a room for a transaction: whoever writes to its log waits for whoever does. */
export async function lockRoom(change: Transaction<Tables>, room: string): Promise<void> {
  await change.selectFrom("rooms").select("id").where("id", "=", room).forUpdate().executeTakeFirstOrThrow();
}

/**
 * The entries after a number, in order: sizes are asked first, so that no more is read than may be held. A log has no gaps, and it is said
 * up to where: a database without statistics would look through all that comes after.
 */
export async function rowsAfter(
  database: Kysely<Tables>,
  room: string,
  after: number,
  portion: Portion,
): Promise<readonly Kept[]> {
  const later = database.selectFrom("entries").where("room", "=", room).where("number", ">", after).orderBy("number");
  // Of what may be as large as it is no size is asked first.
  if (portion.bytes === Infinity) {
    const all = await later
      .select("entry")
      .where("number", "<=", after + portion.entries)
      .execute();
    return all.map(({ entry }) => ({ entry: readEntry(JSON.parse(entry)), bytes: bytesOf(entry) }));
  }
  const sizes = await later
    .select(["number", sql<number>`octet_length(entry)`.as("bytes")])
    .where("number", "<=", after + portion.entries)
    .execute();
  const last = portionOf(sizes, portion).at(-1);
  if (!last) return [];
  const rows = await later.select("entry").where("number", "<=", last.number).execute();
  return rows.map(({ entry }, i) => ({ entry: readEntry(JSON.parse(entry)), bytes: sizes[i].bytes }));
}

/** How many entries a room's log has. */
export async function entriesOf(database: Kysely<Tables>, room: string): Promise<number> {
  const last = database.selectFrom("entries").select("number").where("room", "=", room).orderBy("number", "desc");
  return (await last.limit(1).executeTakeFirst())?.number ?? 0;
}

/** An entry as a row of a room's log. */
export const rowOf = (room: string, entry: Entry): Tables["entries"] => ({
  room,
  number: entry.number,
  id: idOfEntry(entry),
  seat: "edit" in entry ? entry.edit.by : entry.by,
  entry: JSON.stringify(entry),
});

/** Which of some ids a room's log has already: their numbers, and the seats they came from. */
export async function knownIds(
  change: Transaction<Tables>,
  room: string,
  ids: readonly string[],
): Promise<Map<string, { readonly number: number; readonly seat: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await change
    .selectFrom("entries")
    .select(["id", "number", "seat"])
    .where("room", "=", room)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, number, seat }) => [id, { number, seat }]));
}
