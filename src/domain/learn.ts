import type { Listed, Pack } from "../languages/pack.ts";
import { PACKS } from "../languages/packs.ts";
import { isUsable } from "../languages/usable.ts";
import { type Language, LANGUAGES, spoken, type Text } from "./language.ts";

const packs: Readonly<Partial<Record<string, Listed>>> = PACKS;
const learnt = new Map<Language, Pack>();
/** Keys that a language which is a pack lacks a text for, or has one for that cannot be said. */
const lacking = new Map<Language, Set<string>>();

/** What was found for a key, since it takes a while to see that a text can be said. */
const looked = new Map<Language, Map<string, string>>();

/** How many texts a pack that is here has yet to say; English is said for them. */
export const lackingIn = (language: Language): number => lacking.get(language)?.size ?? 0;

/** Gets the packs of languages that have one, so that every text is said in them: those declared so far, and those that come later. */
export async function learn(languages: readonly Language[] = LANGUAGES): Promise<void> {
  for (const language of languages) {
    const pack = learnt.has(language) ? undefined : await packs[language]?.read();
    if (!pack) continue;
    learnt.set(language, pack);
    looked.set(language, new Map());
    const asked = Object.keys(pack.texts).filter((key) => key.startsWith("@"));
    lacking.set(language, new Set(asked.map((key) => key.slice(1)).filter((key) => !pack.texts[key])));
  }
  if (learnt.size === 0) return;
  spoken.carry = carry;
  spoken.told = told;
  for (const [name, texts] of spoken.catalogues) carry(name, texts);
}

function carry(name: string, texts: object): void {
  for (const [key, text] of keyed(name, texts))
    // A text that stands in two catalogues is the first one's: the other only names it.
    for (const language of learnt.keys())
      if (!(language in text)) Object.assign(text, { [language]: told(language, key, text.en) });
}

function told(language: Language, key: string, english: string): string {
  const known = looked.get(language)?.get(key);
  if (known !== undefined) return known;
  const said = learnt.get(language)?.texts[key];
  const isSaid = typeof said === "string" && isUsable(said, english);
  if (!isSaid && english !== "") lacking.get(language)?.add(key);
  const text = isSaid ? said : english;
  looked.get(language)?.set(key, text);
  return text;
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
