import { type Choice, FIRST_CHOICE } from "../../web/state/choice.ts";
import { effectsKey } from "../../web/state/selectors.ts";
import { type AppState, reduce, startingState } from "../../web/state/state.ts";
import type { CaseView, MapScenery, PlanEffects, PlanList } from "../../web/worker/messages.ts";

/** The parts of a case that the page's state looks at: four districts, two plans in files. */
export const drawnCase = (change: Partial<CaseView> = {}): CaseView =>
  ({
    name: "Gitterby",
    schoolYear: "2015/16",
    notice: { da: "Opdigtede", en: "Made up" },
    dataHash: "1a2b3c4d5e6f",
    districts: ["A", "B", "C", "D"].map((name) => ({ id: name, name, sites: [], pupils: 10 })),
    plans: ["today", "2016"].map((id, i) => ({ id, title: id, districts: Array.from({ length: 4 - i }) })),
    ...change,
  }) as unknown as CaseView;

export const scenery = { name: "Gitterby" } as unknown as MapScenery;

/** Six plans with three districts. */
export const drawnList = (change: Partial<PlanList> = {}): PlanList =>
  ({
    policy: "stay",
    districts: 3,
    count: 6,
    values: new Map(),
    telling: ["pupils-ratio"],
    decisions: [],
    costs: "",
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
  const arranged = { key: "", order: Uint32Array.from([0, 1, 2, 3, 4, 5]), unbeaten: new Uint8Array(6) };
  const ordered = reduce(state, { kind: "arranged", arranged });
  return reduce(ordered, { kind: "effects", key: effectsKey(ordered, { from: "list", number: 0 }), effects });
}
