import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io, type Socket } from "socket.io-client";
import { writeEdit } from "../../src/edit/edit-file.ts";
import type { FromPage, FromServer } from "../../src/protocol/room.ts";
import { spread, upTo } from "./drawn-strokes.ts";
import { type Group, inSeconds, type Result } from "./measure.ts";
import { makeRoom, serve, start, strokeChanges, takeSeat, used, wait } from "./room-server.ts";

const PORT = 8931;
const URL_HERE = `http://127.0.0.1:${PORT}`;
const SEATS = 200;
const PAINTING = 20;
/** Strokes of each painter, two a second. */
const STROKES = 40;
const APART = 500;
const ROOMS = 40;
const IN_A_ROOM = 10;
/** Those who come in by one address at once. */
const COMING = 40;

/** Rooms of Holbæk with the server in a process of its own; all seats in this one, which reads only the numbers of what it hears. */
export const roomsGroup: Group = {
  name: "rooms",
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-bench-rooms-"));
    try {
      return [...(await crowded(folder)), ...(await manyRooms(folder))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Whoever sits in the room: when each number came. */
class Seat {
  readonly socket: Socket<FromServer, FromPage>;
  readonly came = new Map<number, number>();
  readonly ids = new Set<string>();
  /** The proposal that the room began with. */
  proposal = "";
  last = 0;

  constructor(secret: string) {
    this.socket = io(URL_HERE, {
      path: "/rooms/live",
      auth: { seat: secret, after: 0, epoch: "" },
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
    });
    this.socket.on("entries", (packed, last) => {
      this.proposal ||= /"kind":"proposal","proposal":"([^"]+)"/.exec(packed)?.[1] ?? "";
      for (const [, number, , id] of packed.matchAll(/"number":(\d+),"proposal":"([^"]+)","edit":\{"id":"([^"]+)"/g)) {
        this.came.set(Number(number), performance.now());
        this.ids.add(id);
      }
      // As a page does: one word for all that came in a moment.
      if (!this.last) setTimeout(() => this.say(), 150);
      this.last = last;
    });
  }

  say(): void {
    this.socket.emit("has", this.last);
    this.last = 0;
  }

  static async take(link: string): Promise<Seat> {
    const taken = new Seat(await takeSeat(URL_HERE, link));
    await new Promise<void>((kept, lost) => {
      taken.socket.once("connect", kept);
      taken.socket.once("connect_error", lost);
    });
    while (taken.proposal === "") await wait(5);
    return taken;
  }
}

/** A stroke of a painter's, as it is sent. */
const strokeFile = (painter: number, stroke: number) =>
  writeEdit(start, {
    id: `${painter}-${stroke}`,
    by: "bench",
    at: "2026-01-01T00:00:00Z",
    changes: strokeChanges(start, painter, stroke),
  });

async function crowded(folder: string): Promise<readonly Result[]> {
  const server = await serve({ port: PORT, data: folder });
  const { links } = await makeRoom(URL_HERE);
  const made = used(server.pid());
  const cameAt = performance.now();
  const { links: door } = await makeRoom(URL_HERE);
  const hall = await Promise.all(upTo(COMING).map(() => Seat.take(door.participant)));
  const hallCame = performance.now() - cameAt;
  for (const { socket } of hall) socket.disconnect();
  const began = performance.now();
  const seats: Seat[] = [];
  for (let taken = 0; taken < SEATS; taken += 20)
    // One link makes a hundred seats at once.
    seats.push(
      ...(await Promise.all(upTo(20).map(() => Seat.take(links[taken < 100 ? "participant" : "co-facilitator"])))),
    );
  const joined = performance.now() - began;
  const before = used(server.pid());
  const from = performance.now();
  const sent = new Map<number, number>();
  const acknowledged: number[] = [];
  await Promise.all(
    upTo(PAINTING).map(async (painter) => {
      await wait((painter * APART) / PAINTING);
      for (let stroke = 0; stroke < STROKES; stroke++) {
        const due = from + (painter * APART) / PAINTING + stroke * APART;
        await wait(Math.max(0, due - performance.now()));
        const edit = strokeFile(painter, stroke);
        const { proposal } = seats[painter];
        const at = performance.now();
        const answer = await seats[painter].socket.timeout(30_000).emitWithAck("put", { proposal, edit });
        acknowledged.push(performance.now() - at);
        if (answer.kind === "numbered") sent.set(answer.number, at);
      }
    }),
  );
  const span = (performance.now() - from) / 1000;
  const last = Math.max(...sent.keys());
  for (let tries = 0; tries < 200 && seats.some(({ came }) => !came.has(last)); tries++) await wait(50);
  const after = used(server.pid());
  const everywhere = [...sent].map(
    ([number, at]) => Math.max(...seats.map(({ came }) => came.get(number) ?? Infinity)) - at,
  );
  const lost = seats.reduce((sum, { came }) => sum + sent.size - came.size, 0);
  for (const { socket } of seats) socket.disconnect();
  server.kill();
  const on = `Holbæk, ${SEATS} seats, ${PAINTING} painting 2 strokes a second, ${sent.size} numbered`;
  return [
    { what: `room: ${COMING} come in from one address`, on, value: inSeconds(hallCame), target: "30 s" },
    { what: "room: all seats taken", on, value: inSeconds(joined), target: "" },
    { what: "room: stroke acknowledged", on, value: spread(acknowledged), target: "100 ms" },
    { what: "room: stroke on every seat", on, value: spread(everywhere), target: "100 ms" },
    { what: "room: strokes that did not come to a seat", on, value: String(lost), target: "0" },
    { what: "room: server, share of a core", on, value: share(before.seconds, after.seconds, span), target: "50 %" },
    {
      what: "room: server, highest memory until the first room is made in a new folder",
      on,
      value: inMegabytes(made.highest),
      target: "400 MB",
    },
    { what: "room: server, memory after", on, value: inMegabytes(after.megabytes), target: "400 MB" },
    { what: "room: server, highest memory", on, value: inMegabytes(after.highest), target: "400 MB" },
  ];
}

/** Forty rooms of ten at once: in each, one draws twice a second, and it is on every seat of the room. */
async function manyRooms(folder: string): Promise<readonly Result[]> {
  const server = await serve({ port: PORT, data: folder });
  const rooms: Seat[][] = [];
  for (let made = 0; made < ROOMS; made += 4)
    rooms.push(
      ...(await Promise.all(
        upTo(4).map(async () => {
          const { links } = await makeRoom(URL_HERE);
          return Promise.all(upTo(IN_A_ROOM).map(() => Seat.take(links.participant)));
        }),
      )),
    );
  const before = used(server.pid());
  const from = performance.now();
  const shown: number[] = [];
  let lost = 0;
  await Promise.all(
    rooms.map(async ([painter, ...others], room) => {
      for (let stroke = 0; stroke < STROKES / 2; stroke++) {
        const due = from + (room * APART) / ROOMS + stroke * APART;
        await wait(Math.max(0, due - performance.now()));
        const at = performance.now();
        const sent = { proposal: painter.proposal, edit: strokeFile(room, stroke) };
        const answer = await painter.socket.timeout(30_000).emitWithAck("put", sent);
        if (answer.kind !== "numbered") continue;
        const came = (): readonly (number | undefined)[] =>
          [painter, ...others].map((seat) => seat.came.get(answer.number));
        for (let tries = 0; tries < 400 && came().includes(undefined); tries++) await wait(5);
        lost += came().filter((each) => each === undefined).length;
        shown.push(Math.max(...came().map((each) => each ?? Infinity)) - at);
      }
    }),
  );
  const span = (performance.now() - from) / 1000;
  const after = used(server.pid());
  for (const { socket } of rooms.flat()) socket.disconnect();
  server.kill();
  const on = `Holbæk, ${ROOMS} rooms of ${IN_A_ROOM}, one painting 2 strokes a second in each`;
  return [
    { what: "rooms: stroke on every seat of its room", on, value: spread(shown), target: "100 ms" },
    { what: "rooms: strokes that did not come to a seat", on, value: String(lost), target: "0" },
    { what: "rooms: server, share of a core", on, value: share(before.seconds, after.seconds, span), target: "50 %" },
    { what: "rooms: server, memory after", on, value: inMegabytes(after.megabytes), target: "400 MB" },
  ];
}

const share = (before: number, after: number, seconds: number): string =>
  `${Math.round((100 * (after - before)) / seconds)} %`;
const inMegabytes = (megabytes: number): string => `${Math.round(megabytes)} MB`;
