import type { MeasureKey } from "../evaluate/measures/table.ts";
import type { Plan } from "../domain/plan.ts";
import type { CostDrivers } from "../cost/saving.ts";
import { countingCategories } from "../cost/target.ts";
import type { Basis } from "../evaluate/basis.ts";
import { DRAWS, type DrawSettings } from "../cost/uncertainty.ts";
import { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";
import type { Unfinished } from "../domain/completeness.ts";
import { type Evaluation, evaluatePlan } from "../evaluate/evaluate.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import { fairnessOf } from "./fairness/fairness.ts";
import type { Fairness, FairnessArea } from "./fairness/tables.ts";
import { movedAgain, type MovedAgain } from "./fairness/moved-again.ts";
import { type NearDuplicate, nearDuplicates } from "./near-duplicates.ts";
import { savingModel, type SavingModel } from "./saving-model.ts";
import { turningPoints, type TurningPoints } from "./turning-points.ts";
import { uncertainSavings, type UncertainSavings } from "./uncertain-savings.ts";

/** Some plans against today and against each other, with how sure it is and whom it falls on. */
export interface Comparison {
  readonly plans: readonly ComparedPlan[];
  /** Plans that leave pupils without a school: nothing about them is compared. */
  readonly unfinished: readonly UnfinishedPlan[];
  readonly model: SavingModel;
  readonly savings: UncertainSavings;
  /** The plan that saves most in the middle draw against each of the others. */
  readonly turning: readonly TurningPoints[];
  /** Today, then the plans in the order given, as if one followed the other; absent for one plan. */
  readonly moved?: MovedAgain;
  /** The complete list that differences are scaled by, where there is one. */
  readonly list?: MeasuredPlans;
  /** Measures that say nearly the same, over {@link MeasuredPlans}; absent where the list is too short to tell. */
  readonly duplicates?: { readonly over: number; readonly pairs: readonly NearDuplicate<MeasureKey>[] };
}

export interface ComparedPlan {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly money: PlanMoney;
  readonly fairness: Fairness;
}

export interface UnfinishedPlan {
  readonly plan: Plan;
  readonly completeness: Unfinished;
}

/** Values by measure key, `[plan]`, of a list long enough to see which measures go together. */
export interface MeasuredPlans {
  readonly count: number;
  readonly values: ReadonlyMap<MeasureKey, ArrayLike<number>>;
}

export interface CompareOptions extends Partial<DrawSettings> {
  readonly list?: MeasuredPlans;
  /** Whether pupils are sorted by town (unless said) or by parish. */
  readonly by?: FairnessArea;
  /** Called before each longer step; it may throw to end the comparison. */
  readonly onStep?: () => void;
}

/** Everything that is compared about some plans; the same seed gives the same answer. */
export function comparePlans(
  ground: Basis,
  given: readonly Plan[],
  { draws = DRAWS.draws, seed = DRAWS.seed, list, by, onStep }: CompareOptions = {},
): Comparison {
  // Each plan's own figures rest on the same draws as what is said of all of them.
  const basis: Basis = { ...ground, draws: { draws, seed } };
  const compared: ComparedPlan[] = [];
  const drivers: CostDrivers[] = [];
  const unfinished: UnfinishedPlan[] = [];
  for (const plan of given) {
    onStep?.();
    const evaluation = evaluatePlan(basis, plan);
    const { completeness, totals } = evaluation;
    if (completeness.status === "unfinished") unfinished.push({ plan, completeness });
    if (!totals.money) continue;
    compared.push({ plan, evaluation, money: totals.money, fairness: fairnessOf(basis, plan, by) });
    drivers.push(totals.money.drivers);
  }
  const plans = compared.map(({ plan }) => plan);
  const pupilNumbers = pupilNumbersOf(basis);
  const counting = countingCategories(basis.municipality.info.savingsTarget);
  const modelOf = (some: readonly CostDrivers[]) => savingModel(some, basis.today, basis.costs, pupilNumbers, counting);
  const model = modelOf(drivers);
  const savings = uncertainSavings(model, { draws, seed, ...(onStep && { onStep }) });
  const best = bestPlan(savings);
  return {
    plans: compared,
    unfinished,
    model,
    savings,
    turning: plans.flatMap((_, other) => {
      if (other === best) return [];
      onStep?.();
      // Of these two alone: thousands of evaluations need not compute the others.
      const pair = modelOf([drivers[best], drivers[other]]);
      return [{ ...turningPoints(pair, 0, 1, { seed }), a: best, b: other }];
    }),
    ...(plans.length > 1 && { moved: movedAgain(basis, [basis.baseline, ...plans]) }),
    ...(list && { list, duplicates: { over: list.count, pairs: nearDuplicates(list.values) } }),
  };
}

const bestPlan = ({ plans }: UncertainSavings): number =>
  plans.reduce((best, { total }, plan) => (total.p50 > plans[best].total.p50 ? plan : best), 0);
