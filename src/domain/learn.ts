import type { Pack } from "../languages/pack.ts";
import { PACKS } from "../languages/packs.ts";
import { type Language, LANGUAGES, spoken, type Text } from "./language.ts";

const packs: Readonly<Partial<Record<string, () => Promise<Pack>>>> = PACKS;
const learnt = new Map<Language, Pack>();

/** Gets the packs of languages that have one, so that every text is said in them: those declared so far, and those that come later. */
export async function learn(languages: readonly Language[] = LANGUAGES): Promise<void> {
  for (const language of languages) {
    const pack = await packs[language]?.();
    if (!pack) continue;
    learnt.set(language, pack);
    spoken.locales[language] = pack.locale;
  }
  if (learnt.size === 0) return;
  spoken.carry = carry;
  for (const [name, texts] of spoken.catalogues) carry(name, texts);
}

function carry(name: string, texts: object): void {
  for (const [key, text] of keyed(name, texts))
    // A text that stands in two catalogues is the first one's: the other only names it.
    for (const [language, pack] of learnt)
      if (!(language in text)) Object.assign(text, { [language]: pack.texts[key] ?? text.en });
}

/** The texts of a catalogue with their keys: of a list, each row by what the row itself is called; the second of one name is "plan.2". */
export function keyed(name: string, texts: object): readonly (readonly [key: string, text: Text])[] {
  if (isText(texts)) return [[name, texts]];
  const inside: [string, unknown][] = Object.entries(texts);
  const met = new Map<string, number>();
  return inside.flatMap(([at, each]) => {
    if (!isPlain(each)) return [];
    const own = Array.isArray(texts) ? (OWN_NAMES.map((key) => Reflect.get(each, key)).find(isWord) ?? at) : at;
    const times = (met.get(own) ?? 0) + 1;
    met.set(own, times);
    return keyed(`${name}.${own}${times > 1 ? `.${times}` : ""}`, each);
  });
}

/** By what a row of a list is called. */
const OWN_NAMES = ["key", "id", "name"];
const isWord = (found: unknown): found is string => typeof found === "string";
const isText = (found: object): found is Text => "da" in found && "en" in found && isWord(found.da) && isWord(found.en);
/** Nothing with a life of its own: a table's functions, schemas and maps hold no texts. */
const isPlain = (found: unknown): found is object =>
  Array.isArray(found) ||
  (typeof found === "object" && found !== null && Object.getPrototypeOf(found) === Object.prototype);
