import type { Proposal } from "../proposals/proposal.ts";
import { isOnWay } from "../proposals/history.ts";
import type { AppState, Past } from "./app-state.ts";
import { ownId } from "./plan-ref.ts";

/** The state with another moment looked at; what is looked at keeps its number only where the same new schools are there. */
export function withPast(state: AppState, past: Past | undefined): AppState {
  const was = state.past?.proposal ?? now(state, past);
  const is = past?.proposal ?? now(state, state.past);
  if (was?.draft.newSites === is?.draft.newSites) return { ...state, past };
  return { ...state, past, lookedAt: undefined, route: undefined };
}

const now = ({ proposals }: AppState, past: Past | undefined): Proposal | undefined =>
  past && proposals?.get(past.proposal.id);

/** The state after an action: back in the present once something else is done, or that moment is no part of the proposal any more. */
export function pastIn(before: AppState, after: AppState): AppState {
  const { past, choice, proposals } = after;
  if (!past || (before.past === past && before.choice === choice && before.proposals === proposals)) return after;
  const { id, history } = past.proposal;
  const present = proposals?.get(id);
  const stays =
    choice.doing === "draw" &&
    choice.view !== "today" &&
    ownId(choice.plan) === id &&
    present &&
    (before.proposals === proposals || isOnWay(present.history, history.head));
  return stays ? after : withPast(after, undefined);
}
