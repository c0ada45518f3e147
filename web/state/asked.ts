import type { Draft } from "../../src/index.ts";
import type { AppState, AskedOfDraft, Finishing } from "./app-state.ts";
import { chosenProposal } from "./chosen.ts";

/** The state with more asked or heard of a draft; what comes too late for the draft in view changes nothing. */
export function asked(state: AppState, draft: Draft, change: Omit<AskedOfDraft, "draft">): AppState {
  if (chosenProposal(state)?.draft !== draft) return state;
  return { ...state, asked: { ...(state.asked ?? { draft }), ...change } };
}

/** The state after an action, without what was asked of another draft than the one now in view. */
export function askedIn(before: AppState, after: AppState): AppState {
  if (!after.asked || (before.proposals === after.proposals && before.choice === after.choice)) return after;
  return chosenProposal(after)?.draft === after.asked.draft ? after : { ...after, asked: undefined };
}

/** Whether something better than what is offered may still be found. */
export function isLookedFor(finish: Finishing | "searching" | undefined): boolean {
  if (typeof finish !== "object" || finish.status !== "answer") return false;
  const last = finish.since ?? finish.step;
  return last.status === "answer" && last.proven === "quick";
}
