import { type ReactNode, useMemo } from "react";
import { useVoice } from "../i18n/say.ts";
import { planPicture } from "../map/picture.ts";
import { planFigures } from "../state/plan-figures.ts";
import { caseView, chosenEffects, chosenPlan, planList } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { Classes } from "./effects/Classes.tsx";
import { Money } from "./effects/Money.tsx";
import { Structure } from "./effects/Structure.tsx";
import { TransportRight } from "./effects/TransportRight.tsx";
import { Travel } from "./effects/Travel.tsx";
import { shortTitle, usePlanTitle } from "./plan-title.ts";

/** What the chosen plan means against today. */
export function Effects(): ReactNode {
  const { say } = useVoice();
  const title = usePlanTitle();
  const view = useSelect(caseView);
  const list = useSelect(planList);
  const plan = useSelect(chosenPlan);
  const effects = useSelect(chosenEffects);
  const policy = useSelect(({ choice }) => choice.policy);
  const figures = useMemo(() => view && plan && planFigures(view, list, plan, effects), [view, list, plan, effects]);
  const picture = useMemo(() => view && plan && planPicture(view, list, plan), [view, list, plan]);
  if (!view || !figures || !picture || !plan) return <p className="notice">{say("effects.none")}</p>;
  const decision = plan.from === "list" && list?.decisions.find((found) => found.plan === plan.number);
  return (
    <div className="effects-inside" aria-busy={!effects}>
      <div className="effects-head">
        <h2>
          {title} <span className="against">{say("effects.against")}</span>
        </h2>
        {decision && (
          <p>
            <span className="plan-tag">★ {shortTitle(decision.title)}</span>
          </p>
        )}
        {plan.from === "list" && <p className="effects-policy">{say(`policy.${policy}`)}</p>}
      </div>
      <Structure figures={figures} picture={picture} />
      <Travel figures={figures} />
      <TransportRight figures={figures} />
      <Classes figures={figures} />
      <Money figures={figures} />
    </div>
  );
}
