import { type Drawn, hindersDrawing, type Hindrance } from "../../src/index.ts";
import type { PlanEffects, PlanList } from "../worker/messages.ts";
import type { Proposal } from "../proposals/proposal.ts";
import type { AppState } from "./app-state.ts";
import type { SharedProposal } from "./room.ts";
import { textOfEdits } from "../worker/cost-edits.ts";
import { listNumber, ownId, type PlanRef } from "./plan-ref.ts";
import { type PlanSite, planSites } from "./plan-sites.ts";
import { begunFrom, type PagePlan, pagePlan, proposalPlan } from "./plans.ts";
import { caseView, planList } from "./selectors.ts";

/** The plan looked at: the chosen one where it exists, else the decision, else the first of the list. */
export function chosenPlan(state: AppState): PlanRef | undefined {
  const { plan } = state.choice;
  if (plan && pagePlan(state, plan)) return plan;
  const list = planList(state);
  if (!list || list.count === 0) return undefined;
  const decided = list.decisions.find((decision) => decision.plan !== undefined)?.plan;
  return listed(decided ?? firstArranged(state, list));
}

/** As it was, while somebody looks back. */
export const chosenDocument = (state: AppState): PagePlan | undefined =>
  state.past ? proposalPlan(state.past.proposal) : pagePlan(state, chosenPlan(state));

const NO_SCHOOLS: readonly PlanSite[] = [];

/** Schools of the plan in view, those that it adds too. */
export function schoolsInView(state: AppState): readonly PlanSite[] {
  const view = caseView(state);
  return view ? planSites(view, chosenDocument(state)) : NO_SCHOOLS;
}

/** The proposal looked at, where the plan in view is one; where it stands, also while somebody looks back. */
export function chosenProposal(state: AppState): Proposal | undefined {
  const id = ownId(chosenDocument(state)?.ref);
  return id === undefined ? undefined : state.proposals?.get(id);
}

/** The same as the page shows it: as it was, while somebody looks back. */
export const shownProposal = (state: AppState): Proposal | undefined => state.past?.proposal ?? chosenProposal(state);

/** The proposal looked at, where the room draws on it. */
export function sharedProposal(state: AppState): SharedProposal | undefined {
  const id = chosenProposal(state)?.id;
  return id === undefined ? undefined : state.room?.proposals.find((each) => each.id === id);
}

/** Why nothing may be drawn on the proposal looked at by this page, where the room has a reason. */
export const hindranceHere = (state: AppState): Hindrance | undefined => hindranceOf(state, "plan");

/** The same of putting another figure beside its money. */
export const claimHindrance = (state: AppState): Hindrance | undefined => hindranceOf(state, "claim");

function hindranceOf(state: AppState, draws: Drawn): Hindrance | undefined {
  const [{ room }, shared] = [state, sharedProposal(state)];
  if (room?.line === "kept") return shared && "kept";
  return room && shared && hindersDrawing(room.meeting, { id: room.seat, role: room.role }, shared.key, draws);
}

/** The plan looked at, where the filters leave it out of the list. */
export function planLeftOut(state: AppState): PlanRef | undefined {
  const plan = chosenPlan(state);
  const number = listNumber(plan);
  const { arranged } = state;
  return number !== undefined && arranged && !arranged.order.includes(number) ? plan : undefined;
}

function firstArranged({ arranged }: AppState, list: PlanList): number {
  const first = arranged?.order[0];
  return first !== undefined && first < list.count ? first : 0;
}

let lastListed: Extract<PlanRef, { from: "list" }> = { from: "list", number: 0 };

/** One object for one number, so that a default compares equal from one moment to the next. */
function listed(number: number): PlanRef {
  if (lastListed.number !== number) lastListed = { from: "list", number };
  return lastListed;
}

/** What a plan's effects are kept under: the plan and the prices. */
export const effectsKey = ({ choice }: AppState, { key }: Pick<PagePlan, "key">): string =>
  `${key} ${textOfEdits(choice.costs)}`;

export function chosenEffects(state: AppState): PlanEffects | undefined {
  const plan = chosenDocument(state);
  return plan && state.effects.get(effectsKey(state, plan));
}

/** Of the plan that the one looked at was begun from; undefined where it is not drawn here, was begun from today's, or is not measured yet. */
export function begunEffects(state: AppState): PlanEffects | undefined {
  const begun = chosenBegun(state);
  const effects = begun && state.effects.get(effectsKey(state, begun));
  // Of a plan that leaves pupils without a school no figure is told.
  return effects?.unfinished.length === 0 ? effects : undefined;
}

/** The plan that the one looked at was begun from, where it is held against it. */
export function chosenBegun(state: AppState): PagePlan | undefined {
  const [view, plan] = [caseView(state), chosenDocument(state)];
  return view && plan && begunFrom(view, plan);
}
