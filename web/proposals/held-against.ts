import { type Draft, type Plan, type Said, whatChanged, type WhatChanged } from "../../src/index.ts";
import type { AppState } from "../state/app-state.ts";
import { shownProposal } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";

/** What the proposal in view changes, and against what. */
interface ChosenChanges {
  readonly changed: WhatChanged;
  readonly before: Plan;
  readonly after: Plan;
  /** Undefined for the plan that the proposal began from. */
  readonly title: Said | undefined;
}

const known = new WeakMap<Draft, Map<string, ChosenChanges>>();

/** Held against the start, or against one of the case's plans; counted once. */
export function chosenChanges(state: AppState): ChosenChanges | undefined {
  const view = caseView(state);
  const draft = shownProposal(state)?.draft;
  if (!view || !draft) return undefined;
  const { against } = state.changes;
  const all = known.get(draft) ?? new Map<string, ChosenChanges>();
  known.set(draft, all);
  const file = view.plans.find(({ id }) => id === against);
  const plan: Plan = file ?? draft.start;
  const made = all.get(against) ?? {
    changed: whatChanged({ plan, capacity: view.sites.map(({ capacity }) => capacity) }, draft, view.units.unitBand),
    before: plan,
    after: draft.plan,
    title: file?.title,
  };
  all.set(against, made);
  return made;
}
