import { GRADES } from "../cases/folkeskole.ts";
import { type Choice, FIRST_CHOICE } from "../../web/state/choice.ts";
import { chosenDocument, effectsKey } from "../../web/state/chosen.ts";
import { reduce, startingState } from "../../web/state/state.ts";
import type { AppState } from "../../web/state/app-state.ts";
import type { CaseView, MapScenery, PlanEffects, PlanList } from "../../web/worker/messages.ts";

/** The parts of a case that the page's state looks at: four districts, two plans in files. */
export const drawnCase = (change: Partial<CaseView> = {}): CaseView =>
  ({
    name: "Gitterby",
    grades: GRADES,
    schoolYear: "2015/16",
    notice: { da: "Opdigtede", en: "Made up" },
    steps: "exactly",
    dataHash: "1a2b3c4d5e6f",
    districts: ["A", "B", "C", "D"].map((name) => ({ id: name, name, sites: [], pupils: 10 })),
    plans: ["today", "2016"].map((id, i) => ({
      id,
      title: id,
      districts: Array.from({ length: 4 - i }, (_, d) => ({ id: `${d}`, name: `${d}`, sites: [d] })),
      assignment: new Uint16Array(),
    })),
    ...change,
  }) as unknown as CaseView;

export const scenery = { name: "Gitterby" } as unknown as MapScenery;

/** Six plans with three districts. */
export const drawnList = (change: Partial<PlanList> = {}): PlanList =>
  ({
    policy: "nearest",
    districts: 3,
    count: 6,
    values: new Map([["pupils-ratio", Float64Array.of(6, 5, 4, 3, 2, 1)]]),
    telling: ["pupils-ratio"],
    decisions: [],
    unbeaten: Uint8Array.of(1, 0, 1, 0, 0, 0),
    merged: [[0, 1], [2, 3], [0]].map((joins) => ({ joins, name: joins.join(), sites: joins, pairs: [], to: [] })),
    groupings: Uint32Array.from({ length: 18 }, (_, i) => (i < 9 ? 0 : 1)),
    costs: "",
    said: "",
    ...change,
  }) as unknown as PlanList;

export const effects = {} as PlanEffects;

export const opened = (choice: Partial<Choice> = {}, view = drawnCase()): AppState =>
  reduce(startingState({ ...FIRST_CHOICE, ...choice }), {
    kind: "case",
    caseState: { status: "open", scenery, view },
  });

export const withList = (state: AppState, list = drawnList()): AppState =>
  reduce(state, {
    kind: "list",
    policy: list.policy,
    listState: { status: "listed", districts: list.districts, list },
  });

/** All that the page shows at first is there. */
export function answered(state: AppState): AppState {
  const plan = chosenDocument(state);
  return plan ? reduce(state, { kind: "effects", key: effectsKey(state, plan), effects }) : state;
}
