import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { spoken } from "../domain/language.ts";
import { keyed } from "./keyed.ts";
import type { Source } from "./pack.ts";

/** Whether a file of the library declares texts. */
const DECLARES = /\bcatalogue\(\s*"/;

/**
 * Every text of the library by its key, from every file that declares some; the page never imports this. What is named in two
 * catalogues is the first one's.
 */
export async function allTexts(): Promise<ReadonlyMap<string, Source>> {
  const root = join(import.meta.dirname, "..");
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.d)\.[jt]s$/.test(path))
    .map((path) => join(root, path))
    .filter((path) => DECLARES.test(readFileSync(path, "utf8")));
  for (const path of paths) await import(/* @vite-ignore */ pathToFileURL(path).href);
  const seen = new Set<object>();
  const texts = new Map<string, Source>();
  for (const [name, declared] of spoken.catalogues)
    for (const [key, text] of keyed(name, declared)) {
      if (seen.has(text)) continue;
      seen.add(text);
      if (texts.has(key)) throw new Error(`Two texts are called ${key}.`);
      texts.set(key, { en: text.en, da: text.da });
    }
  return texts;
}
