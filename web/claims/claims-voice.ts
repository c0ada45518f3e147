import { type OwnVoice, ownVoice } from "../i18n/own-texts.ts";
import { type ClaimsKey, daClaims, enClaims } from "./claims-texts.ts";

/** The page's voice with the texts of what a plan's money rests on, which come with it. */
export type ClaimsVoice = OwnVoice<ClaimsKey>;

export const useClaimsVoice = ownVoice({ da: daClaims, en: enClaims });
