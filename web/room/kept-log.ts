import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { withoutText } from "../../src/index.ts";
import { packEntries, unpackEntries } from "../../src/protocol/room.ts";
import { type HeardEntry, inTurn, type PackReader, type Packs } from "./packs.ts";

/** What was heard of a room, as it came: entries in order, and the epoch of the server's that they are of. */
export interface Heard {
  readonly epoch: string;
  readonly entries: readonly HeardEntry[];
}

/** What this browser has heard of a room: the room is there at once when the page is loaded anew, with or without a line. */
export interface KeptLog {
  /** Nothing where nothing was kept, or it cannot be read. */
  readonly read: (reader: PackReader) => Promise<Heard>;
  /** As the server told it: a text of entries, or packs of them. */
  readonly add: (told: string | Packs, epoch: string) => void;
  /** Deletes the text of an entry by its number. */
  readonly withoutText: (number: number) => void;
  readonly forget: () => void;
}

const NOTHING_KEPT: Heard = { epoch: "", entries: [] };

interface Tables extends DBSchema {
  readonly heard: {
    readonly key: number;
    readonly value: { readonly seat: string; readonly packed: string | Packs; readonly epoch?: string };
    readonly indexes: { readonly seat: string };
  };
}

const open = (): Promise<IDBPDatabase<Tables>> =>
  openDB<Tables>("skoledistrikt-rooms", 1, {
    upgrade: (database) => {
      database.createObjectStore("heard", { autoIncrement: true }).createIndex("seat", "seat");
    },
  });

/** What cannot be kept is told anew. */
const passing = (): void => undefined;

/** Kept by seat: who left a room and comes by its link again takes a new one. Where the browser keeps nothing, the server tells it anew. */
export function keptLog(seat: string): KeptLog {
  const database = open();
  database.catch(passing);
  return {
    read: async (reader) => {
      try {
        const rows = await (await database).getAllFromIndex("heard", "seat", seat);
        return {
          epoch: rows.at(0)?.epoch ?? "",
          entries: inTurn(
            await Promise.all(
              rows.map(async ({ packed }) =>
                typeof packed === "string" ? unpackEntries(packed) : reader.read(packed),
              ),
            ),
          ),
        };
      } catch {
        return NOTHING_KEPT;
      }
    },
    add: (packed, epoch) => void database.then((db) => db.add("heard", { seat, packed, epoch })).catch(passing),
    withoutText: (number) => void database.then((db) => hide(db, seat, number)).catch(passing),
    forget: () => void database.then((db) => forget(db, seat)).catch(passing),
  };
}

async function hide(database: IDBPDatabase<Tables>, seat: string, number: number): Promise<void> {
  const change = database.transaction("heard", "readwrite");
  for await (const row of change.store.index("seat").iterate(seat)) {
    const { packed } = row.value;
    // Packs go whole: where something is missing, all of it is told anew.
    if (typeof packed !== "string") {
      await row.delete();
      continue;
    }
    const entries = unpackEntries(packed);
    if (entries.every((entry) => entry.number !== number)) continue;
    const hidden = entries.map((entry) => (entry.number === number && "act" in entry ? withoutText(entry) : entry));
    await row.update({ ...row.value, packed: packEntries(hidden) });
  }
  await change.done;
}

async function forget(database: IDBPDatabase<Tables>, seat: string): Promise<void> {
  const change = database.transaction("heard", "readwrite");
  const keys = await change.store.index("seat").getAllKeys(seat);
  await Promise.all([...keys.map((key) => change.store.delete(key)), change.done]);
}
