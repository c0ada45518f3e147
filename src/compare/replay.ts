import type { Plan } from "../domain/plan.ts";
import { type Basis, makeGround } from "../evaluate/basis.ts";
import { countPlan } from "../evaluate/evaluate.ts";
import { statedBy } from "../forecast/start.ts";
import { sum } from "../kernels/sum.ts";
import { type Backtest, backtest, type BacktestCase } from "./backtest.ts";
import type { CheckedPromise } from "./promises.ts";

/** What was decided, one plan after the other: what was promised, what the model says of it, and what has been seen since. */
export interface Replay {
  /** Decided plans in the order they took effect; today's alone where the case names no year of any. */
  readonly stages: readonly ReplayStage[];
  /** Promises of changes that are none of the steps from one decided plan to the next. */
  readonly others: readonly CheckedPromise[];
  readonly hits: Hits;
}

/** A plan while it was in force. */
export interface ReplayStage {
  readonly plan: Pick<Plan, "id" | "title">;
  /** School years by the calendar year they start in; `until` is the first that it no longer holds in. */
  readonly from?: number;
  readonly until?: number;
  readonly districts: number;
  readonly openSites: number;
  /** The step from the plan before; absent for the first. */
  readonly change?: StageChange;
  /** Of the step from the plan before. */
  readonly promises: readonly CheckedPromise[];
  /** Pupils counted while it was in force; absent where nobody counted. */
  readonly counts?: StageCounts;
}

/** Pupils of the case's year whom the step moves or whose right to free transport it changes. */
interface StageChange {
  readonly changedSite: number;
  readonly rightsGained: number;
  readonly rightsLost: number;
}

export interface StageCounts extends Tally {
  readonly cases: readonly BacktestCase[];
  /** All sites counted in one year together, where that year is one of the stage's. */
  readonly together?: Backtest["together"];
}

/** How many of so many lay within the range that the model gave. */
export interface Tally {
  readonly inside: number;
  readonly of: number;
}

/** How often the model's ranges have held what was promised, what came by later accounts, and what was counted. */
interface Hits {
  readonly promises: Tally;
  readonly outcomes: Tally;
  readonly counts: Tally;
}

/** The case's own plans, and by id the year in whose August those that were carried out took effect. */
export interface Decisions {
  readonly plans: readonly Plan[];
  readonly inForceFrom: ReadonlyMap<string, number>;
}

/** `promises`: as {@link checkPromises} has them. */
export function replay(basis: Basis, decisions: Decisions, promises: readonly CheckedPromise[]): Replay {
  const decided = decidedPlans(basis, decisions);
  const stages = decided.map((_, at) => stageOf(basis, decided, at, promises));
  const ofSteps = new Set(stages.flatMap((stage) => stage.promises));
  const outcomes = promises.flatMap(({ outcome }) => outcome ?? []);
  const counts = stages.flatMap((stage) => stage.counts?.cases ?? []);
  return {
    stages,
    others: promises.filter((each) => !ofSteps.has(each)),
    hits: { promises: tally(promises), outcomes: tally(outcomes), counts: tally(counts) },
  };
}

const tally = (all: readonly { readonly isInside: boolean }[]): Tally => ({
  inside: all.filter(({ isInside }) => isInside).length,
  of: all.length,
});

interface Decided {
  readonly plan: Plan;
  readonly from?: number;
}

function decidedPlans({ baseline }: Basis, { plans, inForceFrom }: Decisions): readonly Decided[] {
  const dated = plans.flatMap((plan) => {
    const from = inForceFrom.get(plan.id);
    return from === undefined ? [] : [{ plan, from }];
  });
  return dated.length === 0 ? [{ plan: baseline }] : dated.toSorted((a, b) => a.from - b.from);
}

function stageOf(
  basis: Basis,
  decided: readonly Decided[],
  at: number,
  promises: readonly CheckedPromise[],
): ReplayStage {
  const { plan, from } = decided[at];
  const before = at > 0 ? decided[at - 1].plan : undefined;
  const until = decided[at + 1]?.from;
  const { id, title, districts, teaching } = plan;
  // What was counted before the first of them was counted under it as far as anybody knows.
  const counts = countsOf(basis, plan, (year) => (at === 0 || year >= (from ?? 0)) && year < (until ?? Infinity));
  return {
    plan: { id, title },
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    districts: districts.length,
    openSites: teaching.filter((taught) => taught !== 0).length,
    ...(before && { change: changeOf(basis, before, plan) }),
    promises: before ? promises.filter(({ promise: { from: old, to } }) => isOf(old, before) && isOf(to, plan)) : [],
    ...(counts && { counts }),
  };
}

/** Whether a promise's state is the plan itself, with nothing else opened or closed. */
const isOf = ({ plan, open, close }: CheckedPromise["promise"]["from"], { id }: Plan): boolean =>
  plan === id && !open?.length && !close?.length;

function changeOf({ municipality, travel, costs }: Basis, before: Plan, plan: Plan): StageChange {
  const ground = makeGround(municipality, travel, before, costs);
  const { changedSite, rightsGained, rightsLost } = countPlan(ground, plan);
  return { changedSite: sum(changedSite), rightsGained: sum(rightsGained), rightsLost: sum(rightsLost) };
}

/** Counts of the plan's own years beside the forecast by the plan; the school year of the case itself tells nothing. */
function countsOf(basis: Basis, plan: Plan, isOfStage: (year: number) => boolean): StageCounts | undefined {
  const { schoolYear: today } = basis.municipality.info;
  if (!statedBy(basis).counts.some(({ schoolYear: year }) => year > today && isOfStage(year))) return undefined;
  const tried = backtest(basis, plan);
  const cases = tried?.cases.filter(({ year }) => isOfStage(year)) ?? [];
  if (!tried || cases.length === 0) return undefined;
  return { ...tally(cases), cases, ...(isOfStage(tried.together.year) && { together: tried.together }) };
}
