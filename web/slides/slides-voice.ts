import { ownVoices, type OwnVoice } from "../i18n/own-texts.ts";
import { useVoice } from "../i18n/say.ts";
import { daSlides, enSlides, type SlidesKey } from "./slides-texts.ts";

/** The page's voice with the texts of slides, which come with them. */
export type SlidesVoice = OwnVoice<SlidesKey>;

const slidesVoiceOf = ownVoices<SlidesKey>({ da: daSlides, en: enSlides });

export const useSlidesVoice = (): SlidesVoice => slidesVoiceOf(useVoice());
