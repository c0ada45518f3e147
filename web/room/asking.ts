import { z } from "zod";
import type { Text } from "../../src/index.ts";
import type { Role } from "../../src/protocol/room-roles.ts";
import type { Packed } from "./packs.ts";
import { doorSchema, type Joined, joinedSchema, madeRoomSchema, relinkedSchema } from "../../src/protocol/room.ts";
import { NO_SERVER } from "./room-words.ts";

/** What became of asking the server; where it said no, in whose words, and whether what was asked for is not there, or not any more. */
export type Asked<Value> = { readonly value: Value } | { readonly refused: Text; readonly isGone: boolean };

/** Asks the program that the page comes from for rooms and seats. */
export const askAs = (headers: Readonly<Record<string, string>>) => ({
  /** The seat that this tab has taken, as it was kept; `undefined` where there is none. */
  taken: (written: string | undefined): Joined | undefined => {
    try {
      return joinedSchema.parse(JSON.parse(written ?? ""));
    } catch {
      return undefined;
    }
  },
  prepare: async (): Promise<void> => {
    await fetch("rooms/prepare", { method: "POST", headers }).catch(() => undefined);
  },
  make: (room: { readonly title: string; readonly proposal: unknown; readonly linkDays: number }) =>
    ask("rooms/make", room, madeRoomSchema, headers),
  /** What stands on the door that a link leads to. */
  door: (link: string) => ask("rooms/door", { link }, doorSchema, headers, IN_LINE),
  join: (by: { readonly link: string; readonly name: string } | { readonly seat: string }) =>
    ask("rooms/join", by, joinedSchema, headers, IN_LINE),
  /** A new link of a role in place of the one before; `isOpen` false: none. `seat`: the secret of a seat that may. */
  relink: (link: { readonly seat: string; readonly role: Role; readonly isOpen: boolean }) =>
    ask("rooms/links", link, relinkedSchema, headers),
  /** All that was done from a seat, as a document; `seat`: its secret. */
  own: (seat: string) => ask("rooms/own", { seat }, z.looseObject({}), headers),
  /** The packs of what is long past of the room after an entry, none where there are none; `undefined` where no answer came. `seat`: its secret. */
  past: async (seat: string, after: number): Promise<Packed | undefined> => {
    try {
      const response = await send("rooms/past", { seat, after }, headers);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    } catch {
      return undefined;
    }
  },
  /** Whoever leaves takes along what they voted in open votes; said also while the page is closed. */
  leave: async (seat: string): Promise<void> => {
    await send("rooms/leave", { seat }, headers, { keepalive: true }).catch(() => undefined);
  },
  /** Has the seat's name and all that was written from it deleted. */
  forget: (seat: string) => ask("rooms/own/forget", { seat }, z.strictObject({}), headers),
});

/** Where many come at once, a page waits its turn and asks again: so often, and so long between, milliseconds, give or take half. */
const IN_LINE = { times: 20, wait: 4000 } as const;

async function ask<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
  headers: Readonly<Record<string, string>>,
  line = { times: 0, wait: 0 },
): Promise<Asked<z.infer<Schema>>> {
  try {
    const response = await send(path, body, headers);
    const answer: unknown = await response.json();
    if (response.status === 429 && line.times > 0) {
      await new Promise((done) => setTimeout(done, line.wait * (0.5 + Math.random())));
      return await ask(path, body, schema, headers, { ...line, times: line.times - 1 });
    }
    return response.ok
      ? { value: schema.parse(answer) }
      : { refused: isText(answer) ? answer : NO_SERVER, isGone: response.status === 404 };
  } catch {
    return { refused: NO_SERVER, isGone: false };
  }
}

const send = (
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  more: Pick<RequestInit, "keepalive"> = {},
): Promise<Response> =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    ...more,
  });

const isText = (answer: unknown): answer is Text =>
  typeof answer === "object" && answer !== null && "da" in answer && "en" in answer;
