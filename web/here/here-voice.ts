import { type OwnVoice, ownVoice } from "../i18n/own-texts.ts";
import { daHere, enHere, type HereKey } from "./here-texts.ts";

/** The page's voice with the texts of asking about a place, which come with the panel. */
export type HereVoice = OwnVoice<HereKey>;

export const useHereVoice = ownVoice({ da: daHere, en: enHere });
