import { countsWhere } from "../../src/index.ts";
import type { DetailQuestion } from "../worker/messages.ts";
import type { AppState } from "./app-state.ts";
import { chosenDocument, effectsKey } from "./chosen.ts";
import { assumed, type PagePlan } from "./plans.ts";
import { caseView } from "./selectors.ts";
import { MOST_PINNED } from "./choice.ts";
import { comparedPlans } from "./tray.ts";

/** The plans that a meeting looks at: those that are pinned, and the one in view where that is not only they. */
export function meetingPlans(state: AppState): readonly PagePlan[] {
  const pinned = comparedPlans(state);
  const chosen = chosenDocument(state);
  const isInView = state.choice.doing !== "compare" || pinned.length === 0;
  if (!chosen || !isInView || pinned.some(({ key }) => key === chosen.key)) return pinned;
  return [...pinned.slice(0, MOST_PINNED - 1), chosen];
}

/** Whether what a council asks is in sight, on the page or on slides. */
export const isCouncilShown = ({ dialog }: Pick<AppState, "dialog">): boolean =>
  dialog === "slides" || dialog === "questions";

export function councilQuestion(state: AppState): DetailQuestion | undefined {
  const view = caseView(state);
  const plans = meetingPlans(state);
  if (!view || !isCouncilShown(state) || plans.length === 0) return undefined;
  // Which plan saves more is told by the names of both.
  const names = JSON.stringify(plans.map(({ plan }) => plan.title));
  const key = [...plans.map((plan) => effectsKey(state, plan)), names].join(" ");
  return { about: "council", key, plans: plans.map(assumed), counts: countsWhere(view.notice) };
}

/** What closing the school that is asked about would do. */
export function closingQuestion(state: AppState): DetailQuestion | undefined {
  const { closing } = state;
  if (!closing || !isCouncilShown(state)) return undefined;
  const { plan, site, counts } = closing;
  return { about: "closing", key: `${effectsKey(state, plan)} ${site} ${counts}`, plan, site, counts };
}
