import {
  type Cell,
  type CostDrivers,
  type CostModel,
  type Counts,
  countsWhere,
  isToldAsItIs,
  measureNamed,
  ranksIn,
  ranksPlans,
  toldFigures,
  type MeasureKey,
} from "../../src/index.ts";
import type { Choice } from "./choice.ts";
import { editedCosts } from "../worker/cost-edits.ts";
import type { CaseView, PlanEffects } from "../worker/messages.ts";
import type { PagePlan } from "./plans.ts";
import { type PlanSite, planSites } from "./plan-sites.ts";

/** The measures of one plan beside today's. What the list holds is there at once; pictures come with the effects. */
export interface PlanFigures {
  readonly view: CaseView;
  readonly plan: PagePlan;
  readonly effects: PlanEffects | undefined;
  /** Its schools, those that it adds included. */
  readonly sites: readonly PlanSite[];
  /** What things cost, with the corrections made on the page. */
  readonly costs: CostModel;
  /** How its pupils are counted. */
  readonly counts: Counts;
  /** Plans it is compared with; 0 for a plan from a file. */
  readonly count: number;
  /** Of real pupils to the nearest five, today's too: two strokes apart tell of no single area. */
  readonly value: (key: MeasureKey) => number | undefined;
  readonly today: (key: MeasureKey) => number | undefined;
  /** The same of the plan that a drawn one was begun from, told alike; absent where that is today's, or not known yet. */
  readonly begun?: Pick<PlanFigures, "value" | "cell">;
  /** Today's of all measures, and what today's money follows from, with what is dangerous in the plan. */
  readonly todays: ReadonlyMap<MeasureKey, number>;
  readonly drivers: CostDrivers;
  /** How a measure that counts pupils may be told, of the plan and of today; undefined for all others. */
  readonly cell: (key: MeasureKey) => Cell | undefined;
  readonly todaysCell: (key: MeasureKey) => Cell | undefined;
  /** Whether the measure tells the listed plans apart. */
  readonly tells: (key: MeasureKey) => boolean;
  /** 1 = best of all listed; undefined where it says nothing. */
  readonly rank: (key: MeasureKey) => number | undefined;
  /** Whether listed plans are put in places by the measure at all. */
  readonly ranks: (key: MeasureKey) => boolean;
}

/** How the parts of a count are told, school by school: exactly only where their sum is, which they would tell. */
export const countsOfParts = ({ counts, cell }: Pick<PlanFigures, "counts" | "cell">, whole: MeasureKey): Counts =>
  isToldAsItIs(cell(whole)) ? counts : "in-fives";

export function planFigures(
  view: CaseView,
  plan: PagePlan,
  effects: PlanEffects | undefined,
  choice: Pick<Choice, "costs">,
  begunFrom?: PlanEffects,
): PlanFigures {
  const { place } = plan;
  const counts = countsWhere(view.notice);
  const ranks = place && ranksIn(place.list, place.number);
  const fromList = (key: MeasureKey): number | undefined => {
    const value = place?.list.values.get(key)?.[place.number];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const exact = (key: MeasureKey): number | undefined => fromList(key) ?? effects?.values.get(key);
  const { values: todays, drivers } = effects?.today ?? { values: view.today.values, drivers: view.drivers };
  return {
    view,
    plan,
    effects,
    sites: planSites(view, plan),
    costs: editedCosts(view.costs, choice.costs),
    counts,
    count: place?.list.count ?? 0,
    ...toldFigures(view.grades, view.steps, todays, exact),
    ...(begunFrom && { begun: toldFigures(view.grades, view.steps, todays, (key) => begunFrom.values.get(key)) }),
    todays,
    drivers,
    tells: (key) => !place || place.list.count < 2 || place.list.telling.includes(key),
    rank: (key) => ranks?.get(key),
    ranks: (key) => {
      const measure = measureNamed(key);
      return place !== undefined && measure !== undefined && ranksPlans(place.list, measure);
    },
  };
}
