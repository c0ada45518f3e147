import { afterAll } from "vitest";
import type { StoragePlace } from "../../src/server/storage/storage.ts";
import { postgresPrograms, startPostgres } from "./postgres.ts";

/**
 * Where rooms of tests are kept that say nothing of it: in memory, or with `ROOMS_IN=postgres` in a PostgreSQL of the file's own, so that all
 * of them can be tried on both. What hangs on the kind of database is tried on both whatever is asked.
 */
export const PLACE: StoragePlace = process.env["ROOMS_IN"] === "postgres" ? await inPostgres() : { kind: "memory" };

async function inPostgres(): Promise<StoragePlace> {
  if (postgresPrograms === undefined) throw new Error("ROOMS_IN=postgres needs PostgreSQL's programs");
  const { url, stop } = await startPostgres(postgresPrograms);
  // The last that ends: a file's own hooks come after this one, and run before it.
  afterAll(stop);
  return { kind: "postgres", url };
}
