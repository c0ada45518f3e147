import { ownTexts } from "../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../i18n/say.ts";
import { daSlides, enSlides, type SlidesKey } from "./slides-texts.ts";

/** The page's voice with the texts of slides, which come with them. */
export interface SlidesVoice extends Voice {
  readonly tell: (key: SlidesKey, blanks?: Blanks) => string;
}

const filled = ownTexts<SlidesKey>({ da: daSlides, en: enSlides });

const voices = new WeakMap<Voice, SlidesVoice>();

export function useSlidesVoice(): SlidesVoice {
  const voice = useVoice();
  const known = voices.get(voice) ?? { ...voice, tell: (key, blanks) => filled(key, voice.language, blanks) };
  voices.set(voice, known);
  return known;
}
