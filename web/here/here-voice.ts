import { ownVoices, type OwnVoice } from "../i18n/own-texts.ts";
import { useVoice } from "../i18n/say.ts";
import { daHere, enHere, type HereKey } from "./here-texts.ts";

/** The page's voice with the texts of asking about a place, which come with the panel. */
export type HereVoice = OwnVoice<HereKey>;

const hereVoiceOf = ownVoices<HereKey>({ da: daHere, en: enHere });

export const useHereVoice = (): HereVoice => hereVoiceOf(useVoice());
