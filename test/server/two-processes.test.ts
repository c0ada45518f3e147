import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { BAND_COUNT } from "../cases/folkeskole.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Draft } from "../../src/edit/draft.ts";
import { assignPairs } from "../../src/edit/tools.ts";
import { BY_WAYS, sweepOf } from "../cases/sweeps.ts";
import { begin } from "../cli/run.ts";
import { held } from "../edit/random.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";
import { Guest, joinRoom, makeRoom, post } from "./room-world.ts";

/** Another school than the one that a unit has. */
const other = ({ plan }: Draft, unit: number): number => (plan.assignment[unit * BAND_COUNT] === 0 ? 1 : 0);
const stroke = (draft: Draft, unit: number, site: number) => assignPairs(draft, [unit * BAND_COUNT], site).changes;

const here = ({ people }: Guest) => people.filter(({ isHere }) => isHere).map(({ name }) => name);

/** A room with Anna at one process and Bo at another. */
async function annaAndBo(urls: readonly string[]) {
  const { links } = await makeRoom(urls[0]);
  const [anna, bo] = await Promise.all(
    urls.map(async (url, i) => {
      const { seat } = await joinRoom(url, links.participant, ["Anna", "Bo"][i]);
      const guest = new Guest(url, seat);
      await guest.connected();
      return { seat, guest };
    }),
  );
  await bo.guest.sees(() => here(bo.guest).length === 2);
  return { links, anna, bo };
}

describe.skipIf(postgresPrograms === undefined)("two processes on one PostgreSQL, where the machine has one", () => {
  let postgres: Postgres;
  const running: ReturnType<typeof begin>[] = [];

  async function serveOn(port: string) {
    const program = begin("serve data/lattice", { PORT: port, DATABASE_URL: postgres.url });
    running.push(program);
    const said = await program.said("http://localhost");
    return { program, url: /http:\/\/localhost:\d+/.exec(said)![0] };
  }

  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms!);
  }, 60_000);
  afterAll(async () => {
    for (const { child } of running) child.kill("SIGKILL");
    await postgres.stop();
  });

  test("serve one room together; when one is killed its guests go on at the other, and nothing that was answered is lost", async () => {
    const first = await serveOn("18420");
    const second = await serveOn("18440");
    const { links, anna: annas, bo: bos } = await annaAndBo([first.url, second.url]);
    const [anna, bo] = [annas.guest, bos.guest];
    // The room begins with one entry, its first proposal.
    expect(await anna.draw("first", stroke(anna.draft, 9, other(anna.draft, 9)))).toEqual({
      kind: "numbered",
      number: 2,
    });
    await bo.until(2);
    // Where one points, and where whoever leads looks, is seen at the other process.
    const leads = new Guest(first.url, (await joinRoom(first.url, links.facilitator, "")).seat);
    await leads.connected();
    for (const guest of [leads, anna, bo]) guest.socket.emit("watch", anna.first);
    const view = { proposal: anna.first, lon: 11, lat: 55, zoom: 9 };
    const saw = new Promise((done) => bo.socket.once("view", done));
    await leads.act({ kind: "follow", on: true });
    await bo.sees(() => bo.meeting.follows !== null && here(bo).length === 3);
    const moving = setInterval(() => {
      anna.socket.emit("cursor", { proposal: anna.first, at: { lon: 12, lat: 56 } });
      leads.socket.emit("view", view);
    }, 120);
    await bo.sees(() => bo.cursors.some(({ cursor }) => cursor.at?.lon === 12));
    expect(await saw).toEqual(view);
    clearInterval(moving);
    await leads.act({ kind: "follow", on: false });
    leads.socket.disconnect();

    const answered = new Set<number>();
    const draws = async (guest: Guest, name: string, from: number) => {
      for (let i = 0; i < 20; i++) {
        const answer = await guest.draw(`${name}${i}`, stroke(guest.draft, from + i, i % 2));
        if (answer.kind === "numbered") answered.add(answer.number);
      }
    };
    await Promise.all([draws(anna, "a", 0), draws(bo, "b", 5)]);
    expect(answered.size).toBeGreaterThan(10);
    const last = Math.max(...answered);
    await Promise.all([anna.until(last), bo.until(last)]);
    expect(held(anna.draft)).toEqual(held(bo.draft));

    first.program.child.kill("SIGKILL");
    const again = new Guest(second.url, annas.seat, anna);
    await again.connected();
    expect(await again.draw("again", stroke(again.draft, 3, other(again.draft, 3)))).toEqual({
      kind: "numbered",
      number: last + 1,
    });
    const late = new Guest(second.url, (await joinRoom(second.url, links.viewer, "")).seat);
    await Promise.all([again, bo, late].map((guest) => guest.until(last + 1)));
    for (const guest of [again, bo]) expect(held(guest.draft)).toEqual(held(late.draft));
    expect([...answered].every((number) => late.edits.some((edit) => edit.number === number))).toBe(true);
    await bo.sees(() => here(bo).length === 3);

    // Asked to end in the middle of drawing, it ends in order: all that was answered is kept, and nobody is said to sit there.
    const kept: number[] = [];
    const drawing = (async () => {
      for (let i = 0; ; i++) {
        const answer = await bo.draw(`t${i}`, stroke(bo.draft, i % 20, other(bo.draft, i % 20)));
        if (answer.kind === "later") return;
        if (answer.kind === "numbered") kept.push(answer.number);
      }
    })().catch(() => undefined);
    await expect.poll(() => kept.length).toBeGreaterThan(3);
    second.program.child.kill("SIGTERM");
    expect((await second.program.ended).signal).toBe("SIGTERM");
    await drawing;
    const rows = await postgres.ask("select number from entries");
    const present = await postgres.ask("select seat from present");
    expect(kept.filter((number) => !rows.some((row) => row["number"] === number))).toEqual([]);
    expect(present.map((row) => row["seat"])).not.toContain(bo.people.find(({ name }) => name === "Bo")?.id);
    for (const guest of [again, bo, late]) guest.socket.disconnect();
  }, 60_000);

  test("a database that restarts loses nobody; while its disk is full nobody gets a seat; who sat at a process that was killed is no longer here after a while", async () => {
    const first = await serveOn("18460");
    const second = await serveOn("18480");
    const { links, anna, bo } = await annaAndBo([first.url, second.url]);
    const health = async () => (await fetch(`${first.url}/healthz`)).status;
    expect(await health()).toBe(200);
    await postgres.pause(async () => expect(await health()).toBe(503));
    // Sent while the database comes back: either kept, or the page is told to send it again.
    const { draft } = anna.guest;
    await expect
      .poll(async () => (await anna.guest.draw("a", stroke(draft, 3, other(draft, 3)))).kind, { timeout: 15_000 })
      .toBe("numbered");
    await bo.guest.until(2);
    expect(held(bo.guest.draft)).toEqual(held(anna.guest.draft));

    // As a full disk: what is small still finds a place on a page that is there.
    const joins = async () => (await post(first.url, "/rooms/join", { link: links.viewer, name: "" })).status;
    await postgres.ask(`create function no_space() returns trigger language plpgsql as $$ begin
      if length(new::text) > 8000 then raise exception using errcode = '53100'; end if; return new; end $$`);
    for (const table of ["entries", "audit"])
      await postgres.ask(`create trigger no_space before insert on ${table} for each row execute function no_space()`);
    expect([await health(), await joins()]).toEqual([200, 200]);
    const large = { note: "n".repeat(3990) };
    const again = () => anna.guest.draw("large", stroke(anna.guest.draft, 4, other(anna.guest.draft, 4)), large);
    expect(await again()).toEqual({ kind: "later", code: "storage.full" });
    expect([await health(), await joins()]).toEqual([503, 503]);
    await postgres.ask("drop function no_space cascade");
    expect([await health(), await joins(), (await again()).kind]).toEqual([200, 200, "numbered"]);

    first.program.child.kill("SIGKILL");
    await bo.guest.sees(() => here(bo.guest).length === 1);
    expect(here(bo.guest)).toEqual(["Bo"]);
    bo.guest.socket.disconnect();
  }, 60_000);

  test("compute one sweep: when half of the workers are killed every answer is there once, the same as on one machine", async () => {
    const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-sweep-"));
    const [questions, there, alone] = ["sweep.json", "there.jsonl", "alone.jsonl"].map((name) => join(folder, name));
    writeFileSync(questions, JSON.stringify(FORTY));
    const sweep = begin(`sweep ${questions} data/lattice --workers ${postgres.url} --out ${there}`);
    await sweep.said("npx skoledistrikt worker");
    // Nobody can keep an answer until this ends, so that whoever is killed has something in hand.
    const lock = new Client({ connectionString: postgres.url });
    await lock.connect();
    await lock.query("begin; lock table skoledistrikt_sweeps.results in exclusive mode");
    cpSync("data/lattice", join(folder, "other"), { recursive: true });
    const caseFile = join(folder, "other", "case.json");
    writeFileSync(caseFile, readFileSync(caseFile, "utf8").replace("Gitterby", "Anderby"));
    const refused = await begin(`worker ${postgres.url} ${join(folder, "other")}`).ended;
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("en anden sag")]);
    const [killed, living] = [0, 1].map(() => begin(`worker ${postgres.url} data/lattice --cores 1`));
    running.push(sweep, killed, living);
    const taken = () => postgres.ask("select from skoledistrikt_jobs.job where state = 'active'");
    await expect.poll(async () => (await taken()).length, { timeout: 60_000, interval: 250 }).toBe(2);
    killed.child.kill("SIGKILL");
    await killed.ended;
    await lock.query("rollback");
    await lock.end();
    const results = () => postgres.ask("select hash, retries from skoledistrikt_sweeps.results");
    await expect.poll(async () => (await results()).length, { timeout: 60_000, interval: 250 }).toBe(39);
    // What the killed one took is handed out again once nobody has said for ten seconds that it is worked on.
    await postgres.ask("update skoledistrikt_jobs.job set heartbeat_on = heartbeat_on - interval '10 seconds'");
    expect([(await sweep.ended).code, (await living.ended).code]).toEqual([0, 0]);
    const rows = await results();
    expect([rows.length, rows.filter(({ retries }) => retries !== 0).length]).toEqual([40, 1]);

    const one = begin(`sweep ${questions} data/lattice --cores 1 --data ${folder} --out ${alone}`);
    expect((await one.ended).code).toBe(0);
    expect(readFileSync(there, "utf8")).toBe(readFileSync(alone, "utf8"));
    const hashes = [...readFileSync(alone, "utf8").matchAll(/"scenario":.*"hash":"(\w+)"/g)].map(([, hash]) => hash);
    expect(new Set(rows.map(({ hash }) => hash))).toEqual(new Set(hashes));
    rmSync(folder, { recursive: true });
  }, 180_000);
});

/** Forty scenarios of a few hundredths of a second each. */
const FORTY = sweepOf(BY_WAYS, { axes: { seed: { from: 1, to: 20 }, growth: [0, 0.1] } });
