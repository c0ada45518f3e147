import type { DBSchema, IDBPDatabase } from "idb";
import { withoutText } from "../../src/index.ts";
import { packEntries, type Snapshot, unpackEntries } from "../../src/protocol/room.ts";
import { type HeardEntry, type Packed, type PackReader, unpackedSnapshot } from "./packs.ts";
import { browserDatabase } from "../state/browser-database.ts";

/** What was heard of a room, and the epoch of the server's that it is of. */
export interface Heard {
  readonly epoch: string;
  /** What all entries before those that follow come to, where that was told in their place. */
  readonly snapshot: Snapshot | undefined;
  /** In order and without gaps, from the first or the one after the snapshot on. */
  readonly entries: readonly HeardEntry[];
  /** Those that the snapshot is of, from the first on, as far as they are kept; `rest`: as of {@link PackReader.read}. */
  readonly past: (rest: () => Promise<void>) => Promise<readonly HeardEntry[]>;
}

/** As the server told it: a text of entries; packs of those long past; or what those come to. */
export type ToldLog =
  | { readonly is: "entries"; readonly packed: string }
  | { readonly is: "packs" | "snapshot"; readonly packed: Packed };

/** What this browser has heard of a room: the room is there at once when the page is loaded anew, with or without a line. */
export interface KeptLog {
  /** Nothing where nothing was kept, or it cannot be read. */
  readonly read: (reader: PackReader) => Promise<Heard>;
  readonly add: (told: ToldLog, epoch: string) => void;
  /** Deletes the text of an entry by its number. */
  readonly withoutText: (number: number) => void;
  readonly forget: () => void;
}

export const NOTHING_KEPT: Heard = {
  epoch: "",
  snapshot: undefined,
  entries: [],
  past: () => Promise.resolve([]),
};

interface KeptRow {
  readonly seat: string;
  readonly packed: string | Packed;
  /** Of those that are no text; packs where it is not said. */
  readonly is?: "packs" | "snapshot";
  readonly epoch?: string;
}

interface Tables extends DBSchema {
  readonly heard: {
    readonly key: number;
    readonly value: KeptRow;
    readonly indexes: { readonly seat: string };
  };
}

const open = browserDatabase<Tables>("skoledistrikt-rooms", 1, (fresh) => {
  fresh.createObjectStore("heard", { autoIncrement: true }).createIndex("seat", "seat");
});

/** Opens what rooms are kept in before there is one; where the browser keeps nothing, that is seen when it is read. */
export const openKept = (): Promise<void> => open().then(passing, passing);

/** What cannot be kept is told anew. */
const passing = (): void => undefined;

/** Kept by seat: who left a room and comes by its link again takes a new one. Where the browser keeps nothing, the server tells it anew. */
export function keptLog(seat: string): KeptLog {
  open().catch(passing);
  return {
    read: async (reader) => {
      try {
        return await heardIn(await (await open()).getAllFromIndex("heard", "seat", seat), reader);
      } catch {
        return NOTHING_KEPT;
      }
    },
    add: ({ is, packed }, epoch) =>
      void open()
        .then((db) => db.add("heard", { seat, packed, ...(is !== "entries" && { is }), epoch }))
        .catch(passing),
    withoutText: (number) =>
      void open()
        .then((db) => hide(db, seat, number))
        .catch(passing),
    forget: () =>
      void open()
        .then((db) => forget(db, seat))
        .catch(passing),
  };
}

const atOnce = (): Promise<void> => Promise.resolve();

/** What rows hold, whatever order they were told in. */
async function heardIn(rows: readonly KeptRow[], reader: PackReader): Promise<Heard> {
  const newest = rows.findLast(({ is }) => is === "snapshot")?.packed;
  const snapshot = typeof newest === "object" ? await unpackedSnapshot(newest) : undefined;
  const inWords = rows.flatMap(({ packed }) => (typeof packed === "string" ? unpackEntries(packed) : []));
  const packs = rows.flatMap(({ packed, is }) => (typeof packed === "string" || is === "snapshot" ? [] : [packed]));
  const past: Heard["past"] = async (rest) => {
    const read: HeardEntry[] = [];
    for (const each of packs) for (const entry of await reader.read(each, rest)) read.push(entry);
    return inTurn([...read, ...inWords], 0);
  };
  return {
    epoch: rows.at(0)?.epoch ?? "",
    snapshot,
    entries: snapshot ? inTurn(inWords, snapshot.last) : await past(atOnce),
    past,
  };
}

/** The entries after a number, each once and up to the first that is missing: another window may have been closed while it was writing. */
function inTurn(entries: readonly HeardEntry[], after: number): readonly HeardEntry[] {
  const all: HeardEntry[] = [];
  for (const entry of entries.toSorted((a, b) => a.number - b.number))
    if (entry.number === after + all.length + 1) all.push(entry);
  return all;
}

async function hide(database: IDBPDatabase<Tables>, seat: string, number: number): Promise<void> {
  const change = database.transaction("heard", "readwrite");
  for await (const row of change.store.index("seat").iterate(seat)) {
    const { packed } = row.value;
    // What is packed goes whole: where something is missing, all of it is told anew.
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
