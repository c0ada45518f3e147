import { sql, type Transaction } from "kysely";
import { erased, type Erasing } from "../../meeting/erase.ts";
import { readEntry } from "../../protocol/room.ts";
import type { Tables } from "../storage/tables.ts";
import { deletePacks } from "./packing.ts";

/** Deletes words from all that is kept of a room: of a seat its name and its ballots too. */
export async function eraseWords(change: Transaction<Tables>, room: string, what: Erasing): Promise<void> {
  if (what.kind === "seat") {
    await change.updateTable("seats").set({ name: "" }).where("room", "=", room).where("id", "=", what.seat).execute();
    await change.deleteFrom("ballots").where("room", "=", room).where("seat", "=", what.seat).execute();
  }
  const rows = await change.selectFrom("entries").select("entry").where("room", "=", room).orderBy("number").execute();
  const entries = rows.map(({ entry }) => readEntry(JSON.parse(entry)));
  const after = erased(entries, what);
  const changed = after.filter((entry, i) => entry !== entries[i]);
  await deletePacks(
    change,
    room,
    changed.map(({ number }) => number),
  );
  for (let from = 0; from < changed.length; from += TOGETHER) {
    const some = changed.slice(from, from + TOGETHER);
    await sql`update entries set entry = new.entry
      from (values ${sql.join(some.map((entry) => sql`(${entry.number}::integer, ${JSON.stringify(entry)}::text)`))}) as new (number, entry)
      where entries.room = ${room} and entries.number = new.number`.execute(change);
  }
}

/** So many rows are written together. */
const TOGETHER = 200;
