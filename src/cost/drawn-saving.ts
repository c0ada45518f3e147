import { COST_CATEGORIES, type CostCategory, type SavingCategory } from "../domain/cost-items.ts";
import { selected } from "../kernels/uncertainty/select.ts";
import { placeOf } from "../kernels/uncertainty/spread.ts";
import { byKey } from "../domain/by-key.ts";
import type { Range } from "./range.ts";
import {
  type BandClasses,
  type CostDrivers,
  LONGER_STEPS,
  leadershipFrom,
  type Saving,
  savingAt,
  savingFrom,
} from "./saving.ts";
import { JOURNEY_KEYS } from "./journeys.ts";
import { type StateCost, stateCost } from "./state-cost.ts";
import type { CostValues } from "./parameters/table.ts";
import type { CostDraws } from "./uncertainty.ts";

/** The lines of a plan's money: each category, and the yearly ones that count added up. One-off kroner come once and stay out of the total. */
export const SAVING_LINES = [...COST_CATEGORIES, "total"] as const;
export type SavingLine = (typeof SAVING_LINES)[number];

/** What a plan saves at one value of everything, kroner, with pupil numbers as they turn out. */
export const savingWith = (
  plan: CostDrivers,
  baseline: CostDrivers,
  at: CostValues,
  pupils: number,
): Record<CostCategory, number> => withPupils(savingAt(plan, baseline, at), plan, pupils);

function withPupils(
  saving: Record<CostCategory, number>,
  plan: CostDrivers,
  pupils: number,
): Record<CostCategory, number> {
  // Leadership and what a proposal assumes are the same however many pupils there are.
  saving.classes *= pupils;
  saving.buildings *= pupils;
  saving.transport *= pupils;
  saving.private *= pupils;
  saving.time *= pupils;
  const once = plan.assumed?.once ?? 0;
  saving["one-off"] = (saving["one-off"] + once) * pupils - once;
  return saving;
}

/**
 * What a plan saves in every draw, kroner, `[line][draw]`; `counting`: the categories whose sum is the total; `pupils`: pupil numbers of
 * the areas that it changes against those computed on, used in turn.
 */
export function drawnSaving(
  plan: CostDrivers,
  baseline: CostDrivers,
  counting: readonly SavingCategory[],
  draws: CostDraws,
  pupils: Float64Array,
): DrawnLines {
  const lines = linesOf(draws.draws);
  drawInto(lines, plan, baseline, counting, draws, pupils);
  return lines;
}

/** Kroner, `[draw]`. */
type DrawnLines = Readonly<Record<SavingLine, Float64Array>>;

const linesOf = (draws: number): DrawnLines => byKey(SAVING_LINES, () => new Float64Array(draws));

/** Writes all draws of all lines, and tells whether more than leadership is other than today. */
function drawInto(
  lines: DrawnLines,
  plan: CostDrivers,
  baseline: CostDrivers,
  counting: readonly SavingCategory[],
  draws: CostDraws,
  pupils: Float64Array,
): "leadership alone" | "anything" {
  const more = moreClasses(plan, baseline, draws);
  const before = baselineCosts(baseline, draws);
  if (!more && isSameButSchools(plan, baseline)) {
    // What does not change saves nothing in any draw: of a list in which everybody stays where they are, all but one line.
    for (const line of SAVING_LINES) lines[line].fill(0);
    for (let draw = 0; draw < draws.draws; draw++)
      lines.leadership[draw] = leadershipFrom(before[draw].leadership, plan, draws.values[draw]);
    if (counting.includes("leadership")) lines.total.set(lines.leadership);
    return "leadership alone";
  }
  for (let draw = 0; draw < draws.draws; draw++) {
    const here = savingFrom(before[draw], plan, draws.values[draw], more?.[draw] ?? 0);
    const saving = withPupils(here, plan, pupils[draw % pupils.length]);
    // Written out, since thousands of draws ask it.
    lines.leadership[draw] = saving.leadership;
    lines.classes[draw] = saving.classes;
    lines.buildings[draw] = saving.buildings;
    lines.transport[draw] = saving.transport;
    lines.private[draw] = saving.private;
    lines.time[draw] = saving.time;
    lines.assumed[draw] = saving.assumed;
    lines["one-off"][draw] = saving["one-off"];
  }
  lines.total.fill(0);
  for (const category of COST_CATEGORIES) {
    if (!counting.some((each) => each === category)) continue;
    const own = lines[category];
    for (let draw = 0; draw < own.length; draw++) lines.total[draw] += own[draw];
  }
  return "anything";
}

/** Whether nobody goes elsewhere and nothing that costs money is another than today but which sites are one school. */
function isSameButSchools(plan: CostDrivers, baseline: CostDrivers): boolean {
  const moves = plan.moved + plan.siteClosed + plan.youngest.siteClosed;
  if (moves > 0 || plan.longerBy.length !== LONGER_STEPS || plan.assumed || baseline.assumed) return false;
  for (let step = 0; step < LONGER_STEPS; step++)
    if (plan.longerBy[step] + plan.youngest.longerBy[step] > 0) return false;
  const { journeys, classes, own } = plan;
  return (
    isSame(classes.apart, baseline.classes.apart) &&
    isSame(classes.together, baseline.classes.together) &&
    isSame(own.apart, baseline.own.apart) &&
    isSame(own.together, baseline.own.together) &&
    isSame(own.buildings, baseline.own.buildings) &&
    isSame(plan.housed, baseline.housed) &&
    isSame(plan.housedSmall, baseline.housedSmall) &&
    isSame(plan.area, baseline.area) &&
    isSame(plan.overflow, baseline.overflow) &&
    isSame(plan.transportRights, baseline.transportRights) &&
    isSame(plan.rightsByFerry, baseline.rightsByFerry) &&
    isSame(plan.rightsByBus?.surely ?? 0, baseline.rightsByBus?.surely ?? 0) &&
    isSame(plan.rightsByBus?.perhaps ?? 0, baseline.rightsByBus?.perhaps ?? 0) &&
    JOURNEY_KEYS.every((key) => isSame(journeys[key], baseline.journeys[key]))
  );
}

/** Sums of the same numbers in another order differ in their last digits. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.abs(one);

const costsBefore = new WeakMap<CostDraws, WeakMap<CostDrivers, readonly StateCost[]>>();

/** What the baseline costs in every draw, `[draw]`: the same for all plans that are counted against it. */
function baselineCosts(baseline: CostDrivers, draws: CostDraws): readonly StateCost[] {
  const known = costsBefore.get(draws) ?? new WeakMap<CostDrivers, readonly StateCost[]>();
  costsBefore.set(draws, known);
  const made = known.get(baseline) ?? draws.values.map((at) => stateCost(baseline, at));
  known.set(baseline, made);
  return made;
}

/**
 * Classes that the sites whose pupils a plan changes turn out to need beyond what is expected, `[draw]`; `undefined` where it changes
 * none. A grade of which a part of a class is expected more gets a whole one or none. A site's cohorts fall out alike in every plan that
 * changes it, so that what two plans share cancels.
 */
function moreClasses(plan: CostDrivers, baseline: CostDrivers, draws: CostDraws): Float64Array | undefined {
  let more: Float64Array | undefined;
  for (const id of new Set([...baseline.bySite.keys(), ...plan.bySite.keys()])) {
    const variance = changeVariance(plan.bySite.get(id), baseline.bySite.get(id));
    if (variance < SAME_CLASSES) continue;
    const [spread, normal] = [Math.sqrt(variance), draws.cohorts(id)];
    more ??= new Float64Array(draws.draws);
    for (let draw = 0; draw < more.length; draw++) more[draw] += spread * normal[draw];
  }
  return more;
}

/** Of how many classes more or fewer a site needs, where a grade gets a whole one for a part of one with its probability. */
function changeVariance(plan: BandClasses | undefined, baseline: BandClasses | undefined): number {
  let variance = 0;
  const bandCount = (plan ?? baseline)?.grades.length ?? 0;
  for (let band = 0; band < bandCount; band++) {
    const grades = Math.max(plan?.grades[band] ?? 0, baseline?.grades[band] ?? 0);
    if (grades === 0) continue;
    const part = Math.abs((plan?.byBand[band] ?? 0) - (baseline?.byBand[band] ?? 0)) / grades;
    const left = part - Math.floor(part);
    variance += grades * left * (1 - left);
  }
  return variance;
}

const SAME_CLASSES = 1e-9;

/**
 * The mean of the draws, between the values that one draw in twenty is below and above; whole kroner, so that engines whose sines differ in
 * the last bit say the same.
 */
export function rangeOf(draws: Float64Array): Range {
  let sum = 0;
  let isOne = true;
  for (const value of draws) {
    sum += value;
    if (value !== draws[0]) isOne = false;
  }
  if (isOne) return { low: Math.round(draws[0]), mid: Math.round(sum / draws.length), high: Math.round(draws[0]) };
  if (working.copy.length !== draws.length) working = workingFor(draws.length);
  const { copy } = working;
  copy.set(draws);
  const at = (share: number): number => Math.round(selected(copy, placeOf(share, copy.length)));
  return { low: at(0.05), mid: Math.round(sum / draws.length), high: at(0.95) };
}

/** Working space that is used again and again: a list measures thousands of plans. */
interface Working {
  readonly lines: DrawnLines;
  readonly copy: Float64Array;
}

const workingFor = (draws: number): Working => ({ lines: linesOf(draws), copy: new Float64Array(draws) });

let working = workingFor(0);

/** A plan's saving by category and what counts of it, each as {@link rangeOf} its draws. */
export function savingOf(
  plan: CostDrivers,
  baseline: CostDrivers,
  counting: readonly SavingCategory[],
  draws: CostDraws,
  pupils: Float64Array,
): { readonly saving: Saving; readonly counted: Range } {
  if (working.copy.length !== draws.draws) working = workingFor(draws.draws);
  const { lines } = working;
  const changed = drawInto(lines, plan, baseline, counting, draws, pupils);
  if (changed === "anything")
    return { saving: byKey(COST_CATEGORIES, (category) => rangeOf(lines[category])), counted: rangeOf(lines.total) };
  const leadership = rangeOf(lines.leadership);
  return {
    saving: byKey(COST_CATEGORIES, (category) => (category === "leadership" ? leadership : NOTHING)),
    counted: counting.includes("leadership") ? leadership : NOTHING,
  };
}

const NOTHING: Range = { low: 0, mid: 0, high: 0 };
