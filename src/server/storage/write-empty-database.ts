import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { z } from "zod";
import { EMPTY_DATABASE } from "./empty-database.ts";

/** Part of the build: an empty database beside the program, made anew where the library that reads it is another. */
const library = join(dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite")), "../package.json");
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(library, "utf8")));
const madeBy = new URL(`${EMPTY_DATABASE.href}.by`);
if (!existsSync(EMPTY_DATABASE) || !existsSync(madeBy) || readFileSync(madeBy, "utf8") !== version) {
  const database = await PGlite.create();
  const packed = await database.dumpDataDir("gzip");
  await database.close();
  writeFileSync(EMPTY_DATABASE, Buffer.from(await packed.arrayBuffer()));
  writeFileSync(madeBy, version);
}
