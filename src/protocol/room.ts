import { z } from "zod";
import type { Text } from "../domain/language.ts";
import { type Ballot, ballotSchema, type RoomCursor, type RoomView, writtenActSchema } from "./room-acts.ts";
import { ROOM_LIMITS } from "./room-limits.ts";
import { type Role, ROLES } from "./room-roles.ts";
import { editFileSchema, proposalFileSchema } from "./proposal-file.ts";
import { saidSchema } from "./shown.ts";
import { hashSchema } from "./word-schemas.ts";
import { isSeen, onOneLine } from "./words.ts";

/** A seat need not be called anything. */
const seatNameSchema = z
  .string()
  .max(ROOM_LIMITS.seatName)
  .overwrite((name) => (isSeen(name) ? onOneLine(name) : ""));
/** 32 random bytes as base64url. */
const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const makeRoomSchema = z.strictObject({
  title: z.string().refine(isSeen).overwrite(onOneLine).max(ROOM_LIMITS.title),
  /** A proposal's file: its start and edits are what the room begins with. */
  proposal: proposalFileSchema,
  /** So long its links let anybody in. */
  linkDays: z.int().min(1).max(ROOM_LIMITS.linkDays).default(ROOM_LIMITS.usualLinkDays),
});

/** Who comes to the door: with a link, to take a seat; or with the secret of a seat taken before. */
export const joinSchema = z.union([
  z.strictObject({ link: secretSchema, name: seatNameSchema }),
  z.strictObject({ seat: secretSchema }),
]);

/** Who stands at the door with a link, and has not gone in yet. */
export const atDoorSchema = z.strictObject({ link: secretSchema });

/** What stands on a room's door, for whoever has a link to it. */
export const doorSchema = z.strictObject({ title: z.string() });
export type Door = z.infer<typeof doorSchema>;

/** A socket's first words; `after`: the last entry that its page has, of the epoch that it was told then; "": of none. */
export const helloSchema = z.strictObject({
  seat: secretSchema,
  after: z.int().min(0),
  epoch: z.string().max(ROOM_LIMITS.id),
  /** What numbers of units and sites mean to the page, where it reads packs of them. */
  ground: hashSchema.optional(),
});

/** An id that a page of ours makes: no sign of it is lost on its way into a database. */
const isPlainId = (id: string): boolean => /^[\w-]+$/.test(id) && id.length <= ROOM_LIMITS.id;

/** What names something of the room: it is there, or is refused. */
const nameOfSchema = z.string().max(ROOM_LIMITS.id);

/** An edit of one of the room's proposals, as a page sends it. */
export const sentEditSchema = z
  .strictObject({ proposal: nameOfSchema, edit: editFileSchema })
  .refine(({ edit: { id, takesBack = id, belongsTo = id } }) => [id, takesBack, belongsTo].every(isPlainId));
/** As {@link sentEditSchema}, of an act. */
export const sentActSchema = z.strictObject({ id: z.string().refine(isPlainId), act: writtenActSchema });

const sentSchema = z.union([sentEditSchema, sentActSchema]);
export type Sent = z.infer<typeof sentSchema>;

export const idOfSent = (sent: Sent): string => ("edit" in sent ? sent.edit.id : sent.id);

/** A ballot for an open vote; null: taken back. */
export const voteSchema = z.strictObject({ vote: nameOfSchema, ballot: ballotSchema.nullable() });

const roleSchema = z.enum(ROLES);

export const madeRoomSchema = z.strictObject({
  room: z.string(),
  /** Secrets of the links, by role. */
  links: z.record(roleSchema, secretSchema),
});
export type MadeRoom = z.infer<typeof madeRoomSchema>;

/** Asks for a new link of a role, with the secret of a seat that may; `isOpen` false: the old one is withdrawn alone. */
export const relinkSchema = z.strictObject({ seat: secretSchema, role: roleSchema, isOpen: z.boolean() });
export const relinkedSchema = z.strictObject({ secret: secretSchema.optional() });
export type Relinked = z.infer<typeof relinkedSchema>;

/**
 * Asks for what is long past of a room, with the secret of a seat: the packs after an entry, which are answered as bytes, each compressed
 * ("deflate-raw") and after its length; the first may hold some that the page has. No bytes: there are no packs after it just now.
 */
export const pastSchema = z.strictObject({ seat: secretSchema, after: z.int().min(0) });

/** Asks for what was done from a seat, with the secret of it, or to have it deleted. */
export const ownSchema = z.strictObject({ seat: secretSchema });

export const joinedSchema = z.strictObject({
  room: z.string(),
  title: z.string(),
  /** The secret of the seat. */
  seat: secretSchema,
  /** Of the seat; edits are signed with it. */
  id: z.string(),
  role: roleSchema,
  /** The link lets draw, and the room has no more places for it: the seat is for watching. */
  isFull: z.literal(true).optional(),
});
export type Joined = z.infer<typeof joinedSchema>;

export const actEntrySchema = z.strictObject({
  number: z.int().min(1),
  id: z.string(),
  /** Id of a seat. */
  by: z.string(),
  /** By the clock of whoever numbers, ISO 8601. */
  at: z.string(),
  act: writtenActSchema,
});

/** What is in a room's log, with its place in it, from 1 on. */
const entrySchema = z.union([
  z.strictObject({ number: z.int().min(1), proposal: z.string(), edit: editFileSchema }),
  actEntrySchema,
]);
export type Entry = z.infer<typeof entrySchema>;
export type EditEntry = Extract<Entry, { readonly edit: unknown }>;
export type ActEntry = Extract<Entry, { readonly act: unknown }>;

export const idOfEntry = (entry: Entry): string => ("edit" in entry ? entry.edit.id : entry.id);

/** Throws where it is no entry. */
export const readEntry = (written: unknown): Entry => entrySchema.parse(written);

/** Entries as they are sent: packed once for all who get them. */
export const packEntries = (entries: readonly Entry[]): string => JSON.stringify(entries);

/** Throws where the text is no entries. */
export const unpackEntries = (packed: string): readonly Entry[] => z.array(entrySchema).parse(JSON.parse(packed));

/** What a proposal of a room is called from one of its entries on; `at`: ISO 8601. */
export const titledSchema = z.strictObject({
  proposal: z.string(),
  number: z.int().min(1),
  by: z.string(),
  at: z.string(),
  title: saidSchema,
});
export type Titled = z.infer<typeof titledSchema>;

const snapshotSchema = z.strictObject({
  last: z.int().min(1),
  bytes: z.int().min(0),
  entries: z.array(entrySchema),
  titles: z.array(titledSchema),
  sums: z.record(z.string(), hashSchema),
});
/**
 * What a room's log comes to up to its entry `last`, told in few entries: what was done stands as in the log; all that was drawn on a proposal is one
 * edit, with the number of the last of them. `bytes`: of all the entries as they are kept; `titles`: what proposals were called meanwhile; `sums`: of
 * each proposal that was drawn on, as it then is, so that whoever reads it otherwise knows.
 */
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Throws where the text is none. */
export const readSnapshot = (text: string): Snapshot => snapshotSchema.parse(JSON.parse(text));

/** What waits for an answer, as a page keeps it. */
export const outboxSchema = z.array(sentSchema);

/**
 * What becomes of what was sent. `later`: nothing was kept, it may be sent again. `code`: why, in a word that stays the same whatever the
 * sentences are.
 */
export type RoomAnswer =
  | { readonly kind: "numbered"; readonly number: number }
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly code: string; readonly lines: readonly Text[] }
  | { readonly kind: "later"; readonly code: Later };

/** Why something is to be sent again: what rooms are kept in is full, or does not answer; or too much came at once. */
export type Later = "storage.full" | "storage.away" | "slow";

/** Votes that are open: how many have voted, and for whom it is told, what oneself did. */
export interface Counts {
  readonly vote: string;
  readonly ballots: number;
}
export interface OwnBallot {
  readonly vote: string;
  readonly ballot: Ballot | null;
}

export interface PersonHere {
  /** Of the seat; edits are signed with it. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isHere: boolean;
  /** The seat was taken away: its name stands at what it did. */
  readonly isOut?: true;
}

/**
 * Why the server ends a line. "out": the seat was taken away; "elsewhere": it is open in more windows than a seat may have, and this was
 * the first of them; "full": no more may watch just now; "later": it cannot be served just now, or took in too little, or said too much.
 */
export type Bye = "out" | "elsewhere" | "full" | "later" | "stopping";

/** Messages of a page over its socket. */
export interface FromPage {
  readonly put: (sent: Sent, answer: (answer: RoomAnswer) => void) => void;
  readonly vote: (sent: z.infer<typeof voteSchema>, answer: (answer: RoomAnswer) => void) => void;
  /** The number of the last entry that the page has, said now and then: where too much is on its way it is told no more until it says so. */
  readonly has: (number: number) => void;
  /** Where whoever leads looks, while others follow; nobody waits for it. */
  readonly view: (view: RoomView) => void;
  /** Where this page points; nobody waits for it, and nothing of it is kept. */
  readonly cursor: (cursor: RoomCursor) => void;
  /** The proposal whose cursors this page shows; null: none. */
  readonly watch: (proposal: string | null) => void;
}

/** Messages of the server. */
export interface FromServer {
  /** The next entries in order, packed, and the number of their last; the page says when it has them. */
  readonly entries: (packed: string, last: number) => void;
  /**
   * What all entries up to one come to, where the page has far less: a {@link Snapshot}, compressed ("deflate-raw"). The entries after it follow; those
   * before it the page asks for when it has the time. Only to a page that said in its hello what the server's numbers mean.
   */
  readonly snapshot: (packed: Uint8Array<ArrayBuffer>, last: number) => void;
  /**
   * Said once, when the page comes: how many entries there are, all of which it will be told; the server's clock, ISO 8601; after how many
   * days a room that nobody has used is deleted; and the epoch of what rooms are kept in, which a restore ends: what a page has of another
   * epoch may never have been, and it is told all anew.
   */
  readonly here: (entries: number, now: string, keepDays: number, epoch: string) => void;
  /** Whoever takes part, and some of those who watch; `more`: how many others watch just now. */
  readonly people: (people: readonly PersonHere[], more: number) => void;
  /** Said last, before the server ends the line. */
  readonly bye: (why: Bye) => void;
  /** Until when each link that was not withdrawn lets anybody in, ISO 8601; told to those who may make new ones. */
  readonly links: (until: Readonly<Partial<Record<Role, string>>>) => void;
  readonly counts: (counts: readonly Counts[]) => void;
  /** One's own ballots in votes that are open. */
  readonly ballots: (ballots: readonly OwnBallot[]) => void;
  readonly view: (view: RoomView) => void;
  /** Where a seat points. */
  readonly cursor: (seat: string, cursor: RoomCursor) => void;
}
