import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fold } from "../../src/edit/log.ts";
import type { Edit } from "../../src/edit/log.ts";
import { held } from "../edit/random.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../server/postgres.ts";
import { upTo } from "./drawn-strokes.ts";
import type { Group, Result } from "./measure.ts";
import { type Served, serve, start, takeSeat, makeRoom, wait } from "./room-server.ts";
import { RoomPage } from "./room-page.ts";

const MINUTES = Number(process.env["MINUTES"] ?? 30);
/** A server or the database is killed so often, seconds. */
const KILL_EVERY = Number(process.env["KILL_EVERY"] ?? 60);
/** "embedded" or "postgres": that one alone; else both, one after the other. */
const STAND = process.env["STAND"];
const PAINTING = 6;
/** Strokes of a painter are so far apart, milliseconds. */
const APART = 400;
/** The line of one of them is cut so often, milliseconds, by chance between half of it and half as much again. */
const CUT_EVERY = 3000;
/** A painter stops while so many of their strokes wait. */
const MOST_WAITING = 100;
/** So long all may take to come to the same once nothing is killed any more, milliseconds. */
const PATIENCE = 120_000;

/** What becomes of a room whose server, and whose database, is killed again and again while six draw and lines are cut. */
export const roomsKillGroup: Group = {
  name: "rooms-kill",
  asked: "by name alone",
  run: async () => {
    const results = STAND === "postgres" ? [] : [...(await killed(await oneWithFolder()))];
    if (postgresPrograms !== undefined && STAND !== "embedded")
      results.push(...(await killed(await twoOnPostgres(postgresPrograms))));
    return results;
  },
};

/** Servers of one room, and what can be killed of them, in turn. */
interface Stand {
  readonly on: string;
  readonly servers: readonly Served[];
  readonly kills: readonly (() => Promise<void>)[];
  readonly end: () => Promise<void>;
}

async function oneWithFolder(): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-bench-kill-"));
  const server = await serve({ port: 8941, data: folder });
  return {
    on: "embedded database, one server",
    servers: [server],
    kills: [server.killAndStart],
    end: async () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function twoOnPostgres(programs: string): Promise<Stand> {
  const postgres: Postgres = await startPostgres(programs);
  const servers = [
    await serve({ port: 8942, database: postgres.url }),
    await serve({ port: 8943, database: postgres.url }),
  ];
  return {
    on: "PostgreSQL, two servers",
    servers,
    kills: [...servers.map((server) => server.killAndStart), () => postgres.pause(() => wait(1000))],
    end: async () => {
      for (const server of servers) server.kill();
      await postgres.stop();
    },
  };
}

async function killed({ on, servers, kills, end }: Stand): Promise<readonly Result[]> {
  const { links } = await makeRoom(servers[0].url);
  const pages = await Promise.all(
    upTo(PAINTING).map(async (painter) => {
      const { url } = servers[painter % servers.length];
      return new RoomPage(url, await takeSeat(url, links.participant));
    }),
  );
  await Promise.all(pages.map((page) => page.until(() => page.number > 0, PATIENCE)));
  const over = performance.now() + 60_000 * MINUTES;
  let cuts = 0;
  let count = 0;
  const painting = pages.map(async (page, painter) => {
    for (let stroke = 0; performance.now() < over; stroke++) {
      // Nobody goes on for long while nothing comes through; what is drawn all the same waits, and has to get its number in the end.
      if (page.waiting < MOST_WAITING) page.draw(painter, stroke);
      await wait(APART * (0.5 + Math.random()));
    }
  });
  const cutting = (async () => {
    while (performance.now() < over) {
      await wait(CUT_EVERY * (0.5 + Math.random()));
      pages[Math.floor(Math.random() * pages.length)].cut();
      cuts++;
    }
  })();
  const killing = (async () => {
    while (performance.now() + 1000 * KILL_EVERY < over) {
      await wait(1000 * KILL_EVERY);
      await kills[count++ % kills.length]();
    }
  })();
  await Promise.all([...painting, cutting, killing]);
  for (const kill of kills) await kill();
  const witness = new RoomPage(servers[0].url, await takeSeat(servers[0].url, links.viewer));
  const hasSettled = await Promise.all(pages.map((page) => page.until(() => page.waiting === 0, PATIENCE)));
  // Whoever still has something waiting would go on being answered while the log is read.
  for (const [i, page] of pages.entries()) if (!hasSettled[i]) page.leave();
  const last = Math.max(...pages.flatMap((page) => [page.number, ...page.acknowledged.values()]));
  await Promise.all([...pages, witness].map((page) => page.until(() => page.number >= last, PATIENCE)));
  const log = witness.edits;
  const numberOf = new Map(log.map(({ number, edit }) => [edit.id, number]));
  const acknowledged = pages.flatMap((page) => [...page.acknowledged]);
  const plain = JSON.stringify(
    held(
      fold(
        start,
        log.map(({ edit }): Edit => edit),
      ),
    ),
  );
  const unequal = [...pages, witness].filter(({ draft }) => JSON.stringify(held(draft)) !== plain).length;
  for (const page of [...pages, witness]) page.leave();
  await end();
  const about = `Holbæk, ${on}: ${MINUTES} minutes, ${count + kills.length} kills, ${cuts} cuts, ${acknowledged.length} edits acknowledged`;
  const lost = acknowledged.filter(([id, number]) => numberOf.get(id) !== number).length;
  const twice = log.length - numberOf.size + [...pages, witness].reduce((sum, { outOfOrder }) => sum + outOfOrder, 0);
  return [
    { what: "room, killed: acknowledged edits lost", on: about, value: String(lost), target: "0" },
    { what: "room, killed: edits there or shown twice, or out of order", on: about, value: String(twice), target: "0" },
    {
      what: "room, killed: pages unlike a plain fold of the log at the end",
      on: about,
      value: String(unequal),
      target: "0",
    },
    {
      what: "room, killed: pages with something still waiting",
      on: about,
      value: String(hasSettled.filter((each) => !each).length),
      target: "0",
    },
  ];
}
