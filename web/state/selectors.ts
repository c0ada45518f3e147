import { textOfPairs } from "../worker/pair-edits.ts";
import { type Grades, gradesOf, isMeasureKey, type MeasureKey, measuresAt } from "../../src/index.ts";
import type { Arrangement, CaseView, MapScenery, PlanList } from "../worker/messages.ts";
import type { AppState, ListState } from "./app-state.ts";
import { listSearch } from "./search.ts";

/** Pairs of measures, across and upward, that show a decision best at first. */
const SCATTER_AT_FIRST: readonly (readonly [MeasureKey, MeasureKey])[] = [
  ["pupil-kilometres", "changed-site"],
  ["site-distance-mean", "pupils-ratio"],
  ["pupils-ratio", "nearest-in-own"],
];

export const caseView = ({ caseState }: AppState): CaseView | undefined =>
  caseState.status === "open" ? caseState.view : undefined;

const NO_GRADES = gradesOf({ names: [], limits: [] });

/** The case's; none until it is open. */
export const gradesHere = (state: AppState): Grades => caseView(state)?.grades ?? NO_GRADES;

/** What can be drawn of the case so far. */
export const sceneryOf = ({ caseState }: AppState): MapScenery | undefined =>
  caseState.status === "loading" || caseState.status === "open" ? caseState.scenery : undefined;

/** How many districts the question asks for: the choice, else as many as the case's first decision, else half. */
export function districtsAsked({ choice, caseState }: AppState): number | undefined {
  if (caseState.status !== "open") return undefined;
  const { districts, plans } = caseState.view;
  const most = districts.length;
  if (choice.districts !== undefined && choice.districts <= most) return choice.districts;
  return plans.find((plan) => plan.districts.length < most)?.districts.length ?? Math.max(1, Math.ceil(most / 2));
}

export const listState = ({ lists, choice }: AppState): ListState => lists[choice.policy];

/** The list that answers the question now asked; none while another is being computed. */
export function planList(state: AppState): PlanList | undefined {
  const list = listState(state);
  const isAsked =
    list.status === "listed" &&
    list.districts === districtsAsked(state) &&
    list.list.said === textOfPairs(state.choice.touching);
  return isAsked ? list.list : undefined;
}

/** The measure the list is in order of. */
export function sortMeasure(state: AppState): MeasureKey | undefined {
  const list = planList(state);
  if (!list) return undefined;
  const { sort } = state.choice;
  if (sort !== undefined && isMeasureKey(sort) && list.values.has(sort)) return sort;
  return measuresAt("list").find((key) => list.telling.includes(key)) ?? list.telling[0] ?? "pupil-kilometres";
}

/** The two measures of the scatter: chosen, else the first pair that tells the plans apart. */
export function scatterMeasures(list: PlanList, choice: AppState["choice"]): readonly [MeasureKey, MeasureKey] {
  const telling = (key: string | undefined) => list.telling.find((each) => each === key);
  const pair = SCATTER_AT_FIRST.find((keys) => keys.every(telling)) ?? [list.telling[0], list.telling[1]];
  const across = telling(choice.across) ?? pair[0] ?? "districts";
  return [across, telling(choice.upward) ?? pair[1] ?? across];
}

/** What the worker is to put in order now. */
export function arrangement(state: AppState): Arrangement | undefined {
  const view = caseView(state);
  const list = planList(state);
  const sort = sortMeasure(state);
  if (!view || !list || sort === undefined) return undefined;
  const { show, search, weights } = state.choice;
  const { plans, join } = listSearch(
    search,
    view.districts.map(({ name }) => name),
  );
  return {
    key: [list.policy, list.districts, sort, show, JSON.stringify([plans, join]), list.costs, list.said, weights].join(
      " ",
    ),
    sort,
    ...(weights && { weights }),
    show,
    plans,
    join,
  };
}
