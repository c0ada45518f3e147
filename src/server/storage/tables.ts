import type { ColumnType, Generated } from "kysely";
import type { Role } from "../../protocol/room-roles.ts";

/** What is kept of rooms. Secrets are kept as hashes alone; times are ISO 8601. */
export interface Tables {
  readonly rooms: RoomsTable;
  readonly seats: SeatsTable;
  readonly links: LinksTable;
  readonly entries: EntriesTable;
  readonly ballots: BallotsTable;
  readonly processes: ProcessesTable;
  readonly present: PresentTable;
  readonly uses: UsesTable;
  readonly sweeps: SweepsTable;
  readonly audit: AuditTable;
  readonly epoch: EpochTable;
  readonly packs: PacksTable;
  readonly snapshots: SnapshotsTable;
}

interface RoomsTable {
  readonly id: string;
  readonly title: string;
  /** Hash of the case's files that the room draws on. */
  readonly data: string;
  readonly made: string;
  /** Days that a link holds from when it is made. */
  readonly link_days: Generated<number>;
}

/** A link lets whoever holds it take a seat of its role. */
interface LinksTable {
  readonly secret_hash: string;
  readonly room: string;
  readonly role: Role;
  readonly revoked: Generated<boolean>;
  /** It lets nobody in from then on. */
  readonly expires: Generated<string>;
}

/** One person on one device. */
interface SeatsTable {
  readonly id: string;
  readonly secret_hash: string;
  readonly room: string;
  readonly role: Role;
  /** "" for whoever gave none. */
  readonly name: string;
  readonly made: string;
  /** It was taken away: its secret holds no more. */
  readonly gone: Generated<boolean>;
}

/** The log of a room: what is drawn and what is done, in one order. */
interface EntriesTable {
  readonly room: string;
  /** From 1 on, without gaps. */
  readonly number: number;
  readonly id: string;
  readonly seat: string;
  /** As JSON. */
  readonly entry: string;
}

/** Ballots of votes that are open; what is counted holds no names, and they are deleted. */
interface BallotsTable {
  readonly room: string;
  readonly vote: string;
  readonly seat: string;
  /** As JSON. */
  readonly ballot: string;
}

/** A running server, and when it last said so, by the database's clock. */
interface ProcessesTable {
  readonly id: string;
  readonly seen: ColumnType<Date>;
}

/** Who sits in a room just now, by way of which server; nothing that is kept. */
interface PresentTable {
  readonly socket: string;
  readonly process: string;
  readonly room: string;
  readonly seat: string;
}

/** When somebody last used a room, by the database's clock; a room that is made or restored is used from the next look on. */
interface UsesTable {
  readonly room: string;
  readonly at: ColumnType<Date>;
}

/** "last": when it was last seen which rooms nobody uses; "waits": until when nothing is deleted. */
interface SweepsTable {
  readonly name: "last" | "waits";
  readonly at: ColumnType<Date>;
}

/** What is long past of a room's log, packed; it follows from the entries, and is deleted where they change. */
interface PacksTable {
  readonly room: string;
  /** The number of the last entry in it. */
  readonly last: number;
  /** What its numbers mean. */
  readonly ground: string;
  /** As base64: the embedded database takes a second to hand over two megabytes of bytes. */
  readonly packed: string;
}

/** What a room's log comes to up to the end of a pack; it follows from the packs, and is deleted where an entry in it changes. */
interface SnapshotsTable {
  readonly room: string;
  readonly last: number;
  readonly ground: string;
  /** As base64. */
  readonly packed: string;
}

/** One row: which state of the database this is. A restore makes a new one: what pages heard before may never have been. */
interface EpochTable {
  readonly id: string;
}

/** What those who lead a room, and whoever runs the program, did: only added to. No names and nothing that anybody wrote. */
interface AuditTable {
  readonly id: string;
  readonly at: Generated<Date>;
  /** Null: of no single room. */
  readonly room: string | null;
  /** Id of a seat, or "organiser", "command" or "server". */
  readonly who: string;
  readonly act: string;
  /** What it was done to: ids, roles and numbers. */
  readonly about: string;
}
