import { ownTexts } from "../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../i18n/say.ts";
import { daWeights, enWeights, type WeightsKey } from "./weights-texts.ts";

/** The page's voice with the texts of weighing, which come with the panel. */
interface WeightsVoice extends Voice {
  readonly tell: (key: WeightsKey, blanks?: Blanks) => string;
}

const filled = ownTexts<WeightsKey>({ da: daWeights, en: enWeights });

export function useWeightsVoice(): WeightsVoice {
  const voice = useVoice();
  return { ...voice, tell: (key, blanks) => filled(key, voice.language, blanks) };
}
