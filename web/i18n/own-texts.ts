import { fillText, type Language } from "../../src/index.ts";
import type { Blanks, Voice } from "./say.ts";

type Catalogues<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** How texts that come with a panel are filled in; the page's own are said by its voice. */
export const ownTexts =
  <Key extends string>({ da, en }: Catalogues<Key>) =>
  (key: Key, language: Language, blanks?: Blanks): string =>
    fillText({ da: da[key], en: en[key] }, language, blanks);

/** The page's voice with the texts that come with a panel. */
export interface OwnVoice<Key extends string> extends Voice {
  readonly tell: (key: Key, blanks?: Blanks) => string;
}

/** Makes the function that gives a voice such texts; the same one for as long as the voice is. */
export function ownVoices<Key extends string>(catalogues: Catalogues<Key>): (voice: Voice) => OwnVoice<Key> {
  const filled = ownTexts(catalogues);
  const voices = new WeakMap<Voice, OwnVoice<Key>>();
  return (voice) => {
    const known = voices.get(voice) ?? { ...voice, tell: (key, blanks) => filled(key, voice.language, blanks) };
    voices.set(voice, known);
    return known;
  };
}
