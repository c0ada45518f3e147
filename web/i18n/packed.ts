import { type Language, learn, spoken } from "../../src/index.ts";
import type { Catalogue } from "./da.ts";
import { KEY_PREFIX } from "./own-texts.ts";

/** The page's own texts in a language that is a pack, in English where it has none. */
export async function packed(language: Language, english: Catalogue): Promise<Catalogue> {
  await learn([language]);
  const told = Object.entries(english).map(([key, text]) => [
    key,
    spoken.told?.(language, `${KEY_PREFIX}${key}`, text) ?? text,
  ]);
  return { ...english, ...Object.fromEntries(told) };
}
