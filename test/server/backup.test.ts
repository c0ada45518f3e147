import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/server/storage/audit.ts";
import { backupLines, restore } from "../../src/server/storage/backup.ts";
import { openStorage, type Storage, type StoragePlace } from "../../src/server/storage/storage.ts";
import { begin } from "../cli/run.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";

const THREAD = new URL("../../dist/src/server/storage/pglite-worker.js", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-backup-"));
const NOW = "2026-11-29T12:00:00.000Z";
const KEPT = ["rooms", "links", "seats", "entries", "ballots", "audit"] as const;

const open = (place: StoragePlace = { kind: "memory" }): Promise<Storage> => openStorage(place, THREAD);

async function text(storage: Storage): Promise<string> {
  let all = "";
  for await (const line of backupLines(storage.database, NOW)) all += line;
  return all;
}

async function* linesOf(whole: string): AsyncGenerator<string> {
  yield* whole.replace(/\n$/, "").split("\n");
}

/** A room with more rows of one table than are read at once, and letters that JSON and SQL may trip over. */
async function fill({ database }: Storage, id: string): Promise<void> {
  const made = NOW;
  await database.insertInto("rooms").values({ id, title: `Æblehøj's "rum" \\ 漢 $1`, data: "d", made }).execute();
  await database
    .insertInto("links")
    .values({ secret_hash: `h${id}`, room: id, role: "viewer", revoked: true })
    .execute();
  const seat = { id: `s${id}`, secret_hash: `s${id}`, room: id, role: "viewer", name: "Anna", made } as const;
  await database.insertInto("seats").values(seat).execute();
  const entries = Array.from({ length: 450 }, (_, i) => ({
    room: id,
    number: i + 1,
    id: `e${i}`,
    seat: seat.id,
    entry: JSON.stringify({ note: `linje\n${i}` }),
  }));
  await database.insertInto("entries").values(entries).execute();
  await database.insertInto("ballots").values({ room: id, vote: "v", seat: seat.id, ballot: "[1]" }).execute();
  await audit(database, { room: id, who: seat.id, act: "pause", about: "on" });
}

async function rowsOf({ database }: Storage): Promise<unknown> {
  const tables = KEPT.map(async (table) => {
    const { rows } = await sql<{
      row: string;
    }>`select row_to_json(each)::text as row from ${sql.table(table)} each`.execute(database);
    return rows.map(({ row }) => row).toSorted();
  });
  return Promise.all(tables);
}

let whole: string;
let source: Storage;
let postgres: Postgres | undefined;
beforeAll(async () => {
  source = await open();
  await fill(source, "a");
  await fill(source, "b");
  whole = await text(source);
}, 60_000);
afterAll(async () => {
  await source.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("every table is in a backup, or is one whose rows end with the program or follow from others", async () => {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
    source.database,
  );
  const told = new Set([...whole.matchAll(/"table":"(\w+)"/g)].map(([, name]) => name));
  const passing = new Set([
    "processes",
    "present",
    "uses",
    "sweeps",
    "epoch",
    "packs",
    "snapshots",
    "kysely_migration",
    "kysely_migration_lock",
  ]);
  expect(rows.map(({ name }) => name).filter((name) => !told.has(name) && !passing.has(name))).toEqual([]);
});

test("what is restored is what was kept, also from one kind of database to the other and back", async () => {
  const back = await open();
  expect(await restore(back.database, linesOf(whole), "nothing")).toEqual({ kind: "restored", rows: 910, made: NOW });
  expect(await rowsOf(back)).toEqual(await rowsOf(source));
  expect(await text(back)).toBe(whole);
  await back.close();
  if (postgresPrograms === undefined) return;
  postgres = await startPostgres(postgresPrograms);
  const other = await open({ kind: "postgres", url: postgres.url });
  await restore(other.database, linesOf(whole), "nothing");
  expect(await rowsOf(other)).toEqual(await rowsOf(source));
  await other.database.insertInto("processes").values({ id: "p", seen: new Date() }).execute();
  expect(await restore(other.database, linesOf(whole), "whatever is there")).toEqual({ kind: "in use" });
  expect(await text(other)).toBe(whole);
  await other.close();
}, 60_000);

test("the command reads a file whole, however long its database takes to open", async () => {
  const [file, data] = ["file.jsonl", "data"].map((name) => join(folder, name));
  writeFileSync(file, whole);
  const { code, out } = await begin(`restore ${file} --data ${data} --lang en`, { DATABASE_URL: "" }).ended;
  expect([code, out]).toEqual([0, expect.stringContaining("Restored: 910 rows, as they were 2026-11-29 12:00")]);
}, 60_000);

const LAST = 912;
test.each([
  ["one letter changed", (lines: string[]) => (lines[40] = lines[40].replace("linje", "linie")), 41],
  ["a line lost", (lines: string[]) => lines.splice(99, 1), 100],
  ["a line doubled", (lines: string[]) => lines.splice(9, 0, lines[8]), 10],
  ["two lines changed about", (lines: string[]) => lines.splice(9, 2, lines[10], lines[9]), 10],
  ["cut off between lines", (lines: string[]) => lines.splice(700), 701],
  ["cut off within a line", (lines: string[]) => lines.splice(700, 999, lines[700].slice(0, 9)), 701],
  ["something after the end", (lines: string[]) => lines.push("more"), LAST + 1],
])("a backup with %s is refused by its line, and what was kept is as it was", async (_, damage, line) => {
  const lines = whole.trimEnd().split("\n");
  expect(lines).toHaveLength(LAST);
  damage(lines);
  expect(await restore(source.database, linesOf(lines.join("\n")), "whatever is there")).toEqual({
    kind: "damaged",
    line,
  });
  expect(await text(source)).toBe(whole);
});

describe("what is no backup, or not to be put there", () => {
  test.each([
    ["", "no backup"],
    ['{"format":"skoledistrikt-proposal"}', "no backup"],
  ])("%s", async (file, kind) => {
    expect(await restore(source.database, linesOf(file), "whatever is there")).toEqual({ kind });
  });

  test("rooms that are there are left, unless they may be lost", async () => {
    const other = await open();
    await fill(other, "c");
    expect(await restore(other.database, linesOf(whole), "nothing")).toEqual({ kind: "not empty", rooms: 1 });
    expect(await text(other)).toContain('"room":"c"');
    expect((await restore(other.database, linesOf(whole), "whatever is there")).kind).toBe("restored");
    expect(await rowsOf(other)).toEqual(await rowsOf(source));
    await other.close();
  }, 60_000);
});
