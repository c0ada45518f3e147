import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { io, type Socket } from "socket.io-client";
import { writeEdit } from "../../src/edit/edit-file.ts";
import type { Change } from "../../src/edit/change.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { readProposal, writeProposal } from "../../src/edit/proposal-file.ts";
import { received } from "../../src/edit/received.ts";
import { followed, type Followed, hears } from "../../src/edit/shared-log.ts";
import { afterEntry, EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import type { Act, Ballot, RoomCursor } from "../../src/protocol/room-acts.ts";
import {
  type Bye,
  type Counts,
  type EditEntry,
  type Entry,
  type FromPage,
  type FromServer,
  type Joined,
  type MadeRoom,
  type OwnBallot,
  type PersonHere,
  type RoomAnswer,
  unpackEntries,
} from "../../src/protocol/room.ts";
import { buildServer, listen } from "../../src/server/serve.ts";
import type { StoragePlace } from "../../src/server/storage/storage.ts";
import { openedCase } from "../cases/opened.ts";

const lattice = openedCase("lattice");
const { dataHash, plans, basis } = lattice;
export const context = { municipality: basis.municipality, plans, dataHash };
export const THREAD = new URL("../../dist/src/server/storage/pglite-worker.js", import.meta.url);

const emptyWeb = mkdtempSync(join(tmpdir(), "skoledistrikt-rooms-"));

/** Fewer than a server's own, so that a room is soon full. */
export const MOST_DRAWING = 12;

/** Fewer too, so that most of what a late comer is told is packed. */
const PACKS = 3;

/** Shorter too, milliseconds. */
const LINGERS = 300;

/** A server with rooms of the lattice's case, and where it listens. `thread`: the file of an embedded database's thread. */
export async function serveRooms(
  place: StoragePlace,
  more: Pick<Parameters<typeof buildServer>[0], "log" | "metricsToken"> = {},
  open: () => Promise<typeof context> = async () => context,
  thread = THREAD,
): Promise<{ readonly server: FastifyInstance; readonly url: string }> {
  const server = await buildServer({
    caseFolder: "data/lattice",
    webFolder: emptyWeb,
    schemaFolder: emptyWeb,
    rooms: { place, context: open, mostDrawing: MOST_DRAWING, packs: PACKS, lingers: LINGERS, thread },
    ...more,
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

/** What is long past of a room after an entry, as a page asks for it. */
export async function pastOf(url: string, seat: string, after: number) {
  const response = await fetch(`${url}/rooms/past`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ seat, after }),
  });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

export const firstFile = writeProposal({ id: "p", start: plans[0], edits: [] }, context);

export async function makeRoom(url: string): Promise<MadeRoom> {
  const { status, body } = await post(url, "/rooms/make", { title: "Borgermøde", proposal: firstFile });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as MadeRoom;
}

export async function joinRoom(url: string, link: string, name: string): Promise<Joined> {
  const { status, body } = await post(url, "/rooms/join", { link, name });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Joined;
}

/** A page in a room, without the page, that has all of it told as it is. */
export class Guest {
  readonly socket: Socket<FromServer, FromPage>;
  readonly entries: Entry[] = [];
  meeting = EMPTY_MEETING;
  /** By proposal. */
  readonly logs = new Map<string, Followed>();
  people: readonly PersonHere[] = [];
  /** How many more watch. */
  more = 0;
  epoch = "";
  bye: Bye | undefined;
  counts: readonly Counts[] = [];
  ballots: readonly OwnBallot[] = [];
  /** Until when links let anybody in, where that is told. */
  linksUntil: Parameters<FromServer["links"]>[0] = {};
  /** Where others pointed, in order. */
  readonly cursors: { readonly seat: string; readonly cursor: RoomCursor }[] = [];
  number: number;
  #heard: (() => void)[] = [];

  constructor(url: string, seat: string, before?: Pick<Guest, "number" | "meeting" | "epoch" | "logs">) {
    this.number = before?.number ?? 0;
    this.meeting = before?.meeting ?? EMPTY_MEETING;
    this.epoch = before?.epoch ?? "";
    for (const [id, log] of before?.logs ?? []) this.logs.set(id, log);
    this.socket = io(url, {
      path: "/rooms/live",
      auth: { seat, after: this.number, epoch: this.epoch },
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
    });
    this.socket.on("entries", (packed, last) => {
      for (const entry of unpackEntries(packed)) this.#hear(entry);
      this.socket.emit("has", last);
      this.#tell();
    });
    this.socket.on("here", (_, __, ___, epoch) => {
      // As a page does: what was heard of another epoch may never have been.
      if (this.number > 0 && epoch !== this.epoch) this.number = 0;
      this.epoch = epoch;
    });
    this.socket.on("bye", (why) => this.#tell(() => (this.bye = why)));
    this.socket.on("people", (people, more) =>
      this.#tell(() => {
        this.people = people;
        this.more = more;
      }),
    );
    this.socket.on("cursor", (of, cursor) => this.#tell(() => this.cursors.push({ seat: of, cursor })));
    this.socket.on("counts", (counts) => this.#tell(() => (this.counts = counts)));
    this.socket.on("links", (until) => this.#tell(() => (this.linksUntil = until)));
    this.socket.on("ballots", (ballots) => this.#tell(() => (this.ballots = ballots)));
  }

  #hear(entry: Entry): void {
    if (entry.number !== this.number + 1) throw new Error(`${entry.number} after ${this.number}`);
    this.number = entry.number;
    this.entries.push(entry);
    this.meeting = afterEntry(this.meeting, entry);
    if ("act" in entry) {
      if (entry.act.kind !== "proposal") return;
      const read = readProposal(JSON.stringify(entry.act.file), context);
      this.logs.set(entry.act.proposal, followed(read.value!.draft, entry.number));
      return;
    }
    const log = this.log(entry.proposal);
    const read = received(log.agreed, entry.edit);
    if (!("edit" in read)) throw new Error("unread");
    this.logs.set(entry.proposal, hears(log, [{ number: entry.number, edit: read.edit }]));
  }

  #tell(also: () => unknown = () => undefined): void {
    also();
    for (const heard of this.#heard.splice(0)) heard();
  }

  /** The proposal that the room began with. */
  get first(): string {
    return [...this.logs.keys()][0];
  }

  log(key = this.first): Followed {
    const log = this.logs.get(key);
    if (!log) throw new Error(`no ${key}`);
    return log;
  }

  get draft(): Draft {
    return this.log().draft;
  }

  get edits(): readonly EditEntry[] {
    return this.entries.flatMap((entry) => ("edit" in entry ? [entry] : []));
  }

  /** Resolves once it is in the room and has what was there. */
  connected(): Promise<void> {
    return new Promise((kept, lost) => {
      this.socket.once("here", (number) => void this.until(number).then(kept));
      this.socket.once("connect_error", lost);
    });
  }

  /** Sends an edit made of what this guest sees. */
  draw(id: string, changes: readonly Change[], { on = this.first, note = "Note" } = {}): Promise<RoomAnswer> {
    const edit = writeEdit(this.log(on).draft, {
      id,
      by: "whoever",
      at: "2026-01-01T00:00:00Z",
      changes,
      note: { da: note, en: note },
    });
    return this.socket.timeout(5000).emitWithAck("put", { proposal: on, edit });
  }

  act(act: Act): Promise<RoomAnswer> {
    return this.socket.timeout(5000).emitWithAck("put", { id: `act-${++acts}`, act });
  }

  vote(vote: string, ballot: Ballot | null): Promise<RoomAnswer> {
    return this.socket.timeout(5000).emitWithAck("vote", { vote, ballot });
  }

  /** Resolves once it has an entry of that number. */
  until(number: number): Promise<void> {
    return this.sees(() => this.number >= number);
  }

  /** Resolves once something is so. */
  async sees(isSo: () => boolean): Promise<void> {
    while (!isSo())
      await new Promise<void>((heard) => {
        this.#heard.push(heard);
      });
  }
}

let acts = 0;
