import type { Said, Text } from "../domain/language.ts";
import {
  CATEGORY_RULES,
  type CostDrivers,
  SAVING_CATEGORIES,
  type SavingCategory,
  savingAt,
  valuesAt,
} from "../cost/saving.ts";
import { COST_PARAMETER_KEYS, type CostModel, type CostParameterKey } from "../cost/parameters/table.ts";
import { COST_CATEGORIES } from "../cost/parameter.ts";
import type { CorrelatedGroup, UncertainParameter } from "../kernels/uncertainty/draws.ts";
import type { OutcomeModel } from "../kernels/uncertainty/simulate.ts";

/** The lines of a plan's money: each category, and the yearly ones that count added up. One-off kroner come once and stay out of the total. */
export const SAVING_LINES = [...COST_CATEGORIES, "total"] as const;
export type SavingLine = (typeof SAVING_LINES)[number];

/** A figure that the savings rest on, with its name for readers. */
export interface SavingParameter extends UncertainParameter {
  readonly key: CostParameterKey | "pupils";
  readonly name: Text;
  readonly unit: Text;
  readonly source: Said;
  readonly confidence: "high" | "medium" | "low";
}

/** What all plans' savings come to for one value of every parameter: outcome `plan * SAVING_LINES.length + line`. */
export interface SavingModel extends OutcomeModel {
  readonly parameters: readonly SavingParameter[];
  readonly plans: number;
}

/**
 * Whether the pupil numbers that the plans are measured on hold: a factor on everything that is counted in pupils or classes. The range is
 * an assumption that stands in where no forecast gives one.
 */
export const PUPIL_NUMBERS: SavingParameter = {
  key: "pupils",
  name: { da: "Elevtallet i forhold til det, der er regnet på", en: "Pupil numbers against those computed on" },
  low: 0.9,
  mid: 1,
  high: 1.1,
  unit: { da: "andel", en: "share" },
  source: { da: "antagelse", en: "assumption" },
  confidence: "low",
};

/** Which figures move together, how much, and why. The correlations are assumed: no source measures them. */
export const COST_CORRELATIONS: readonly (CorrelatedGroup & { readonly why: Text })[] = [
  {
    keys: ["class", "districtMerger", "extraSchool", "siteLeader"],
    r: 0.5,
    why: {
      da: "Antaget: alle er mest løn efter samme overenskomster, så er den ene højere end ventet, er de andre det nok også.",
      en: "Assumed: all are mostly wages under the same agreements, so if one is higher than expected the others probably are too.",
    },
  },
  {
    keys: ["leaveWhenClosed", "leaveWhenFarther"],
    r: 0.6,
    why: {
      da: "Antaget: samme familiers tilbøjelighed til at vælge privatskole.",
      en: "Assumed: the same families' inclination to choose a private school.",
    },
  },
];

/** The parameters that the arithmetic of any category uses; the register holds others, which move nothing here. */
const IN_USE: ReadonlySet<CostParameterKey> = new Set(
  Object.values(CATEGORY_RULES).flatMap(({ rests }): readonly CostParameterKey[] => rests),
);

function savingParameters(costs: CostModel, pupils: readonly SavingParameter[]): readonly SavingParameter[] {
  const used = COST_PARAMETER_KEYS.filter((key) => IN_USE.has(key)).map((key): SavingParameter => {
    const { name, low, mid, high, unit, source, confidence, kind } = costs[key];
    return { key, name, low, mid, high, unit, source, confidence, ...(kind === "share" && { most: 1 }) };
  });
  return [...used, ...pupils];
}

/**
 * `baseline`: today, or of each plan today on its own ground, `[plan]`. `pupilNumbers`: of all plans, or of the schools that each
 * plan changes, `[plan]`.
 */
export function savingModel(
  plans: readonly CostDrivers[],
  baseline: CostDrivers | readonly CostDrivers[],
  costs: CostModel,
  pupilNumbers: SavingParameter | readonly SavingParameter[] = PUPIL_NUMBERS,
  counting: readonly SavingCategory[] = SAVING_CATEGORIES,
): SavingModel {
  const each = "length" in pupilNumbers ? pupilNumbers : plans.map(() => pupilNumbers);
  const parameters = savingParameters(costs, "length" in pupilNumbers ? pupilNumbers : [pupilNumbers]);
  const pupilsOf = each.map((of) => parameters.indexOf(of));
  const at = valuesAt(costs, "mid");
  const lines = SAVING_LINES.length;
  const added = counting.map((category) => COST_CATEGORIES.indexOf(category));
  const perPupil = SAVING_LINES.map((line) => (AS_IT_IS.has(line) ? "as it is" : "scaled"));
  return {
    parameters,
    plans: plans.length,
    outcomes: plans.length * lines,
    evaluate: (values, into) => {
      parameters.forEach(({ key }, i) => {
        if (key !== "pupils") at[key] = values[i];
      });
      plans.forEach((plan, number) => {
        const pupils = values[pupilsOf[number]];
        const saving = savingAt(plan, "length" in baseline ? baseline[number] : baseline, at);
        const row = number * lines;
        COST_CATEGORIES.forEach((category, line) => {
          into[row + line] = saving[category] * (perPupil[line] === "scaled" ? pupils : 1);
        });
        // An assumed sum is the same however many pupils there are.
        into[row + ONE_OFF] += (pupils - 1) * (plan.assumed?.once ?? 0);
        let total = 0;
        for (const line of added) total += into[row + line];
        into[row + lines - 1] = total;
      });
    },
  };
}

/** What does not grow with the number of pupils. */
const AS_IT_IS: ReadonlySet<SavingLine> = new Set<SavingLine>(["leadership", "assumed", "total"]);
const ONE_OFF = SAVING_LINES.indexOf("one-off");

export const totalLine = (plan: number): number => (plan + 1) * SAVING_LINES.length - 1;
