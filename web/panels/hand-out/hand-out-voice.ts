import { ownVoice } from "../../i18n/own-texts.ts";
import { daHandOut, enHandOut } from "./hand-out-texts.ts";

export const useHandOutVoice = ownVoice({ da: daHandOut, en: enHandOut });
