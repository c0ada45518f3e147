import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { unreachable } from "../../domain/outcome.ts";
import { migrate } from "./migrations.ts";
import { holdFolder } from "./one-at-a-time.ts";
import { pglitePool } from "./pglite-pool.ts";
import { steadyPool } from "./steady-pool.ts";
import type { Tables } from "./tables.ts";

/** Where rooms are kept: a database in a folder of this machine's, one that is gone with the program, or a PostgreSQL server. */
export type StoragePlace =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "memory" }
  | { readonly kind: "postgres"; readonly url: string };

export interface Storage {
  readonly database: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/** The compiled file of the embedded database's thread. */
const THREAD = new URL("pglite-worker.js", import.meta.url);

/** Opens what is kept, in its newest form. Throws `FolderInUse`, or what the database says. */
export async function openStorage(place: StoragePlace, thread: URL = THREAD): Promise<Storage> {
  const opened = await openPool(place, thread);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: opened.pool }) });
  const close = async (): Promise<void> => {
    await database.destroy();
    await opened.release();
  };
  try {
    await migrate(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, close };
}

const nothing = async (): Promise<void> => undefined;

/** Milliseconds: a server or a line that hangs is an error, and a process that was cut off holds no room for longer. */
const PATIENCE = {
  connectionTimeoutMillis: 5000,
  query_timeout: 20_000,
  idle_in_transaction_session_timeout: 15_000,
} as const;

async function openPool(
  place: StoragePlace,
  thread: URL,
): Promise<{ readonly pool: PostgresPool; readonly release: () => Promise<void> }> {
  switch (place.kind) {
    case "postgres":
      return { pool: steadyPool({ connectionString: place.url, max: 10, ...PATIENCE }), release: nothing };
    case "memory":
      return { pool: await pglitePool(undefined, thread), release: nothing };
    case "folder": {
      await mkdir(place.folder, { recursive: true });
      const release = await holdFolder(place.folder);
      return { pool: await pglitePool(join(place.folder, "database"), thread), release };
    }
    default:
      return unreachable(place);
  }
}
