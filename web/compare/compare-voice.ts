import { ownTexts } from "../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../i18n/say.ts";
import { type CompareKey, daCompare, enCompare } from "./compare-texts.ts";

/** The page's voice with the texts of comparing, which come with the panel. */
interface CompareVoice extends Voice {
  readonly tell: (key: CompareKey, blanks?: Blanks) => string;
}

const filled = ownTexts<CompareKey>({ da: daCompare, en: enCompare });

export function useCompareVoice(): CompareVoice {
  const voice = useVoice();
  return { ...voice, tell: (key, blanks) => filled(key, voice.language, blanks) };
}
