import { type OwnVoice, ownVoice } from "../i18n/own-texts.ts";
import { type CompareKey, daCompare, enCompare } from "./compare-texts.ts";

/** The page's voice with the texts of comparing, which come with the panel. */
export type CompareVoice = OwnVoice<CompareKey>;

export const useCompareVoice = ownVoice({ da: daCompare, en: enCompare });
