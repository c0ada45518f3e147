import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { io, type Socket } from "socket.io-client";
import { writeEdit } from "../../src/edit/edit-file.ts";
import type { Change } from "../../src/edit/change.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { received } from "../../src/edit/received.ts";
import { followed, type Followed, hears } from "../../src/edit/shared-log.ts";
import {
  type FromPage,
  type FromServer,
  type Joined,
  type MadeRoom,
  type NumberedFile,
  type RoomAnswer,
  unpackEdits,
} from "../../src/protocol/room.ts";
import { buildServer, listen } from "../../src/server/serve.ts";
import type { StoragePlace } from "../../src/server/storage/storage.ts";
import { openedCase } from "../cases/opened.ts";
import { start } from "../edit/random.ts";

const lattice = openedCase("lattice");
const { dataHash, plans, basis } = lattice;
export const context = { municipality: basis.municipality, plans, dataHash };
const THREAD = new URL("../../dist/src/server/storage/pglite-worker.js", import.meta.url);

const emptyWeb = mkdtempSync(join(tmpdir(), "skoledistrikt-rooms-"));

/** A server with rooms of the lattice's case, and where it listens. */
export async function serveRooms(
  place: StoragePlace,
): Promise<{ readonly server: FastifyInstance; readonly url: string }> {
  const server = await buildServer({
    caseFolder: "data/lattice",
    webFolder: emptyWeb,
    schemaFolder: emptyWeb,
    rooms: { place, context: async () => context, thread: THREAD },
  });
  await listen(server, 0);
  return { server, url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

export async function post(url: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

export const proposal = writeProposal({ id: "p", start: plans[0], edits: [] }, context);

export async function makeRoom(url: string): Promise<MadeRoom> {
  const { status, body } = await post(url, "/rooms/make", { title: "Borgermøde", proposal });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as MadeRoom;
}

export async function joinRoom(url: string, link: string, name: string): Promise<Joined> {
  const { status, body } = await post(url, "/rooms/join", { link, name });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Joined;
}

/** A page in a room, without the page. */
export class Guest {
  readonly socket: Socket<FromServer, FromPage>;
  readonly edits: NumberedFile[] = [];
  log: Followed = followed(start, 0);
  #heard: (() => void)[] = [];

  constructor(url: string, seat: string, after = 0) {
    this.socket = io(url, {
      path: "/rooms/live",
      auth: { seat, after },
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
    });
    this.socket.on("edits", (packed, has) => {
      for (const numbered of unpackEdits(packed)) {
        this.edits.push(numbered);
        const read = received(this.log.agreed, numbered.edit);
        if (!("edit" in read)) throw new Error("unread");
        this.log = hears(this.log, [{ number: numbered.number, edit: read.edit }]);
      }
      has();
      for (const heard of this.#heard) heard();
    });
  }

  get draft(): Draft {
    return this.log.draft;
  }

  connected(): Promise<void> {
    return new Promise((kept, lost) => {
      this.socket.once("connect", kept);
      this.socket.once("connect_error", lost);
    });
  }

  /** Sends an edit made of what this guest sees. */
  draw(id: string, changes: readonly Change[]): Promise<RoomAnswer> {
    const edit = writeEdit(this.draft, { id, by: "whoever", at: "2026-01-01T00:00:00Z", changes });
    return this.socket.timeout(5000).emitWithAck("draw", { edit });
  }

  /** Resolves once it has an edit of that number. */
  async until(number: number): Promise<void> {
    while (this.log.number < number)
      await new Promise<void>((heard) => {
        this.#heard.push(heard);
      });
  }
}
