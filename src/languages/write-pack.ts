import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { allTexts } from "./all-texts.ts";
import type { Pack } from "./pack.ts";

/**
 * Writes what a translator fills in: every text in English under its key, in one file. Texts that the file holds already stay, and keys that
 * are no more go.
 */
const [file, name, locale] = process.argv.slice(2);
if (!file || !name || !locale) throw new Error("Write: npm run texts -- src/languages/de.json Deutsch de-DE");
const written = z.object({ texts: z.record(z.string(), z.string()) });
const before = existsSync(file) ? written.parse(JSON.parse(readFileSync(file, "utf8"))).texts : {};
const texts: Pack["texts"] = Object.fromEntries(
  [...(await allTexts())].map(([key, english]) => [key, before[key] ?? english]),
);
writeFileSync(file, `${JSON.stringify({ name, locale, texts }, undefined, 2)}\n`);
