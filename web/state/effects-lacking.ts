import type { AssumedPlan } from "../worker/messages.ts";
import { chosenBegun, chosenDocument, effectsKey } from "./chosen.ts";
import type { AppState } from "./app-state.ts";
import { stepsAway } from "./walk.ts";

/**
 * The plan to be measured next: the one looked at first, which waits neither for what it was begun from, nor for what is offered in its place,
 * nor for those that a step in the list leads to, for which no worker is started.
 */
export function effectsLacking(
  state: AppState,
  worker: "there" | "not started",
): (AssumedPlan & { readonly key: string }) | undefined {
  if (state.past?.hand === "moving") return undefined;
  const ahead = worker === "there" ? stepsAway(state) : [];
  return [chosenDocument(state), chosenBegun(state), ...state.offered, ...ahead].find(
    (plan) => plan && !state.effects.has(effectsKey(state, plan)),
  );
}
