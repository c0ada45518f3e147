import { byKey } from "../domain/by-key.ts";
import type { CostCategory } from "../domain/cost-items.ts";
import type { CostModel, CostParameterKey, CostValues } from "./parameters/table.ts";
import { COST_PARAMETER_KEYS } from "./parameters/table.ts";
import type { Range } from "./range.ts";
import { STATE_RULES, type StateCategory, type StateCost, stateCost, type StateDrivers } from "./state-cost.ts";

/** What a plan needs, or today's plan: the numbers that cost money, in its state and on the way to it. */
export interface CostDrivers extends StateDrivers, Unsettled {
  /** Against the baseline: pupils whose site is another. */
  readonly moved: number;
  /** Pupils whose site is another, by the site in whose area they live. */
  readonly movedFrom: ReadonlyMap<number, number>;
  /** Those in grades 0-3, whom after-school care is for. */
  readonly youngest: Unsettled;
  /** What is taught where, by the id of the site; a site with no pupils is not there. */
  readonly bySite: ReadonlyMap<string, BandClasses>;
}

/** Pupils some of whom choose a private school because of the plan. */
export interface Unsettled {
  /** Whose site closes. */
  readonly siteClosed: number;
  /** Of the others, those whose way grows by more than `i * LONGER_STEP` km, `[i]`. */
  readonly longerBy: ArrayLike<number>;
}

/** Classes to be expected, every grade by itself, and how many grades those are, `[band]`. */
export interface BandClasses {
  readonly byBand: ArrayLike<number>;
  readonly grades: ArrayLike<number>;
}

/** Kilometres between the entries of {@link Unsettled.longerBy}, and how many there are. */
export const LONGER_STEP = 0.5;
export const LONGER_STEPS = 21;

export type Saving = Readonly<Record<CostCategory, Range>>;
/** What the change itself costs, which no difference of two states holds: who leaves, and what moving takes. */
const CHANGE_RULES = {
  private: {
    rests: [
      "leaveWhenClosed",
      "leaveWhenFarther",
      "fartherBy",
      "privateContribution",
      "inCare",
      "careContribution",
      "careFee",
      "careCost",
      "operatingCost",
      "relief",
    ],
    saved: (plan: CostDrivers, at: CostValues) =>
      0 - leavers(plan, at) * leaverCost(at) - leavers(plan.youngest, at) * at.inCare * careLeaverCost(at),
  },
  "one-off": {
    rests: ["moving"],
    saved: (plan: CostDrivers, at: CostValues) => 0 - plan.moved * at.moving - (plan.assumed?.once ?? 0),
  },
} as const satisfies Partial<
  Record<
    CostCategory,
    {
      readonly rests: readonly CostParameterKey[];
      readonly saved: (plan: CostDrivers, at: CostValues) => number;
    }
  >
>;

/** Of what is planned in these only a part comes; extra costs come in full. */
const PLANNED: ReadonlySet<CostCategory> = new Set<CostCategory>(["leadership", "classes", "buildings"]);

/** The parameters that a category's saving rests on. */
export const restsOf = (category: CostCategory): readonly CostParameterKey[] => {
  const rests =
    category === "private" || category === "one-off" ? CHANGE_RULES[category].rests : STATE_RULES[category].rests;
  if (category === "classes" || category === "buildings") return [...rests, "operatingCost", "realisation"];
  return PLANNED.has(category) ? [...rests, "realisation"] : rests;
};

/** Before anything is asked of whether it comes: what one state costs more than the other. `A to B` and `B to C` come to `A to C`. */
export const plannedSaving = (
  plan: StateDrivers,
  baseline: StateDrivers,
  at: CostValues,
): Record<StateCategory, number> => less(stateCost(baseline, at), stateCost(plan, at));

const less = (more: StateCost, cost: StateCost): Record<StateCategory, number> => ({
  leadership: more.leadership - cost.leadership,
  classes: more.classes - cost.classes,
  buildings: more.buildings - cost.buildings,
  transport: more.transport - cost.transport,
  time: more.time - cost.time,
  assumed: more.assumed - cost.assumed,
});

/**
 * What a plan saves against the baseline at one value of every parameter, kroner; one-off costs once, the rest a year. `more`: classes
 * that the plan turns out to need beyond what was expected of it, against the baseline, for a year's cohorts are not those on the mean.
 */
export const savingAt = (
  plan: CostDrivers,
  baseline: CostDrivers,
  at: CostValues,
  more = 0,
): Record<CostCategory, number> => savingFrom(stateCost(baseline, at), plan, at, more);

/** The same where it is known what the baseline costs at these values. */
export function savingFrom(
  baseline: StateCost,
  plan: CostDrivers,
  at: CostValues,
  more = 0,
): Record<CostCategory, number> {
  const { leadership, classes, buildings, transport, time, assumed } = less(baseline, stateCost(plan, at));
  const taught = classes - more * at.class;
  const most = closedCost(plan, at);
  const closing = Math.max(0, taught) + Math.max(0, buildings);
  // No closing saves more than its pupils cost.
  const share = at.realisation * (plan.siteClosed > 0 && closing > most ? most / closing : 1);
  return {
    leadership: comes(leadership, at.realisation),
    classes: comes(taught, share),
    buildings: comes(buildings, share),
    transport,
    private: CHANGE_RULES.private.saved(plan, at),
    time,
    assumed,
    "one-off": CHANGE_RULES["one-off"].saved(plan, at),
  };
}

/** The saving in leadership alone, where it is known what the baseline's costs at these values. */
export const leadershipFrom = (baseline: number, plan: CostDrivers, at: CostValues): number =>
  comes(baseline - STATE_RULES.leadership.cost(plan, at), at.realisation);

const comes = (saved: number, share: number): number => (saved > 0 ? saved * share : saved);

/** What the pupils of the sites that close cost there today, kroner a year. */
const closedCost = ({ siteClosed }: CostDrivers, at: CostValues): number => siteClosed * at.operatingCost;

/** What a pupil who leaves costs a year: the contribution, less what the school no longer spends. */
export const leaverCost = (at: CostValues): number => at.privateContribution - at.relief * at.operatingCost;

/** What one in after-school care costs besides: its contribution and the parents' payment that is lost, less what the care no longer spends. */
export const careLeaverCost = (at: CostValues): number => at.careContribution + at.careFee - at.relief * at.careCost;

/** Pupils expected to choose a private school because of the plan. */
export const leavers = (of: Unsettled, at: CostValues): number =>
  of.siteClosed * at.leaveWhenClosed + longerBy(of, at.fartherBy) * at.leaveWhenFarther;

/** Pupils whose way grows by more than so many kilometres; between two steps of the table in proportion. */
function longerBy({ longerBy: table }: Unsettled, kilometres: number): number {
  const at = Math.min(Math.max(kilometres / LONGER_STEP, 0), LONGER_STEPS - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, LONGER_STEPS - 1);
  return table[below] + (at - below) * (table[above] - table[below]);
}

/** Each parameter at the mean of its range, as draws of it come out on the mean: between low, mid and high they are triangular. */
export const expectedValues = (costs: CostModel): Record<CostParameterKey, number> =>
  byKey(COST_PARAMETER_KEYS, (key) => {
    const { low, mid, high, kind } = costs[key];
    const mean = (low + mid + high) / 3;
    return kind === "amount" ? Math.round(mean) : mean;
  });

/** The parameters all at one end, or all in the middle. */
export const valuesAt = (costs: CostModel, end: "low" | "mid" | "high"): Record<CostParameterKey, number> =>
  byKey(COST_PARAMETER_KEYS, (key) => costs[key][end]);
