import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { io, type Socket } from "socket.io-client";
import { BAND_COUNT } from "../../src/domain/grades.ts";
import type { Draft } from "../../src/edit/draft.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { joinedSchema, madeRoomSchema } from "../../src/protocol/room.ts";
import type { FromPage, FromServer } from "../../src/protocol/room.ts";
import { openedCase } from "../cases/opened.ts";
import { spread, upTo } from "./drawn-strokes.ts";
import type { Group, Result } from "./measure.ts";

const PORT = 8931;
const URL_HERE = `http://127.0.0.1:${PORT}`;
const SEATS = 200;
const PAINTING = 20;
/** Strokes of each painter, two a second. */
const STROKES = 40;
const APART = 500;
const KILLS = 10;

/** A room of Holbæk's with the server in a process of its own; all seats in this one, which reads only the numbers of what it hears. */
export const roomsGroup: Group = {
  name: "rooms",
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-bench-rooms-"));
    try {
      return [...(await crowded(folder)), ...(await killed(folder))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const opened = openedCase("holbaek");
const context = { municipality: opened.basis.municipality, plans: opened.plans, dataHash: opened.dataHash };
const start: Draft = startDraft(opened.basis.municipality, opened.plans[0]);

async function serve(folder: string): Promise<ChildProcess> {
  const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
  const server = spawn(process.execPath, [main, "serve", "data/holbaek", "--data", folder], {
    env: { ...process.env, PORT: String(PORT), DATABASE_URL: "" },
    stdio: "ignore",
  });
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await fetch(`${URL_HERE}/rooms/offered`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return server;
    await wait(100);
  }
  throw new Error("the server did not start");
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${URL_HERE}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function makeRoom() {
  const proposal = writeProposal({ id: "bench", start: opened.plans[0], edits: [] }, context);
  return madeRoomSchema.parse(await post("/rooms/make", { title: "bench", proposal }));
}

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
    const { seat } = joinedSchema.parse(await post("/rooms/join", { link, name: "" }));
    const taken = new Seat(seat);
    await new Promise<void>((kept, lost) => {
      taken.socket.once("connect", kept);
      taken.socket.once("connect_error", lost);
    });
    while (taken.proposal === "") await wait(5);
    return taken;
  }
}

/** A round stroke of about twenty units to one of two schools in turn, so that each changes something. */
function strokeFile(painter: number, stroke: number) {
  const { start: from, target } = opened.basis.municipality.units.adjacency;
  const middle = (painter * 331 + stroke * 97) % opened.basis.municipality.units.count;
  const beside = [...target.subarray(from[middle], from[middle + 1])];
  const units = new Set([
    middle,
    ...beside,
    ...beside.flatMap((unit) => [...target.subarray(from[unit], from[unit + 1])]),
  ]);
  const pairs = [...units].flatMap((unit) => upTo(BAND_COUNT).map((band) => unit * BAND_COUNT + band));
  const { changes } = assignPairs(start, pairs, (painter + stroke) % 8);
  return writeEdit(start, { id: `${painter}-${stroke}`, by: "bench", at: "2026-01-01T00:00:00Z", changes });
}

/** Processor seconds and highest memory of a process, where the system tells. */
function used(pid: number): { readonly seconds: number; readonly megabytes: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return { seconds: (Number(fields[11]) + Number(fields[12])) / 100, megabytes: Number(peak ?? Number.NaN) / 1024 };
  } catch {
    return { seconds: Number.NaN, megabytes: Number.NaN };
  }
}

async function crowded(folder: string): Promise<readonly Result[]> {
  const server = await serve(folder);
  const { links } = await makeRoom();
  const began = performance.now();
  const seats: Seat[] = [];
  for (let taken = 0; taken < SEATS; taken += 20)
    seats.push(...(await Promise.all(upTo(20).map(() => Seat.take(links.participant)))));
  const joined = performance.now() - began;
  const pid = server.pid ?? 0;
  const before = used(pid);
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
  const after = used(pid);
  const everywhere = [...sent].map(
    ([number, at]) => Math.max(...seats.map(({ came }) => came.get(number) ?? Infinity)) - at,
  );
  const lost = seats.reduce((sum, { came }) => sum + sent.size - came.size, 0);
  for (const { socket } of seats) socket.disconnect();
  server.kill("SIGKILL");
  const on = `Holbæk, ${SEATS} seats, ${PAINTING} painting 2 strokes a second, ${sent.size} numbered`;
  return [
    { what: "room: all seats taken", on, value: `${(joined / 1000).toFixed(1)} s`, target: "40 in 30 s" },
    { what: "room: stroke acknowledged", on, value: spread(acknowledged), target: "100 ms" },
    { what: "room: stroke on every seat", on, value: spread(everywhere), target: "100 ms" },
    { what: "room: strokes that did not come to a seat", on, value: String(lost), target: "0" },
    {
      what: "room: server, share of a core",
      on,
      value: `${Math.round((100 * (after.seconds - before.seconds)) / span)} %`,
      target: "50 %",
    },
    { what: "room: server, highest memory", on, value: `${Math.round(after.megabytes)} MB`, target: "400 MB" },
  ];
}

/** The server is killed again and again while four paint; what was acknowledged must be there each time it comes back. */
async function killed(folder: string): Promise<readonly Result[]> {
  let server = await serve(folder);
  const { links } = await makeRoom();
  const acknowledged = new Set<string>();
  let lost = 0;
  let twice = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const painters = await Promise.all(upTo(4).map(() => Seat.take(links.participant)));
    const dying = server;
    setTimeout(() => dying.kill("SIGKILL"), 700 + 130 * kill);
    await Promise.all(
      painters.map(async ({ socket, proposal }, painter) => {
        for (let stroke = 0; socket.connected; stroke++) {
          const edit = { ...strokeFile(painter, stroke), id: `${kill}-${painter}-${stroke}` };
          const answer = await socket
            .timeout(500)
            .emitWithAck("put", { proposal, edit })
            .catch(() => undefined);
          if (answer?.kind === "numbered") acknowledged.add(edit.id);
        }
      }),
    );
    server = await serve(folder);
    const witness = await Seat.take(links.viewer);
    const numbers = acknowledged.size;
    for (let tries = 0; tries < 100 && witness.ids.size < numbers; tries++) await wait(50);
    lost += [...acknowledged].filter((id) => !witness.ids.has(id)).length;
    twice += witness.came.size - witness.ids.size;
    witness.socket.disconnect();
  }
  server.kill("SIGKILL");
  const on = `Holbæk, ${KILLS} kills, ${acknowledged.size} edits acknowledged`;
  return [
    { what: "room: acknowledged edits lost when the server is killed", on, value: String(lost), target: "0" },
    { what: "room: edits there twice", on, value: String(twice), target: "0" },
  ];
}
