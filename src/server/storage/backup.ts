import { createHash } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import { FORMS, raise } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/**
 * A backup is a text of JSON lines: a head with what the tables looked like, a line a row, and an end with their number. Each line ends
 * with a sum over itself and all before it, so that one that is changed, lost, doubled or moved is found where it is.
 */
const headSchema = z.strictObject({
  format: z.literal("skoledistrikt-backup"),
  version: z.literal(1),
  made: z.iso.datetime(),
  /** Changes of the tables that had been made, in order. */
  forms: z.array(z.string()),
});
const rowSchema = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const endSchema = z.strictObject({ rows: z.int() });

/**
 * Rows of this machine's: of its running programs, of how long what is here has not been used, of which state of the database it is, and what
 * follows from others.
 */
const PASSING: readonly string[] = ["processes", "present", "uses", "sweeps", "epoch", "packs", "snapshots"];

/** So many rows are read or written together. */
const TOGETHER = 200;

type Database = Kysely<Tables>;

/** Tables that are kept, each after those that its rows point to. */
async function keptTables(database: Database): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`.execute(
    database,
  );
  const { rows: pointers } = await sql<{ from: string; to: string }>`
    select a.relname::text as from, b.relname::text as to from pg_constraint c
    join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
    where contype = 'f' and c.connamespace = current_schema()::regnamespace and a.oid <> b.oid`.execute(database);
  const left = new Set(tables.map(({ name }) => name).filter((name) => !PASSING.includes(name)));
  const ordered: string[] = [];
  while (left.size > 0) {
    const next = [...left].find((name) => !pointers.some(({ from, to }) => from === name && left.has(to)));
    if (next === undefined) throw new Error(`tables point to each other: ${[...left].join(", ")}`);
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}

/** Every kept row, as they all were at one moment. `now`: ISO 8601. */
export async function* backupLines(database: Database, now: string): AsyncGenerator<string> {
  const change = await database.startTransaction().setIsolationLevel("repeatable read").execute();
  const seal = sealer();
  try {
    yield seal({ format: "skoledistrikt-backup", version: 1, made: now, forms: FORMS });
    let rows = 0;
    for (const table of await keptTables(change)) {
      await sql`declare kept no scroll cursor for select row_to_json(each) as row from ${sql.table(table)} as each`.execute(
        change,
      );
      for (;;) {
        const { rows: some } = await sql<{ row: unknown }>`fetch ${sql.raw(String(TOGETHER))} from kept`.execute(
          change,
        );
        for (const { row } of some) yield seal({ table, row });
        rows += some.length;
        if (some.length < TOGETHER) break;
      }
      await sql`close kept`.execute(change);
    }
    yield seal({ rows });
  } finally {
    await change.rollback().execute();
  }
}

function sealer(): (value: object) => string {
  let before = "";
  return (value) => {
    const text = JSON.stringify(value).slice(0, -1);
    before = sumOf(before, text);
    return `${text},"sum":"${before}"}\n`;
  };
}

const sumOf = (before: string, text: string): string =>
  createHash("sha256").update(before).update(text).digest("hex").slice(0, 16);

/** What becomes of a restore; wherever it is not "restored", all that was kept is as it was. */
export type Restored =
  | { readonly kind: "restored"; readonly rows: number; readonly made: string }
  /** `line`: the first that is not as it was written; one beyond the last where the end is missing. */
  | { readonly kind: "damaged"; readonly line: number }
  | { readonly kind: "no backup" }
  | { readonly kind: "newer" }
  | { readonly kind: "not empty"; readonly rooms: number }
  | { readonly kind: "in use" };

/** Puts all of a backup in place of what is kept, or nothing of it. `over`: what is kept already may be lost, or must be nothing. */
export async function restore(
  database: Database,
  lines: AsyncIterable<string>,
  over: "nothing" | "whatever is there",
): Promise<Restored> {
  try {
    return await database.transaction().execute(async (change) => {
      const hindrance = await hindersRestore(change, over);
      if (hindrance) throw new Undone(hindrance);
      return filled(change, unsealed(lines));
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}

/** Ends a restore with nothing of it done. */
class Undone extends Error {
  readonly outcome: Restored;

  constructor(outcome: Restored) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

async function hindersRestore(
  change: Transaction<Tables>,
  over: "nothing" | "whatever is there",
): Promise<Restored | undefined> {
  const count = async (from: "rooms" | "processes"): Promise<number> => {
    const asked = change.selectFrom(from).select(({ fn }) => fn.countAll<string>().as("count"));
    return Number((await asked.executeTakeFirstOrThrow()).count);
  };
  // A server that was killed is forgotten by the next that starts.
  await change
    .deleteFrom("processes")
    .where("seen", "<", sql<Date>`now() - interval '20 seconds'`)
    .execute();
  if ((await count("processes")) > 0) return { kind: "in use" };
  const rooms = await count("rooms");
  return over === "nothing" && rooms > 0 ? { kind: "not empty", rooms } : undefined;
}

async function filled(change: Transaction<Tables>, lines: AsyncGenerator<Read>): Promise<Restored> {
  const first = await lines.next();
  const head = headSchema.safeParse(first.value?.value);
  if (!head.success) throw new Undone({ kind: "no backup" });
  const { forms, made } = head.data;
  if (forms.some((form, i) => form !== FORMS[i])) throw new Undone({ kind: "newer" });
  for (const table of [...PASSING, ...(await keptTables(change)).toReversed()])
    await sql`drop table if exists ${sql.table(table)}`.execute(change);
  await raise(change, 0, forms.length);
  const tables = new Set(await keptTables(change));
  let waiting: z.infer<typeof rowSchema>[] = [];
  let rows = 0;
  for await (const { value, line } of lines) {
    const row = rowSchema.safeParse(value);
    const end = endSchema.safeParse(value);
    if (row.success ? !tables.has(row.data.table) : end.data?.rows !== rows)
      throw new Undone({ kind: "damaged", line });
    if (waiting.length === TOGETHER || (row.success ? row.data.table : undefined) !== waiting[0]?.table)
      await insert(change, waiting.splice(0));
    if (end.success) {
      const more = await lines.next();
      if (!more.done) throw new Undone({ kind: "damaged", line: line + 1 });
      await raise(change, forms.length, FORMS.length);
      return { kind: "restored", rows, made };
    }
    if (row.success) waiting.push(row.data);
    rows++;
  }
  throw new Undone({ kind: "damaged", line: rows + 2 });
}

async function insert(change: Transaction<Tables>, rows: readonly z.infer<typeof rowSchema>[]): Promise<void> {
  if (rows.length === 0) return;
  const table = sql.table(rows[0].table);
  const json = JSON.stringify(rows.map(({ row }) => row));
  await sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${json}::json)`.execute(change);
}

interface Read {
  readonly value: unknown;
  readonly line: number;
}

async function* unsealed(lines: AsyncIterable<string>): AsyncGenerator<Read> {
  let before = "";
  let line = 0;
  for await (const text of lines) {
    line++;
    const [, body, sum] = /^(.*),"sum":"([0-9a-f]{16})"\}$/s.exec(text) ?? [];
    if (body === undefined && line === 1) throw new Undone({ kind: "no backup" });
    if (body === undefined || sumOf(before, body) !== sum) throw new Undone({ kind: "damaged", line });
    before = sum;
    yield { value: JSON.parse(`${body}}`), line };
  }
}
