import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { planFigures } from "../state/plan-figures.ts";
import { chosenDocument, chosenEffects } from "../state/chosen.ts";
import { assumptionsOf } from "../state/plans.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { FourFigures } from "./FourFigures.tsx";
import { usePlanTitle } from "./plan-title.ts";

/** The chosen plan and what it changes, always in sight where the panel of effects is not. */
export function PlanLine(): ReactNode {
  const { say } = useVoice();
  const view = useSelect(caseView);
  const plan = useSelect(chosenDocument);
  const title = usePlanTitle(plan?.ref);
  const effects = useSelect(chosenEffects);
  const choice = useSelect((state) => state.choice);
  if (!view || !plan) return null;
  return (
    <div className="plan-line" aria-live="polite">
      <strong title={title}>{title}</strong>
      {assumptionsOf(plan).length > 0 && <span>{say("assume.with")}</span>}
      {(effects?.unfinished ?? []).length === 0 && (
        <FourFigures figures={planFigures(view, plan, effects, choice)} money="told" />
      )}
    </div>
  );
}
