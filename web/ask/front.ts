import type { AskAnswer, AskedPlan, GoalKey } from "../worker/messages.ts";

type Goals = Pick<AskedPlan, "goals">;

/**
 * The plans that no other beats as they are told: two that read alike in a concern are equal in it. Of those that read alike in all of them the
 * first stands.
 */
export function toldApart<Each extends Goals>(
  plans: readonly Each[],
  told: (goal: GoalKey, value: number) => string,
): readonly Each[] {
  const read = plans.map(({ goals }) => goals.map(({ goal, value }) => told(goal, value)));
  const isAlike = (one: number, other: number, goal: number): boolean => read[one][goal] === read[other][goal];
  const isNoWorse = (one: number, other: number): boolean =>
    plans[one].goals.every(({ value }, goal) => isAlike(one, other, goal) || value < plans[other].goals[goal].value);
  const isFirst = (one: number, other: number): boolean => one < other || !isNoWorse(other, one);
  return plans.filter(
    (_, plan) => !plans.some((_other, other) => other !== plan && isNoWorse(other, plan) && isFirst(other, plan)),
  );
}

/** What may be said of the plans of a choice: that they are all, that each is proven, or no more than that nothing better was found. */
export function claimOf({ complete, plans }: Pick<AskAnswer, "complete" | "plans">): "all" | "some" | "found" {
  if (complete === true) return "all";
  return plans.every(({ status }) => status === "optimal") ? "some" : "found";
}
