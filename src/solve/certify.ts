import { activity, type Model, objectiveOf } from "../model/model.ts";

/** How far a number that should be whole, within bounds or within a row may be off before it counts as wrong. */
export const TOLERANCE = 1e-6;

/**
 * Checks an answer without trusting the solver: whole where it must be, within bounds, every row kept. Returns the values
 * with whole ones made exact and the objective recomputed from them, or what is wrong.
 */
export function certify(
  model: Model,
  values: Float64Array,
): { readonly values: Float64Array; readonly objective: number } | { readonly wrong: string } {
  const exact = values.slice();
  for (let column = 0; column < exact.length; column++) {
    if (model.integer[column] === 1) {
      const whole = Math.round(exact[column]);
      if (!(Math.abs(whole - exact[column]) <= TOLERANCE))
        return { wrong: `column ${column} is ${exact[column]}, not whole` };
      exact[column] = whole;
    }
    if (!(exact[column] >= model.lower[column] - TOLERANCE && exact[column] <= model.upper[column] + TOLERANCE))
      return { wrong: `column ${column} is ${exact[column]}, outside its bounds` };
  }
  for (const row of model.rows) {
    const sum = activity(row, exact);
    const slack = TOLERANCE * Math.max(1, Math.abs(sum));
    if (!(sum >= row.lower - slack && sum <= row.upper + slack))
      return { wrong: `${row.rule}: ${sum} is not between ${row.lower} and ${row.upper}` };
  }
  return { values: exact, objective: objectiveOf(model, exact) };
}
