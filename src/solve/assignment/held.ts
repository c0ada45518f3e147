import type { AssignmentPrices } from "../../cost/assignment-prices.ts";
import type { AssignmentRule, Stage } from "../../domain/question.ts";
import type { Held } from "../../model/assignment/build.ts";
import { objectiveModels } from "../../model/assignment/objectives/table.ts";
import { keepsPairsWhole } from "../../model/assignment/rules/table.ts";

/** A held stage may be worse by this share, the solvers' tolerance, where any number may be its value. */
const LOOSE = 1e-7;
/** No solver holds a stage to less than this share. */
const TIGHT = 1e-10;

/**
 * The same stage with no greatest weight below 1, and what its values are to be multiplied by: the solvers' tolerances are amounts,
 * and would swallow a stage of millionths. A power of two, so that nothing is rounded.
 */
export function scaled(stage: Stage): { readonly stage: Stage; readonly scale: number } {
  const most = Math.max(...stage.map(({ weight }) => Math.abs(weight)));
  if (!(most > 0 && most < 1)) return { stage, scale: 1 };
  const scale = 2 ** Math.floor(Math.log2(most));
  return { stage: stage.map((part) => ({ ...part, weight: part.weight / scale })), scale };
}

/**
 * A stage as later ones must keep it. Its value is a whole number of steps where nobody is split, so half a step lets nothing worse
 * through; a share of the value would, where kroner weigh a thousand times what metres do.
 */
export function heldAt(stage: Stage, value: number, rules: readonly AssignmentRule[], prices: AssignmentPrices): Held {
  const size = Math.max(1, Math.abs(value));
  const step = keepsPairsWhole(rules) ? commonStep(stepsOf(stage, prices)) : 0;
  const most = value + Math.max(TIGHT * size, Math.min(LOOSE * size, step > 0 ? step / 2 : Infinity));
  return { stage, most, exact: step > 0 };
}

/** What each objective's value is made of, weighted; a 0 where it may be anything. */
function stepsOf(stage: Stage, prices: AssignmentPrices): readonly number[] {
  const objectives = objectiveModels(prices);
  return stage.flatMap(({ objective, weight }) => (objectives[objective].steps ?? [0]).map((step) => step * weight));
}

/** The largest number that all are whole multiples of (Euclid's algorithm); 0 where one of them is 0 or there is no such number. */
export function commonStep(steps: readonly number[]): number {
  if (steps.length === 0 || steps.includes(0)) return 0;
  return steps.map(Math.abs).reduce((a, b) => {
    const least = ROUNDING * Math.max(a, b);
    let [large, small] = [Math.max(a, b), Math.min(a, b)];
    while (small > least) [large, small] = [small, Math.abs(large - small * Math.round(large / small))];
    return large;
  });
}

/** What is left of a division by rounding alone, as a share. */
const ROUNDING = 1e-12;
