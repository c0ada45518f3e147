import { existsSync } from "node:fs";
import { readFile, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

/** Made with the program: to make an empty database takes four times as long, and twice the memory, as to unpack one. */
export const EMPTY_DATABASE = new URL("empty-database.tar.gz", import.meta.url);

/** Opens the database in a folder, or one in memory; where there is none yet, an empty one is laid there first, whole or not at all. */
export async function openDatabase(folder: string | undefined): Promise<PGlite> {
  if (folder === undefined) return PGlite.create(await unpacking());
  if (!existsSync(join(folder, "PG_VERSION"))) {
    const begun = `${folder}.begun`;
    await rm(begun, { recursive: true, force: true });
    const database = await PGlite.create({ dataDir: begun, ...(await unpacking()) });
    await database.close();
    // Only an empty folder makes way: what else stands there is not this program's to delete.
    await rmdir(folder).catch(() => undefined);
    await rename(begun, folder);
  }
  return PGlite.create({ dataDir: folder });
}

/** Nothing where the program was compiled only in part: then the database makes itself. */
async function unpacking(): Promise<{ readonly loadDataDir?: Blob }> {
  return existsSync(EMPTY_DATABASE) ? { loadDataDir: new Blob([await readFile(EMPTY_DATABASE)]) } : {};
}
