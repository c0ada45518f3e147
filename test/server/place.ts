import type { StoragePlace } from "../../src/server/storage/storage.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";

/**
 * Where rooms of tests are kept that say nothing of it: in memory, or with `ROOMS_IN=postgres` in PostgreSQL, so that all of them can be
 * tried on both. What hangs on the kind of database is tried on both whatever is asked.
 */
export const KIND = process.env["ROOMS_IN"] === "postgres" ? "postgres" : "memory";

/** One PostgreSQL for all files that a process runs, until it ends. */
let shared: Promise<Postgres> | undefined;
let made = 0;

/** A place that nothing is kept in yet. */
export async function newPlace(): Promise<StoragePlace> {
  if (KIND === "memory") return { kind: "memory" };
  if (postgresPrograms === undefined) throw new Error("ROOMS_IN=postgres needs PostgreSQL's programs");
  shared ??= startPostgres(postgresPrograms);
  const { url, ask, endWithProcess } = await shared;
  if (made === 0) endWithProcess();
  const name = `rooms_${++made}`;
  await ask(`CREATE DATABASE ${name}`);
  return { kind: "postgres", url: url.replace("/postgres?", `/${name}?`) };
}
