import type { ReactNode } from "react";
import { apartFrom } from "../../../src/index.ts";
import { chosenDocument, chosenEffects } from "../../state/chosen.ts";
import { useSelect } from "../../state/store.ts";
import { savedOrSpent } from "../effects/money-words.ts";
import { usePlanTitle } from "../plan-title.ts";
import { useRegisterVoice } from "./register-voice.ts";

/** "Plan 78: 7,5 (2,5 til 10,0) mio. kr. sparet om året", as it is with the corrections. */
export function PlanSaving(): ReactNode {
  const voice = useRegisterVoice();
  const title = usePlanTitle(useSelect(chosenDocument)?.ref);
  const effects = useSelect(chosenEffects);
  const money = effects?.money;
  const total = money?.counted;
  return (
    <p className="plan-saving" role="status">
      {total &&
        voice.tell(total.mid < 0 ? "costs.plan.dearer" : "costs.plan", {
          plan: title,
          apart: voice.read(apartFrom(money.counting)),
          amount: savedOrSpent(voice, total)[total.mid < 0 ? "whole" : "amount"],
        })}
    </p>
  );
}
