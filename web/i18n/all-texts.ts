import { spoken } from "../../src/index.ts";
import { keyed } from "../../src/languages/keyed.ts";
import type { Source } from "../../src/languages/pack.ts";
import { KEY_PREFIX } from "./own-texts.ts";

/** Modules of the page by their path, and what is written in them. */
const modules = import.meta.glob(["../**/*.{ts,tsx}", "!./all-texts.ts", "!../main.tsx", "!../worker/worker.ts"]);
const written = import.meta.glob<string>("../**/*.{ts,tsx}", { query: "?raw", import: "default" });

/** A list of texts in one language: `export const daMap = {…}`. */
const LIST = /^export const (da|en)([A-Z]\w*)?\b/m;
const DECLARES = /\bcatalogue\(\s*"/;

type Lists = Readonly<Record<"da" | "en", Map<string, string>>>;

async function found(): Promise<{ readonly lists: Lists; readonly texts: ReadonlyMap<string, Source> }> {
  const lists: Lists = { da: new Map(), en: new Map() };
  for (const [path, load] of Object.entries(modules)) {
    const code = await written[path]();
    const hasLists = LIST.test(code);
    if (!hasLists && !DECLARES.test(code)) continue;
    const module: unknown = await load();
    if (hasLists) for (const [name, list] of Object.entries(Object(module))) take(lists, name, list);
  }
  const texts = new Map([...lists.da].map(([key, da]) => [KEY_PREFIX + key, { da, en: lists.en.get(key) ?? "" }]));
  const seen = new Set<object>();
  for (const [name, declared] of spoken.catalogues)
    for (const [key, text] of keyed(name, declared)) {
      // What is named in two catalogues is the first one's.
      if (seen.has(text)) continue;
      seen.add(text);
      if (!key.startsWith(KEY_PREFIX)) continue;
      if (texts.has(key)) throw new Error(`Two texts are called ${key}.`);
      texts.set(key, { da: text.da, en: text.en });
    }
  return { lists, texts };
}

function take(lists: Lists, name: string, list: unknown): void {
  const [, language] = /^(da|en)(?:[A-Z]|$)/.exec(name) ?? [];
  if ((language !== "da" && language !== "en") || typeof list !== "object" || list === null) return;
  for (const [key, text] of Object.entries(list)) {
    const known = lists[language].get(key);
    if (known !== undefined && known !== text) throw new Error(`Two texts are called ${key}.`);
    lists[language].set(key, String(text));
  }
}

const { lists, texts } = await found();

/** Every text of the page by its key, from every module that declares some; nothing of the page imports this. */
export const PAGE_TEXTS = texts;
/** Those of them that stand in a list for each language, by the key that the page says them by. */
export const PAGE_LISTS = lists;
