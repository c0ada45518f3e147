import { z } from "zod";
import type { Text } from "../domain/language.ts";
import { type Role, ROLES } from "./room-roles.ts";
import { editFileSchema, proposalFileSchema } from "./proposal-file.ts";

const nameSchema = z.string().max(40);
/** 32 random bytes as base64url. */
const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const makeRoomSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
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

export const drawSchema = z.strictObject({ edit: editFileSchema });

const roleSchema = z.enum(ROLES);

export const madeRoomSchema = z.strictObject({
  room: z.string(),
  /** Secrets of the links, by role. */
  links: z.record(roleSchema, secretSchema),
});
export type MadeRoom = z.infer<typeof madeRoomSchema>;

export const joinedSchema = z.strictObject({
  room: z.string(),
  title: z.string(),
  /** The secret of the seat. */
  seat: secretSchema,
  /** Of the seat; edits are signed with it. */
  id: z.string(),
  role: roleSchema,
  /** What the room's edits are made of. */
  start: proposalFileSchema,
});
export type Joined = z.infer<typeof joinedSchema>;

/** An edit with its place in the log, from 1 on. */
const numberedSchema = z.strictObject({ number: z.int().min(1), edit: editFileSchema });
export type NumberedFile = z.infer<typeof numberedSchema>;

/** Edits as they are sent: packed once for all who get them. */
export const packEdits = (edits: readonly NumberedFile[]): string => JSON.stringify(edits);

/** Throws where the text is no edits. */
export const unpackEdits = (packed: string): readonly NumberedFile[] =>
  z.array(numberedSchema).parse(JSON.parse(packed));

/** Edits that wait for an answer, as a page keeps them. */
export const outboxSchema = z.array(editFileSchema);

/** What becomes of an edit that was sent; `later`: nothing was kept, it may be sent again. */
export type RoomAnswer =
  | { readonly kind: "numbered"; readonly number: number }
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly lines: readonly Text[] }
  | { readonly kind: "later" };

export interface PersonHere {
  /** Of the seat; edits are signed with it. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly isHere: boolean;
}

/** Messages of a page over its socket. */
export interface FromPage {
  readonly draw: (sent: z.infer<typeof drawSchema>, answer: (answer: RoomAnswer) => void) => void;
}

/** Messages of the server. */
export interface FromServer {
  /** The next edits in order, packed; the page says when it has them. */
  readonly edits: (packed: string, has: () => void) => void;
  /** Said once, when the page comes: how many edits there are, all of which it will be told. */
  readonly here: (edits: number) => void;
  readonly people: (people: readonly PersonHere[]) => void;
}
