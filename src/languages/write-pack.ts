import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { runnerImport } from "vite";
import { z } from "zod";
import { allTexts } from "./all-texts.ts";
import { packFile, packsFile } from "./files.ts";
import type { Source } from "./pack.ts";

/**
 * Writes what a translator fills in: every text of the library and of the page under its key, with what it says in English and Danish. Texts
 * that the file holds already stay, and keys that are no more go. The program is told of the file in packs.ts.
 */
const [file, name, locale] = process.argv.slice(2);
if (!file || !name || !locale) throw new Error("Write: npm run texts -- src/languages/de.json Deutsch de-DE");

const ROOT = resolve(import.meta.dirname, "../../..");
const LANGUAGES = join(ROOT, "src/languages");
if (resolve(file, "..") !== LANGUAGES)
  throw new Error("The file belongs in src/languages, such as src/languages/de.json");

const said = z.object({
  name: z.string(),
  locale: z.string(),
  texts: z.record(z.string(), z.union([z.string(), z.strictObject({ en: z.string(), da: z.string() })])),
});
const read = (path: string) => said.parse(JSON.parse(readFileSync(path, "utf8")));

const { module } = await runnerImport<{ PAGE_TEXTS: ReadonlyMap<string, Source> }>(
  join(ROOT, "web/i18n/all-texts.ts"),
  { configFile: false, root: ROOT, logLevel: "error" },
);
const texts = new Map([...(await allTexts()), ...module.PAGE_TEXTS]);
const { pack, lacking, changed, gone } = packFile({ name, locale }, texts, existsSync(file) ? read(file).texts : {});
writeFileSync(file, `${JSON.stringify(pack, undefined, 2)}\n`);

const codes = readdirSync(LANGUAGES)
  .filter((path) => path.endsWith(".json"))
  .toSorted();
const listed = codes.map((path) => ({ code: basename(path, ".json"), ...read(join(LANGUAGES, path)) }));
writeFileSync(join(LANGUAGES, "packs.ts"), packsFile(listed));

process.stdout.write(
  [
    `${texts.size} texts, of which ${lacking.length} have none in ${name} yet.`,
    ...(changed.length > 0 ? [`Changed since they were translated: ${changed.join(", ")}`] : []),
    ...(gone.length > 0 ? [`No longer there: ${gone.join(", ")}`] : []),
    "",
  ].join("\n"),
);
