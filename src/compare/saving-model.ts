import { COST_CATEGORIES, SAVING_CATEGORIES, type SavingCategory } from "../domain/cost-items.ts";
import { type CostDrivers, valuesAt } from "../cost/saving.ts";
import { SAVING_LINES, savingWith } from "../cost/drawn-saving.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import { ASSUMED_NUMBERS, type PupilNumbers, type SavingParameter, savingParameters } from "../cost/uncertainty.ts";

/**
 * What all plans' savings come to for one value of every parameter: outcome `plan * SAVING_LINES.length + line`. How cohorts fall out is
 * no parameter: every site's classes are those that are expected.
 */
export interface SavingModel {
  readonly parameters: readonly SavingParameter[];
  readonly outcomes: number;
  /** Writes every outcome for `values[parameter]` into `into[outcome]`; writes all and keeps nothing. */
  readonly evaluate: (values: Float64Array, into: Float64Array) => void;
  readonly plans: readonly CostDrivers[];
  /** Today, of each plan on its own ground, `[plan]`. */
  readonly baselines: readonly CostDrivers[];
  readonly costs: CostModel;
  readonly pupilNumbers: PupilNumbers;
  readonly counting: readonly SavingCategory[];
}

/** `baseline`: today, or of each plan today on its own ground, `[plan]`. */
export function savingModel(
  plans: readonly CostDrivers[],
  baseline: CostDrivers | readonly CostDrivers[],
  costs: CostModel,
  pupilNumbers: PupilNumbers = ASSUMED_NUMBERS,
  counting: readonly SavingCategory[] = SAVING_CATEGORIES,
): SavingModel {
  const parameters = savingParameters(costs, pupilNumbers);
  const baselines = "length" in baseline ? baseline : plans.map(() => baseline);
  const at = valuesAt(costs, "mid");
  const lines = SAVING_LINES.length;
  return {
    parameters,
    plans,
    baselines,
    costs,
    pupilNumbers,
    counting,
    outcomes: plans.length * lines,
    evaluate: (values, into) => {
      let pupils = 1;
      parameters.forEach(({ key }, i) => {
        if (key === "pupils") pupils = values[i];
        else at[key] = values[i];
      });
      plans.forEach((plan, number) => {
        const saving = savingWith(plan, baselines[number], at, pupils);
        const row = number * lines;
        COST_CATEGORIES.forEach((category, line) => (into[row + line] = saving[category]));
        into[row + lines - 1] = counting.reduce((sum, category) => sum + saving[category], 0);
      });
    },
  };
}

export const totalLine = (plan: number): number => (plan + 1) * SAVING_LINES.length - 1;
