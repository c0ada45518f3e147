import { ownTexts } from "../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../i18n/say.ts";
import { type CompareKey, daCompare, enCompare } from "./compare-texts.ts";

/** The page's voice with the texts of comparing, which come with the panel. */
export interface CompareVoice extends Voice {
  readonly tell: (key: CompareKey, blanks?: Blanks) => string;
}

const filled = ownTexts<CompareKey>({ da: daCompare, en: enCompare });

const voices = new WeakMap<Voice, CompareVoice>();

export function useCompareVoice(): CompareVoice {
  const voice = useVoice();
  const known = voices.get(voice) ?? { ...voice, tell: (key, blanks) => filled(key, voice.language, blanks) };
  voices.set(voice, known);
  return known;
}
