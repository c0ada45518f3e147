import type { AppState } from "./app-state.ts";
import { chosenDocument } from "./chosen.ts";
import { heldAgainst } from "./detail.ts";
import { type PagePlan, todaysPlan } from "./plans.ts";
import { caseView } from "./selectors.ts";
import { comparedPlans } from "./tray.ts";

/** What a council's paper has beside the plan in view and today, each plan once: what that is held against on the page, and what is pinned. */
export function paperAlternatives(state: AppState): readonly PagePlan[] {
  const view = caseView(state);
  const today = view && todaysPlan(view);
  const against = heldAgainst(state);
  const plans = [...(against ? [against] : []), ...comparedPlans(state)];
  return plans.filter(
    (plan, i) =>
      plan.plan !== today &&
      plan.key !== chosenDocument(state)?.key &&
      plans.findIndex(({ key }) => key === plan.key) === i,
  );
}
