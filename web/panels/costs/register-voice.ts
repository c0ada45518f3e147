import { ownVoice } from "../../i18n/own-texts.ts";
import { daRegister, enRegister } from "./register-texts.ts";

/** The page's voice with the texts of the register of costs, which come with it. */
export const useRegisterVoice = ownVoice({ da: daRegister, en: enRegister });
