import { ownVoices, type OwnVoice } from "../i18n/own-texts.ts";
import { useVoice } from "../i18n/say.ts";
import { daWeights, enWeights, type WeightsKey } from "./weights-texts.ts";

/** The page's voice with the texts of weighing, which come with the panel. */
type WeightsVoice = OwnVoice<WeightsKey>;

const weightsVoiceOf = ownVoices<WeightsKey>({ da: daWeights, en: enWeights });

export const useWeightsVoice = (): WeightsVoice => weightsVoiceOf(useVoice());
