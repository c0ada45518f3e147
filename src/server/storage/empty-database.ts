import { existsSync } from "node:fs";
import { readFile, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";

/** Made with the program: to make an empty database takes four times as long, and twice the memory, as to unpack one. */
export const EMPTY_DATABASE = new URL("empty-database.tar.gz", import.meta.url);

/**
 * What is not among these is in the system's own cache of files. The database's own measure, of a
 * machine that is its alone, is touched whole when it starts: 128 MB that a server has for nothing else.
 */
const SHARED = ["-c", "shared_buffers=16MB"] as const;

const options = (): PGliteOptions => ({ startParams: [...PGlite.defaultStartParams, ...SHARED] });

/** Opens the database in a folder, or one in memory; where there is none yet, an empty one is laid there first, whole or not at all. */
export async function openDatabase(folder: string | undefined): Promise<PGlite> {
  if (folder === undefined) return PGlite.create({ ...options(), ...(await unpacking()) });
  if (!existsSync(join(folder, "PG_VERSION"))) {
    const begun = `${folder}.begun`;
    await rm(begun, { recursive: true, force: true });
    const database = await PGlite.create({ ...options(), dataDir: begun, ...(await unpacking()) });
    await database.close();
    // Only an empty folder makes way: what else stands there is not this program's to delete.
    await rmdir(folder).catch(() => undefined);
    await rename(begun, folder);
  }
  return PGlite.create({ ...options(), dataDir: folder });
}

/** Nothing where the program was compiled only in part: then the database makes itself. */
async function unpacking(): Promise<{ readonly loadDataDir?: Blob }> {
  return existsSync(EMPTY_DATABASE) ? { loadDataDir: new Blob([await readFile(EMPTY_DATABASE)]) } : {};
}
