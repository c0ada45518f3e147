import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { allTexts } from "./all-texts.ts";
import type { Pack } from "./pack.ts";

/**
 * Writes what a translator fills in: every text in English under its key, in one file. Texts that the file holds already stay, and keys that
 * are no more go.
 */
const [file, name, locale] = process.argv.slice(2);
if (!file || !name || !locale) throw new Error("Write: npm run texts -- src/languages/de.json Deutsch de-DE");
const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Pack>).texts : {};
const texts = Object.fromEntries([...(await allTexts())].map(([key, english]) => [key, before?.[key] ?? english]));
writeFileSync(file, `${JSON.stringify({ name, locale, texts }, undefined, 2)}\n`);
