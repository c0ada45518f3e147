import { z } from "zod";
import type { Text } from "../domain/language.ts";
import { actSchema, type Ballot, ballotSchema, type RoomView } from "./room-acts.ts";
import { type Role, ROLES } from "./room-roles.ts";
import { editFileSchema, proposalFileSchema } from "./proposal-file.ts";

/** Signs that are not seen, or turn what stands beside them around. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const nameSchema = z
  .string()
  .max(40)
  .refine((name) => !UNSEEN.test(name));
/** 32 random bytes as base64url. */
const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const makeRoomSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .refine((title) => !UNSEEN.test(title)),
  /** A proposal's file: its start and edits are what the room begins with. */
  proposal: proposalFileSchema,
});

/** Who comes to the door: with a link, to take a seat; or with the secret of a seat taken before. */
export const joinSchema = z.union([
  z.strictObject({ link: secretSchema, name: nameSchema }),
  z.strictObject({ seat: secretSchema }),
]);

/** A socket's first words; `after`: the last edit that its page has. */
export const helloSchema = z.strictObject({ seat: secretSchema, after: z.int().min(0) });

/** An id that a page of ours makes: no sign of it is lost on its way into a database. */
const isPlainId = (id: string): boolean => /^[\w-]{1,80}$/.test(id);

/** What a page sends: an edit of one of the room's proposals, or an act. */
export const sentSchema = z.union([
  z
    .strictObject({ proposal: z.string(), edit: editFileSchema })
    .refine(({ edit: { id, takesBack = id, belongsTo = id } }) => [id, takesBack, belongsTo].every(isPlainId)),
  z.strictObject({ id: z.string().refine(isPlainId), act: actSchema }),
]);
export type Sent = z.infer<typeof sentSchema>;

export const idOfSent = (sent: Sent): string => ("edit" in sent ? sent.edit.id : sent.id);

/** A ballot for an open vote; null: taken back. */
export const voteSchema = z.strictObject({ vote: z.string(), ballot: ballotSchema.nullable() });

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

/** What is in a room's log, with its place in it, from 1 on. */
const entrySchema = z.union([
  z.strictObject({ number: z.int().min(1), proposal: z.string(), edit: editFileSchema }),
  z.strictObject({
    number: z.int().min(1),
    id: z.string(),
    /** Id of a seat. */
    by: z.string(),
    /** By the clock of whoever numbers, ISO 8601. */
    at: z.string(),
    act: actSchema,
  }),
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

/** What waits for an answer, as a page keeps it. */
export const outboxSchema = z.array(sentSchema);

/** What becomes of what was sent; `later`: nothing was kept, it may be sent again. */
export type RoomAnswer =
  | { readonly kind: "numbered"; readonly number: number }
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly lines: readonly Text[] }
  | { readonly kind: "later" };

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
}

/** Messages of a page over its socket. */
export interface FromPage {
  readonly put: (sent: Sent, answer: (answer: RoomAnswer) => void) => void;
  readonly vote: (sent: z.infer<typeof voteSchema>, answer: (answer: RoomAnswer) => void) => void;
  /** The number of the last entry that the page has, said now and then: where too much is on its way it is told no more until it says so. */
  readonly has: (number: number) => void;
  /** Where whoever leads looks, while others follow; nobody waits for it. */
  readonly view: (view: RoomView) => void;
}

/** Messages of the server. */
export interface FromServer {
  /** The next entries in order, packed, and the number of their last; the page says when it has them. */
  readonly entries: (packed: string, last: number) => void;
  /**
   * Said once, when the page comes: how many entries there are, all of which it will be told; the server's clock, ISO 8601; after how many
   * days a room that nobody has used is deleted.
   */
  readonly here: (entries: number, now: string, keepDays: number) => void;
  readonly people: (people: readonly PersonHere[]) => void;
  readonly counts: (counts: readonly Counts[]) => void;
  /** One's own ballots in votes that are open. */
  readonly ballots: (ballots: readonly OwnBallot[]) => void;
  readonly view: (view: RoomView) => void;
}
