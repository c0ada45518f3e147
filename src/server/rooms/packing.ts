import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import { groundOfPacks, packLog } from "../../edit/log-pack.ts";
import { type LogPart, LogUnpacker } from "../../edit/log-unpacker.ts";
import type { ProposalContext } from "../../edit/proposal-file.ts";
import type { Tables } from "../storage/tables.ts";
import { type Kept, lockRoom, rowsAfter } from "./log-rows.ts";

/** Entries as they are kept packed, or what they come to. */
export interface Packed {
  /** The number of the last of them. */
  readonly last: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

/**
 * What is long past of a room's log, small and soon read: a hundred thousand strokes are 1.5 MB in place of 70, and folded in a second and not
 * in ten. Packs say what the rows of the log say and nothing else: they are made of them, and deleted where these change.
 */
export class Packing {
  /** Of the case: whoever numbers its units otherwise can read none of them. */
  readonly ground: string;
  /** So many entries are one pack: the first so many of a log, the next, and so on. */
  readonly size: number;
  readonly #context: ProposalContext;
  readonly #unpacker: LogUnpacker;

  constructor(context: ProposalContext, size: number) {
    this.#context = context;
    this.size = size;
    this.ground = groundOfPacks(context.municipality);
    this.#unpacker = new LogUnpacker(context.municipality);
  }

  async #pack(kept: readonly Kept[]): Promise<Buffer> {
    const { municipality, plans } = this.#context;
    const bytes = kept.reduce((sum, each) => sum + each.bytes, 0);
    const entries = kept.map(({ entry }) => entry);
    return promisify(deflateRaw)(packLog(municipality, plans[0], entries, bytes));
  }

  unpack({ packed }: Packed): LogPart {
    return this.#unpacker.read(inflateRawSync(packed));
  }

  /** The number of the last entry of the pack that an entry is in. */
  #packOf(number: number): number {
    return Math.ceil(number / this.size) * this.size;
  }

  /** Up to where so many entries are whole packs. */
  whole(entries: number): number {
    return entries - (entries % this.size);
  }

  /** The packs of a room after a number, in order and up to the first that is not there; so many at most. */
  async after(database: Kysely<Tables>, room: string, number: number, most: number): Promise<readonly Packed[]> {
    const found = await database
      .selectFrom("packs")
      .select(["last", "packed"])
      .where("room", "=", room)
      .where("ground", "=", this.ground)
      .where("last", ">", number)
      .orderBy("last")
      .limit(most)
      .execute();
    const first = this.#packOf(number + 1);
    return found
      .filter(({ last }, i) => last === first + i * this.size)
      .map(({ last, packed }) => ({ last, packed: Buffer.from(packed, "base64") }));
  }

  /**
   * Makes the packs of a room's first so many entries that are not there, one after another; `rest`: milliseconds between two, in which
   * others are served.
   */
  async complete(database: Kysely<Tables>, room: string, entries: number, rest: () => number): Promise<void> {
    const there = new Set(await this.#lasts(database, room));
    for (let last = this.size; last <= entries; last += this.size) {
      if (there.has(last)) continue;
      await this.make(database, room, last);
      await setTimeout(rest());
    }
  }

  async #lasts(database: Kysely<Tables>, room: string): Promise<readonly number[]> {
    const packs = database.selectFrom("packs").select("last").where("room", "=", room);
    return (await packs.where("ground", "=", this.ground).execute()).map(({ last }) => last);
  }

  /** Makes the pack of an entry, where nobody else has; whether it is there, which it is not before all of it is written. */
  make(database: Kysely<Tables>, room: string, number: number): Promise<boolean> {
    const last = this.#packOf(number);
    return database.transaction().execute(async (change) => {
      // Nobody takes words away of what is being packed.
      await lockRoom(change, room);
      if ((await this.#lasts(change, room)).includes(last)) return true;
      const kept = await rowsAfter(change, room, last - this.size, { entries: this.size, bytes: Infinity });
      if (kept.length < this.size) return false;
      const row = { room, last, ground: this.ground, packed: (await this.#pack(kept)).toString("base64") };
      await change
        .insertInto("packs")
        .values(row)
        .onConflict((there) => there.columns(["room", "last"]).doUpdateSet(row))
        .execute();
      return true;
    });
  }
}

/** Deletes what was made of some entries, which are others by now: packs that hold any of them, and the snapshot. */
export async function deletePacks(
  change: Transaction<Tables>,
  room: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  const packs = await change.selectFrom("packs").select("last").where("room", "=", room).orderBy("last").execute();
  const ends = packs.map(({ last }) => last);
  const held = [...new Set(numbers.flatMap((number) => ends.find((end) => end >= number) ?? []))];
  if (held.length > 0) await change.deleteFrom("packs").where("room", "=", room).where("last", "in", held).execute();
  await change
    .deleteFrom("snapshots")
    .where("room", "=", room)
    .where("last", ">=", Math.min(...numbers))
    .execute();
}
