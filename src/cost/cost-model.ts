import { inBoth } from "../domain/language.ts";
import { byKey } from "../domain/by-key.ts";
import type { IndexYear, OwnParameter } from "../domain/cost-items.ts";
import type { CostModel } from "./parameters/table.ts";
import { COST_PARAMETER_KEYS, COST_PARAMETERS } from "./parameters/table.ts";
import type { CostParameter } from "./parameter.ts";
import { priceFactor } from "./price-index.ts";

const standard = new Map<number, CostModel>();

/**
 * Every parameter with the case's own figures in place of defaults, amounts in the prices of one year. Without figures or an index of its own the same
 * object for the same year, so that whatever is drawn from it is drawn once.
 */
export function costModel(
  priceYear: number,
  overrides: readonly OwnParameter[] = [],
  index: readonly IndexYear[] = [],
): CostModel {
  const isStandard = overrides.length === 0 && index.length === 0;
  const known = isStandard ? standard.get(priceYear) : undefined;
  const made = known ?? pricedModel(priceYear, overrides, index);
  if (isStandard) standard.set(priceYear, made);
  return made;
}

function pricedModel(priceYear: number, overrides: readonly OwnParameter[], index: readonly IndexYear[]): CostModel {
  const own = new Map(overrides.map((override) => [override.item, override]));
  return byKey(COST_PARAMETER_KEYS, (key) => {
    const override = own.get(key);
    return inPricesOf(priceYear, override ? withOwn(COST_PARAMETERS[key], override) : COST_PARAMETERS[key], index);
  });
}

function withOwn(
  given: CostParameter,
  { low, mid, high, priceYear, source, owner, confidence }: OwnParameter,
): CostParameter {
  const named = owner === undefined ? given.owner : inBoth(() => owner);
  // What is said of the figure that stood there is not said of another.
  const { references: _, shape: _shape, evidence: _evidence, ...rest } = given;
  return { ...rest, low, mid, high, priceYear, source, confidence, owner: named, standing: "documented" };
}

/**
 * The parameter in another year's prices, in whole kroner, so that sums written with it multiply out; what is no amount stays
 * as it is. `priceYear` keeps saying where it came from.
 */
export function inPricesOf(
  priceYear: number,
  parameter: CostParameter,
  index: readonly IndexYear[] = [],
): CostParameter {
  if (parameter.kind !== "amount") return parameter;
  const factor = priceFactor(parameter.priceYear, priceYear, index);
  const priced = (value: number): number => (factor === 1 ? value : Math.round(value * factor));
  return { ...parameter, low: priced(parameter.low), mid: priced(parameter.mid), high: priced(parameter.high) };
}
