import { ownVoices, type OwnVoice } from "../i18n/own-texts.ts";
import { useVoice } from "../i18n/say.ts";
import { daCompare, enCompare, type CompareKey } from "./compare-texts.ts";

/** The page's voice with the texts of comparing, which come with the panel. */
export type CompareVoice = OwnVoice<CompareKey>;

const compareVoiceOf = ownVoices<CompareKey>({ da: daCompare, en: enCompare });

export const useCompareVoice = (): CompareVoice => compareVoiceOf(useVoice());
