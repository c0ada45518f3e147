import { gradesHere } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { ReactNode } from "react";
import type { MeasuredAssumption } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { assumptionList } from "./words.ts";

export function AllAssumed({ assumptions }: { readonly assumptions: readonly MeasuredAssumption[] }): ReactNode {
  const voice = useVoice();
  const grades = useSelect(gradesHere);
  return (
    <p className="measured-with">
      {voice.say("assume.measured", { list: assumptionList(grades, voice, assumptions) })}
    </p>
  );
}
