import type { JoinedQuestion } from "../worker/messages.ts";
import type { AppState } from "./app-state.ts";
import { joinedKey, joinsOfText } from "./joined.ts";
import { joinedId } from "./plan-ref.ts";
import { pagePlan } from "./plans.ts";
import { caseView } from "./selectors.ts";

/** What is to be asked for the plans that the choice names by what they join, or that somebody waits for, where they are not here yet. */
export function joinedLacking(state: AppState): readonly JoinedQuestion[] {
  const view = caseView(state);
  if (!view) return [];
  const { plan, against, tray, touching } = state.choice;
  return [plan, against, ...tray, ...state.awaited].flatMap((ref): readonly JoinedQuestion[] => {
    const id = joinedId(ref);
    const joins = id === undefined || pagePlan(state, ref) ? undefined : joinsOfText(id, view.districts.length);
    return joins && id !== undefined ? [{ kind: "joined", key: joinedKey(state, id), ...joins, touching }] : [];
  });
}
