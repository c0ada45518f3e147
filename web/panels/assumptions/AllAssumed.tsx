import type { ReactNode } from "react";
import type { Assumption } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { assumptionList } from "./words.ts";

export function AllAssumed({ assumptions }: { readonly assumptions: readonly Assumption[] }): ReactNode {
  const voice = useVoice();
  return <p className="measured-with">{voice.say("assume.measured", { list: assumptionList(voice, assumptions) })}</p>;
}
