import type { ClaimedFigure } from "../domain/assumption.ts";
import { costFault, finestCost } from "../domain/cost-items.ts";
import { drawnSaving, rangeOf } from "../cost/drawn-saving.ts";
import type { CostParameter } from "../cost/parameter.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { Range } from "../cost/range.ts";
import type { CostDrivers } from "../cost/saving.ts";
import { countingCategories } from "../cost/target.ts";
import { costDraws, pupilDraws, type SavingParameter } from "../cost/uncertainty.ts";
import type { Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { driversOf } from "../evaluate/evaluate.ts";
import { knownDrivers } from "../evaluate/plan-totals.ts";
import { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";
import { sum } from "../kernels/sum.ts";
import { BEYOND, nearestTurn } from "../kernels/uncertainty/turning.ts";
import { columnsOf, type Consolidation } from "./groupings.ts";
import { savingModel, totalLine } from "./saving-model.ts";

/** One figure that the money rests on, taken to be another than the case says. */
export type Claim = Pick<ClaimedFigure, "item" | "value">;

/** A plan's money on its own ground, undrawn. */
export interface PricedPlan {
  readonly basis: Basis;
  readonly drivers: CostDrivers;
}

/** `undefined` where no money is known of it. */
export function pricedPlan(basis: Basis, plan: Plan): PricedPlan | undefined {
  const drivers = driversOf(basis, plan);
  return drivers && { basis, drivers };
}

/** The same of a listed plan, from what is known of its districts. */
export function pricedListed(basis: Basis, list: Consolidation, grouping: number): PricedPlan | undefined {
  const tallies = columnsOf(list, grouping).map(({ tally }) => tally);
  const drivers = knownDrivers(basis, tallies);
  return drivers && { basis, drivers };
}

/**
 * The figure as claimed, as unsure in proportion as the one that it stands in place of; no end of a share beyond the whole. Where nothing
 * was taken in its middle there is no proportion, and it is taken as known.
 */
export function claimedRange({ low, mid, high, kind }: CostParameter, value: number): Range {
  const most = kind === "share" ? 1 : Infinity;
  const at = (end: number): number => (mid === 0 ? value : Math.min(most, finestCost((value * end) / mid)));
  return { low: at(low), mid: at(mid), high: at(high) };
}

/** The model with the claimed figure in place of its own. */
export const withClaim = (costs: CostModel, { item, value }: Claim): CostModel => ({
  ...costs,
  [item]: { ...costs[item], ...claimedRange(costs[item], value) },
});

/** What counts of a plan's yearly saving, kroner: as it is reckoned, and if a claim holds. */
export interface IfClaimed {
  readonly before: Range;
  readonly after: Range;
}

export const savedIfClaimed = (plan: PricedPlan, claim: Claim): IfClaimed => ({
  before: rangeOf(totalsAt(plan, plan.basis.costs)),
  after: rangeOf(totalsAt(plan, withClaim(plan.basis.costs, claim))),
});

/** `[draw]` */
function totalsAt({ basis, drivers }: PricedPlan, costs: CostModel): Float64Array {
  const pupils = pupilDraws(pupilNumbersOf(basis), drivers.movedFrom);
  const counting = countingCategories(basis.municipality.info.savingsTarget);
  return drawnSaving(drivers, basis.today, counting, costDraws(costs, basis.draws), pupils).total;
}

/** Where a plan stands among those listed when they are in order of what they save; 1: none saves more. */
export interface PlacesIfClaimed {
  readonly before: number;
  readonly after: number;
  /** How many are listed of which it is known. */
  readonly of: number;
  /** Number of the listed plan next to it, as it is reckoned: the one that saves least of those that save more, else most of those that save less. */
  readonly next?: number;
}

/** `saved`: what the plan itself saves. The list's values are those of its own prices, which the plan's are too. */
export function placesIfClaimed(basis: Basis, list: Consolidation, saved: IfClaimed, claim: Claim): PlacesIfClaimed {
  const before = Array.from(list.values.get("saving") ?? []).map((value) => (Number.isNaN(value) ? undefined : value));
  const costs = withClaim(basis.costs, claim);
  const after = before.map((value, grouping) => {
    const plan = value === undefined ? undefined : pricedListed(basis, list, grouping);
    return plan && rangeOf(totalsAt(plan, costs)).mid;
  });
  const next = nextTo(before, saved.before.mid);
  return {
    before: placeAmong(before, saved.before.mid),
    after: placeAmong(after, saved.after.mid),
    of: before.filter((value) => value !== undefined).length,
    ...(next !== undefined && { next }),
  };
}

const placeAmong = (values: readonly (number | undefined)[], own: number): number =>
  1 + values.filter((value) => value !== undefined && value > own).length;

function nextTo(values: readonly (number | undefined)[], own: number): number | undefined {
  let [above, below]: (number | undefined)[] = [];
  values.forEach((value, plan) => {
    if (value === undefined) return;
    if (value > own && (above === undefined || value < (values[above] ?? Infinity))) above = plan;
    if (value < own && (below === undefined || value > (values[below] ?? -Infinity))) below = plan;
  });
  return above ?? below;
}

/** Where the order of two plans by what they save turns, as one figure is another and all else stays. */
export interface TurningPoint {
  /** The value nearest to the figure as it is taken; absent where it turns nowhere between {@link least} and {@link most}. */
  readonly at?: number;
  /** How far the figure was followed. */
  readonly least: number;
  readonly most: number;
  /** Which of the two saves more with the figure as it is taken. */
  readonly leads: "plan" | "other" | "neither";
}

/**
 * By what the plans are measured with, all draws of it, at each value that is tried: about 60 of them. `claim`: the figure is followed as
 * far as what is claimed, and as far again.
 */
export function turningPoint(plan: PricedPlan, other: PricedPlan, claim: Claim): TurningPoint {
  const { costs } = plan.basis;
  const { low, mid, high } = costs[claim.item];
  const at = (value: number): number => {
    const claimed = withClaim(costs, { item: claim.item, value });
    return mean(totalsAt(plan, claimed)) - mean(totalsAt(other, claimed));
  };
  const { least, most } = followed(costs[claim.item], claim);
  const range = { low: Math.max(low, least), high: Math.min(high, most) };
  const found = nearestTurn(at, mid, range, { low: least, high: most });
  const leads = Math.sign(Math.round(at(mid)));
  return {
    ...(found && { at: found.value }),
    least,
    most,
    leads: leads > 0 ? "plan" : leads < 0 ? "other" : "neither",
  };
}

/** What a figure may reasonably be: some of its widths beyond its range, twice the middle at least, and nothing that it cannot be. */
function followed({ low, mid, high, kind }: CostParameter, { item, value }: Claim): Record<"least" | "most", number> {
  const width = BEYOND * (high - low);
  const least = Math.max(0, low - width);
  return {
    least: costFault(item, least) === "zero" ? mid / 10 : least,
    most: Math.min(kind === "share" ? 1 : Infinity, Math.max(high + width, 2 * mid, 2 * value)),
  };
}

const mean = (draws: Float64Array): number => sum(draws) / draws.length;

/** A figure that a plan's saving rests on, and what the saving is with it at either end of its range and all others in their middle; kroner. */
export interface FigureUnder {
  readonly parameter: SavingParameter;
  readonly atLow: number;
  readonly atHigh: number;
}

/** What moves a plan's saving by a krone or more, most first. */
export function figuresUnder({ basis, drivers }: PricedPlan): readonly FigureUnder[] {
  const counting = countingCategories(basis.municipality.info.savingsTarget);
  const model = savingModel([drivers], basis.today, basis.costs, pupilNumbersOf(basis), counting);
  const into = new Float64Array(model.outcomes);
  const middle = Float64Array.from(model.parameters, ({ mid }) => mid);
  const saved = (parameter: number, value: number): number => {
    model.evaluate(middle.with(parameter, value), into);
    return into[totalLine(0)];
  };
  return model.parameters
    .map((parameter, i) => ({ parameter, atLow: saved(i, parameter.low), atHigh: saved(i, parameter.high) }))
    .filter(({ atLow, atHigh }) => Math.abs(atHigh - atLow) >= 1)
    .toSorted((a, b) => swingOf(b) - swingOf(a));
}

const swingOf = ({ atLow, atHigh }: FigureUnder): number => Math.abs(atHigh - atLow);
