import { ownVoice } from "../i18n/own-texts.ts";
import { daWeights, enWeights } from "./weights-texts.ts";

/** The page's voice with the texts of weighing, which come with the panel. */
export const useWeightsVoice = ownVoice({ da: daWeights, en: enWeights });
