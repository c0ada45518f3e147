import { type OwnVoice, ownVoice } from "../i18n/own-texts.ts";
import { daSlides, enSlides, type SlidesKey } from "./slides-texts.ts";

/** The page's voice with the texts of slides, which come with them. */
export type SlidesVoice = OwnVoice<SlidesKey>;

export const useSlidesVoice = ownVoice({ da: daSlides, en: enSlides });
