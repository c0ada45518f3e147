import { BAND_COUNT } from "../cases/folkeskole.ts";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Change } from "../../src/edit/change.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { joinedSchema, madeRoomSchema } from "../../src/protocol/room.ts";
import { openedCase } from "../cases/opened.ts";
import { upTo } from "./drawn-strokes.ts";

const opened = openedCase("holbaek");
const { municipality } = opened.basis;
export const context = { municipality, plans: opened.plans, dataHash: opened.dataHash };
export const start: Draft = startDraft(municipality, opened.plans[0]);

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A server of rooms of Holbæk in a process of its own. */
export interface Served {
  readonly url: string;
  /** Of the process that runs now. */
  readonly pid: () => number;
  readonly kill: () => void;
  /** In order: what is kept can be opened by another then. */
  readonly stop: () => Promise<void>;
  /** Killed without a word, and started again in its place. */
  readonly killAndStart: () => Promise<void>;
}

/** `data`: the folder of an embedded database; `database`: the address of a PostgreSQL. */
export async function serve(where: {
  readonly port: number;
  readonly data?: string;
  readonly database?: string;
}): Promise<Served> {
  const url = `http://127.0.0.1:${where.port}`;
  const begin = async (): Promise<ChildProcess> => {
    const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
    const kept = where.data === undefined ? [] : ["--data", where.data];
    const server = spawn(process.execPath, [main, "serve", "data/holbaek", ...kept], {
      env: { ...process.env, PORT: String(where.port), DATABASE_URL: where.database ?? "" },
      stdio: "ignore",
    });
    for (let tries = 0; tries < 300; tries++) {
      const isUp = await fetch(`${url}/rooms/offered`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return server;
      await wait(100);
    }
    throw new Error("the server did not start");
  };
  let server = await begin();
  const kill = (): void => void server.kill("SIGKILL");
  return {
    url,
    pid: () => server.pid ?? 0,
    kill,
    stop: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
    },
    killAndStart: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      kill();
      await ended;
      server = await begin();
    },
  };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

export async function makeRoom(url: string) {
  const proposal = writeProposal({ id: "bench", start: opened.plans[0], edits: [] }, context);
  return madeRoomSchema.parse(await post(`${url}/rooms/make`, { title: "bench", proposal }));
}

/** The secret of a seat by a link. */
export const takeSeat = async (url: string, link: string): Promise<string> =>
  joinedSchema.parse(await post(`${url}/rooms/join`, { link, name: "" })).seat;

/** A round stroke of about twenty units to one of eight schools in turn, so that each changes something. */
export function strokeChanges(draft: Draft, painter: number, stroke: number): readonly Change[] {
  const { start: from, target } = municipality.units.adjacency;
  const middle = (painter * 331 + stroke * 97) % municipality.units.count;
  const beside = [...target.subarray(from[middle], from[middle + 1])];
  const units = new Set([
    middle,
    ...beside,
    ...beside.flatMap((unit) => [...target.subarray(from[unit], from[unit + 1])]),
  ]);
  const pairs = [...units].flatMap((unit) => upTo(BAND_COUNT).map((band) => unit * BAND_COUNT + band));
  return assignPairs(draft, pairs, (painter + stroke) % 8).changes;
}

/** Processor seconds, memory now and at its highest of a process, where the system tells. */
export function used(pid: number): { readonly seconds: number; readonly megabytes: number; readonly highest: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
    return {
      seconds: (Number(fields[11]) + Number(fields[12])) / 100,
      megabytes: megabytes("VmRSS"),
      highest: megabytes("VmHWM"),
    };
  } catch {
    return { seconds: Number.NaN, megabytes: Number.NaN, highest: Number.NaN };
  }
}
