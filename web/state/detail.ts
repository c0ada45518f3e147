import { countsWhere, unreachable } from "../../src/index.ts";
import { textOfEdits } from "../worker/cost-edits.ts";
import type { About, DetailAnswers, DetailQuestion } from "../worker/messages.ts";
import { assumed, type PagePlan, pagePlan } from "./plans.ts";
import { chosenDocument, chosenEffects, effectsKey } from "./chosen.ts";
import type { AppState, ProposedPlan } from "./app-state.ts";
import { closingQuestion, councilQuestion, isCouncilShown } from "./council.ts";
import { weighed } from "./arrange.ts";
import { caseView, planList } from "./selectors.ts";
import { basePlan, comparedPlans } from "./tray.ts";
import { useSelect } from "./store.ts";

export const ABOUT = [
  "meaning",
  "buses",
  "years",
  "known",
  "pair",
  "compare",
  "first",
  "council",
  "closing",
  "rests",
  "claim",
] as const satisfies readonly About[];

/** What is to be asked about a thing as the page now stands; undefined where it is not looked at, or the plan's effects come first. */
export function detailQuestion(state: AppState, about: About): DetailQuestion | undefined {
  if (about === "compare") return compareQuestion(state);
  if (about === "first") return firstQuestion(state);
  if (about === "council") return councilQuestion(state);
  if (about === "closing") return closingQuestion(state);
  const chosen = chosenDocument(state);
  if (!chosen || !chosenEffects(state)) return undefined;
  const key = effectsKey(state, chosen);
  const plan = assumed(chosen);
  const { buses, years } = state.choice;
  switch (about) {
    case "meaning": {
      const view = caseView(state);
      return view && { about, key, plan, counts: countsWhere(view.notice) };
    }
    case "buses":
      return buses === undefined ? undefined : { about, key: `${key} ${buses}`, plan, longestRide: buses };
    case "years":
      return years === "hidden" ? undefined : { about, key, plan };
    case "known":
      // Of no plan: the same for all, at the prices that hold.
      return isTriedHere(state) ? { about, key: textOfEdits(state.choice.costs), plan } : undefined;
    case "rests":
      return state.dialog === "rests" ? { about, key, plan } : undefined;
    case "claim":
      return claimQuestion(state, { key, plan });
    case "pair": {
      const against = heldAgainst(state);
      if (!against) return undefined;
      // It is told by the names of both.
      const names = JSON.stringify([chosen.plan.title, against.plan.title]);
      return { about, key: `${key} ${effectsKey(state, against)} ${names}`, plan, against: assumed(against) };
    }
    default:
      return unreachable(about);
  }
}

/** Of the plan looked at and the figure that somebody tries another in place of, against what it is held against. */
function claimQuestion(
  state: AppState,
  { key, plan }: Pick<Extract<DetailQuestion, { readonly about: "claim" }>, "key" | "plan">,
): DetailQuestion | undefined {
  const { claim, dialog, choice, lists } = state;
  if (!claim || dialog !== "rests") return undefined;
  const against = heldAgainst(state);
  const { policy } = choice;
  const list = lists[policy];
  const listed = list.status === "listed" ? [list.list.policy, list.list.districts, list.list.said] : [list.status];
  return {
    about: "claim",
    key: [key, claim.item, claim.value, against ? effectsKey(state, against) : "", ...listed].join(" "),
    plan,
    claim,
    policy,
    ...(against && { against: assumed(against) }),
  };
}

/** Of the pinned plans that are here, while they are compared. */
function compareQuestion(state: AppState): DetailQuestion | undefined {
  const plans = comparedPlans(state);
  if (state.choice.doing !== "compare" || plans.length === 0) return undefined;
  const base = basePlan(state);
  // The pairs are told by the names of both.
  const names = JSON.stringify(plans.map(({ plan }) => plan.title));
  const key = [...plans.map((plan) => effectsKey(state, plan)), base, names].join(" ");
  return { about: "compare", key, plans: plans.map(assumed), ...(base !== undefined && { base }) };
}

/** Of the complete list, while concerns are weighed in it. */
function firstQuestion(state: AppState): DetailQuestion | undefined {
  const { choice } = state;
  const list = planList(state);
  if (!choice.weights || choice.doing !== "find" || !list?.complete) return undefined;
  const { policy, districts, costs, said } = list;
  return { about: "first", key: [policy, districts, costs, said].join(" "), list: weighed(list) };
}

/** Whether the model's earlier hits are in sight: in a window of theirs, or where the next proposal is made. */
const isTriedHere = (state: AppState): boolean =>
  state.dialog === "costs" ||
  state.dialog === "replay" ||
  isCouncilShown(state) ||
  (state.choice.doing === "draw" && caseView(state)?.canBeTried === true);

/** The plan that the chosen one is held against, if it is another and exists. */
export function heldAgainst(state: AppState): PagePlan | undefined {
  const against = pagePlan(state, state.choice.against);
  return against && against.key !== chosenDocument(state)?.key ? against : undefined;
}

/** The plan whose borders the map dashes where the plan in view takes them away; undefined for today's. */
export const planBefore = (state: AppState): ProposedPlan["instead"] | undefined =>
  state.proposed?.instead ?? heldAgainst(state);

/** The answer, once it is there for what is now looked at. */
export function detailAnswer<Each extends About>(state: AppState, about: Each): DetailAnswers[Each] | undefined {
  const key = detailQuestion(state, about)?.key;
  const known = state.details[about];
  return key !== undefined && known?.key === key ? known.answer : undefined;
}

/** Whether the latest answer is of what is now looked at; also where nothing is asked, since then nothing better is to come. */
export function isCurrent(state: AppState, about: About): boolean {
  const question = detailQuestion(state, about);
  return question === undefined || state.details[about]?.key === question.key;
}

/**
 * The latest answer, and whether it is of what is now looked at. One that is not stands greyed for the tenths of a second
 * until the next comes, so that the panel keeps its shape. Until a plan's effects are there the whole panel is still the
 * plan's before it, and nothing is rendered anew.
 */
export function useDetail<Each extends About>(
  about: Each,
): { readonly answer: DetailAnswers[Each] | undefined; readonly is: "current" | "stale" | "waiting" } {
  const answer = useSelect((state) => state.details[about]?.answer);
  const current = useSelect((state) => isCurrent(state, about));
  return { answer, is: !answer ? "waiting" : current ? "current" : "stale" };
}
