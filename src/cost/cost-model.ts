import { converted, type Currency, DANISH_KRONER } from "../domain/currency.ts";
import { catalogue, filled, inBoth, inMoney, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
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
  currency: Currency = DANISH_KRONER,
): CostModel {
  const isStandard = overrides.length === 0 && index.length === 0 && currency === DANISH_KRONER;
  const known = isStandard ? standard.get(priceYear) : undefined;
  const made = known ?? pricedModel(priceYear, overrides, index, currency);
  if (isStandard) standard.set(priceYear, made);
  return made;
}

/** What a case reckons with: its own figures in its own money, in the prices of its year unless another is asked for. */
export const costsOf = (
  { info, ownCosts, priceIndex }: Pick<Municipality, "info" | "ownCosts" | "priceIndex">,
  priceYear = info.priceYear,
): CostModel => costModel(priceYear, ownCosts?.parameters, priceIndex, info.currency);

function pricedModel(
  priceYear: number,
  overrides: readonly OwnParameter[],
  index: readonly IndexYear[],
  currency: Currency,
): CostModel {
  const own = new Map(overrides.map((override) => [override.item, override]));
  return byKey(COST_PARAMETER_KEYS, (key) => {
    const [override, usual] = [own.get(key), COST_PARAMETERS[key]];
    const priced = override
      ? inPricesOf(priceYear, withOwn(usual, override), index)
      : currency.code === DANISH_KRONER.code
        ? inPricesOf(priceYear, usual, index)
        : inOtherMoney(inPricesOf(priceYear, usual), currency);
    return { ...priced, unit: inMoney(priced.unit, currency) };
  });
}

const CONVERTED: Text = catalogue("cost.converted", {
  da: "omregnet fra danske kroner, {rate} for 1 {code}: {source}",
  en: "converted from Danish kroner, {rate} for {code} 1: {source}",
});

/** A Danish amount in another money, and said to be. */
function inOtherMoney(parameter: CostParameter, currency: Currency): CostParameter {
  if (parameter.kind !== "amount" || parameter.high === 0) return parameter;
  const { low, mid, high, source } = parameter;
  const [least, middle, most] = [low, mid, high].map((value) => converted(value, currency));
  const rate = inBoth((language) => String(currency.kroner).replace(".", language === "da" ? "," : "."));
  return {
    ...parameter,
    low: least,
    mid: middle,
    high: most,
    source: filled(CONVERTED, { rate, code: currency.code, source }),
  };
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
