import { type Kysely, type RawBuilder, sql } from "kysely";
import { audit } from "./audit.ts";
import type { Tables } from "./tables.ts";

/** A room that nobody has used for so many days is deleted, unless whoever runs the program says otherwise. */
export const KEEP_DAYS = 180;

/** When something is so by the database's clock, which all processes share. */
type Clock = RawBuilder<Date>;
const DATABASE_CLOCK: Clock = sql<Date>`now()`;

/** More seconds than this between two looks are a clock that was set, or a program that stood still: nothing is deleted on it at once. */
const JUMP = 86_400;

/** What came of looking for rooms that nobody uses. */
type Swept =
  | { readonly kind: "swept"; readonly deleted: number }
  /** The clock went on, or back (below 0), by so many seconds since the last look: until then nothing is deleted. */
  | { readonly kind: "waits"; readonly until: Date; readonly jumped?: number };

interface Sweeping {
  readonly keepDays: number;
  /** Rooms that somebody is in now. */
  readonly inUse: readonly string[];
  readonly clock?: Clock;
}

/**
 * Deletes rooms that nobody has used for `keepDays`, with all that is kept of them. After a jump of the clock it waits for a day, in which a
 * clock that was set wrong can be set right, and those who come to a room keep it.
 */
export async function sweep(
  database: Kysely<Tables>,
  { keepDays, inUse, clock = DATABASE_CLOCK }: Sweeping,
): Promise<Swept> {
  return database.transaction().execute(async (change) => {
    await change
      .insertInto("sweeps")
      .values({ name: "last", at: clock })
      .onConflict((there) => there.doNothing())
      .execute();
    // Locked: of several processes one looks at a time.
    const { since } = await change
      .selectFrom("sweeps")
      .select(sql<number>`extract(epoch from ${clock} - at)::float8`.as("since"))
      .where("name", "=", "last")
      .forUpdate()
      .executeTakeFirstOrThrow();
    await change.updateTable("sweeps").set({ at: clock }).where("name", "=", "last").execute();
    // Used by a clock that was ahead, and is not any more.
    await change.updateTable("uses").set({ at: clock }).where("at", ">", clock).execute();
    await touch(change, inUse, clock);
    await sql`insert into uses select id, ${clock} from rooms on conflict do nothing`.execute(change);
    const jumped = Math.abs(since) > JUMP ? { jumped: Math.round(since) } : undefined;
    if (jumped)
      await sql`insert into sweeps values ('waits', ${clock} + interval '1 day')
        on conflict (name) do update set at = excluded.at`.execute(change);
    const waits = await change
      .selectFrom("sweeps")
      .select("at")
      .where("name", "=", "waits")
      .where("at", ">", clock)
      .executeTakeFirst();
    if (waits) return { kind: "waits", until: waits.at, ...jumped };
    // Locked before they are deleted: whoever comes to one just now keeps it, or finds none.
    const unused = await change
      .selectFrom("uses")
      .select("room")
      .where("at", "<=", sql<Date>`${clock} - make_interval(days => ${keepDays}::integer)`)
      .forUpdate()
      .execute();
    const rooms = unused.map(({ room }) => room);
    if (rooms.length > 0) {
      await change.deleteFrom("rooms").where("id", "in", rooms).execute();
      await audit(change, { who: "server", act: "unused rooms deleted", about: String(rooms.length) });
    }
    return { kind: "swept", deleted: rooms.length };
  });
}

/** Rooms that are used now. */
export async function touch(
  database: Kysely<Tables>,
  rooms: readonly string[],
  clock: Clock = DATABASE_CLOCK,
): Promise<void> {
  if (rooms.length === 0) return;
  await sql`insert into uses select id, ${clock} from rooms where id in (${sql.join(rooms)})
    on conflict (room) do update set at = excluded.at`.execute(database);
}
