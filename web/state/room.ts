import type { Meeting, Position, ReadUpTo, Text } from "../../src/index.ts";
import type { ActEntry, Counts, OwnBallot, PersonHere, Titled } from "../../src/protocol/room.ts";
import type { Role } from "../../src/protocol/room-roles.ts";

/** The room that this page is in. */
export interface RoomState {
  readonly title: string;
  /** Own seat. */
  readonly seat: string;
  /** What the seat may do by now. */
  readonly role: Role;
  readonly people: readonly PersonHere[];
  /** How many more watch, beside those who are named. */
  readonly more: number;
  /** "away": the connection is gone, and drawing goes on. "kept": it was opened from a file, and there is nobody else in it. */
  readonly line: "coming" | "here" | "away" | "kept";
  /** When the file was saved that it was opened from, ISO 8601. */
  readonly savedAt?: string;
  /** "stopping": it has said that it stops, and is mostly back soon. */
  readonly server: "running" | "stopping";
  /** What of one's own the room does not have yet. */
  readonly waiting: number;
  /** Proposals that are drawn in it, in the order they were begun in. */
  readonly proposals: readonly SharedProposal[];
  readonly meeting: Meeting;
  /** The number of its last entry that this page has. */
  readonly number: number;
  /** "coming": a room of much history shows all that was drawn as one step until the steps are here. */
  readonly history: "here" | "coming";
  /** What was done beside drawing, in order. */
  readonly acts: readonly ActEntry[];
  /** What its proposals were called, from when on, in order. */
  readonly titles: readonly Titled[];
  readonly counts: readonly Counts[];
  /** One's own, in votes that are open. */
  readonly ballots: readonly OwnBallot[];
  /** By how much the server's clock is ahead of this machine's, milliseconds. */
  readonly ahead: number;
  /** When it is deleted, should nobody use it from now on, ISO 8601; absent until the server has said so. */
  readonly deletedAt?: string;
  /** Secrets of the links that this page made, by role; none for whoever came by one. */
  readonly links: Readonly<Partial<Record<Role, string>>>;
  /** Until when each link lets anybody in, ISO 8601; told to those who may make new ones. */
  readonly linksUntil: Readonly<Partial<Record<Role, string>>>;
}

/** How this page looks on at a room: what has been read of it, and whether its map goes along with whoever leads. */
export interface RoomLook {
  readonly read: ReadUpTo;
  /** "apart": one went one's own way. */
  readonly follows: "along" | "apart";
  /** Whether others may be shown where this page points on the map. */
  readonly cursor: "shown" | "hidden";
  /** What one writes is about this place; "choosing": the map's next click says which. */
  readonly place: Position | "choosing" | "none";
  /** What of one's own the room did not take, in order, until that is read. */
  readonly refused: readonly Untaken[];
}

/** Something that one did and the room did not take: what it was called, where that says which it is; and why. */
export interface Untaken {
  readonly what?: Text;
  readonly why: readonly Text[];
}

export const FIRST_LOOK: RoomLook = {
  read: { meeting: 0, came: 0, talk: new Map() },
  follows: "along",
  cursor: "shown",
  place: "none",
  refused: [],
};

/** A room that was led in this browser. */
export interface LedRoom {
  /** Of the seat that it was led from. */
  readonly seat: string;
  /** Of the room, and the name that was given there; "": none. */
  readonly title: string;
  readonly name: string;
}

/** A proposal of the room's as this page holds it. */
export interface SharedProposal {
  /** Id of the page's proposal. */
  readonly id: string;
  /** What the room knows it by. */
  readonly key: string;
  /** Whether something of one's own can be taken back, or made again. */
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** The room's last entry that is in it. */
  readonly number: number;
}
