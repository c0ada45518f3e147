import type { Generated } from "kysely";
import type { Role } from "../../protocol/room-roles.ts";

/** What is kept of rooms. Secrets are kept as hashes alone; times are ISO 8601. */
export interface Tables {
  readonly rooms: RoomsTable;
  readonly seats: SeatsTable;
  readonly links: LinksTable;
  readonly edits: EditsTable;
}

interface RoomsTable {
  readonly id: string;
  readonly title: string;
  /** Hash of the case's files that the room draws on. */
  readonly data: string;
  /** A proposal's file without edits: where the drawing starts. */
  readonly start: string;
  readonly made: string;
}

/** A link lets whoever holds it take a seat of its role. */
interface LinksTable {
  readonly secret_hash: string;
  readonly room: string;
  readonly role: Role;
  readonly revoked: Generated<boolean>;
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
}

interface EditsTable {
  readonly room: string;
  /** From 1 on, without gaps. */
  readonly number: number;
  readonly id: string;
  readonly seat: string;
  readonly edit: string;
}
