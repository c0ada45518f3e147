import { ownTexts } from "../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../i18n/say.ts";
import { daHere, enHere, type HereKey } from "./here-texts.ts";

/** The page's voice with the texts of asking about a place, which come with the panel. */
export interface HereVoice extends Voice {
  readonly tell: (key: HereKey, blanks?: Blanks) => string;
}

const filled = ownTexts<HereKey>({ da: daHere, en: enHere });

export function useHereVoice(): HereVoice {
  const voice = useVoice();
  return { ...voice, tell: (key, blanks) => filled(key, voice.language, blanks) };
}
