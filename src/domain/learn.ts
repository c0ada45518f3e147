import type { Listed, Pack } from "../languages/pack.ts";
import { PACKS } from "../languages/packs.ts";
import { keyed } from "../languages/keyed.ts";
import { isUsable } from "../languages/usable.ts";
import { type Language, LANGUAGES, spoken } from "./language.ts";

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
    spoken.here.add(language);
    lacking.set(language, new Set(Object.keys(pack.texts).filter((key) => pack.texts[key] === "")));
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
