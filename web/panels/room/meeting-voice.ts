import { type OwnVoice, ownVoice } from "../../i18n/own-texts.ts";
import { daLead, enLead } from "../../i18n/lead-texts.ts";
import { daMeet, enMeet } from "../../i18n/meet-texts.ts";

/** The page's voice with the texts of a meeting, which come with its panel. */
export type MeetingVoice = OwnVoice<keyof typeof daMeet | keyof typeof daLead>;

export const useMeetingVoice = ownVoice({ da: { ...daMeet, ...daLead }, en: { ...enMeet, ...enLead } });
