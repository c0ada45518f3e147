import { countingCategories } from "../cost/target.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import { savingModel } from "./saving-model.ts";
import { savedBeyond, type UncertainSavings, uncertainSavings } from "./uncertain-savings.ts";

/** How sure it is which of some plans saves more, by what counts in the municipality; `undefined` where no money is known of one of them. */
export function savingsOf(basis: Basis, evaluations: readonly Evaluation[]): UncertainSavings | undefined {
  const drivers = evaluations.flatMap(({ totals }) => totals.money?.drivers ?? []);
  if (drivers.length < evaluations.length || drivers.length === 0) return undefined;
  const counting = countingCategories(basis.municipality.info.savingsTarget);
  return uncertainSavings(savingModel(drivers, basis.today, basis.costs, pupilNumbersOf(basis), counting), basis.draws);
}

/** What a plan saves beyond another, kroner a year, on the same draws of every assumption, so that what both share cancels. */
export function savedAgainst(basis: Basis, plan: Evaluation, other: Evaluation): Spread | undefined {
  const savings = savingsOf(basis, [plan, other]);
  return savings && savedBeyond(savings.pairs[0], 0);
}
