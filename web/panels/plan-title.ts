import { type AssignmentPolicy, type Language, type Said, saidIn } from "../../src/index.ts";
import { useVoice, type Voice } from "../i18n/say.ts";
import { useSelect } from "../state/store.ts";
import { listNumber, type PlanRef } from "../state/plan-ref.ts";
import { pagePlan } from "../state/plans.ts";

/** "Byrådets beslutning 2016: fire skoledistrikter" is called by what stands before the colon. */
export const shortTitle = (title: Said, language: Language): string => saidIn(title, language).split(":")[0];

/**
 * What a listed plan is called by the decision whose districts it has. A decision says itself who goes where: where pupils are sent on by
 * another rule, the districts are all that the two share.
 */
export const decisionName = (
  { say, language }: Pick<Voice, "say" | "language">,
  { title }: { readonly title: Said },
  policy: AssignmentPolicy,
): string => {
  const name = shortTitle(title, language);
  return policy === "stay" ? name : say("decision.districts", { decision: name });
};

/** What a plan is called: its number, or the name of the file it came as; "" for one that is not here. */
export function usePlanTitle(plan: PlanRef | undefined): string {
  const voice = useVoice();
  const title = useSelect((state) => pagePlan(state, plan)?.plan.title);
  return planTitle(voice, plan, title);
}

export function planTitle(
  { say, number, language }: Pick<Voice, "say" | "number" | "language">,
  plan: PlanRef | undefined,
  title: Said | undefined,
): string {
  const listed = listNumber(plan);
  if (listed !== undefined) return say("effects.title", { number: number(listed + 1) });
  return plan && title !== undefined ? shortTitle(title, language) : "";
}
