import { type Language, type Said, saidIn } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import type { PlanRef } from "../worker/plan-ref.ts";

/** "Byrådets beslutning 2016: fire skoledistrikter" is called by what stands before the colon. */
export const shortTitle = (title: Said, language: Language): string => saidIn(title, language).split(":")[0];

/** What a plan is called: its number, or the name of the file it came as. */
export function usePlanTitle(plan: PlanRef | undefined): string {
  const { say, number, language } = useVoice();
  const view = useSelect(caseView);
  if (!plan) return "";
  if (plan.from === "list") return say("effects.title", { number: number(plan.number + 1) });
  return shortTitle(view?.plans.find(({ id }) => id === plan.id)?.title ?? plan.id, language);
}
