import type { Band } from "../../domain/grades.ts";
import type { Text } from "../../domain/language.ts";
import type { Range } from "../../cost/range.ts";
import type { PlanTotals } from "../plan-totals.ts";
import { sum } from "../../kernels/sum.ts";

/** What a measure's number counts; decides how it is written. */
export type MeasureUnit =
  | "pupils"
  | "metres"
  | "pupil-kilometres"
  | "hours"
  | "classes"
  | "pupils-per-class"
  | "share"
  | "ratio"
  | "districts"
  | "sites"
  | "parts"
  | "kroner";

export type Better = "lower" | "higher" | "neither";
export type MeasureGroup = "travel" | "transport" | "classes" | "capacity" | "structure" | "money";

/**
 * Where few measures stand for all, and this one's place among them. `list`: what plans are in order by until somebody chooses, the
 * first that tells them apart. `pair`: two plans against each other. `compare`: several plans
 * beside each other. `decision`: how a plan that was decided fares. `alike`: what is
 * said where all plans are alike in it.
 */
export type MeasurePlace = "list" | "pair" | "compare" | "decision" | "alike";

/** One number that is computed from a plan. `undefined` means there is nothing to measure, never zero. */
export interface Measure<Key extends string = string> {
  readonly key: Key;
  readonly group: MeasureGroup;
  readonly unit: MeasureUnit;
  readonly better: Better;
  /** Where what is better for some is worse for others: fewer rights cost the municipality less, and each is a bus that a family loses. */
  readonly direction?: "disputed";
  /** Raised when the same plan would get another number. */
  readonly version: number;
  /** As files and the command line name it, where a site is a site. */
  readonly label: Text;
  /** As the page names it to people, to whom a site is a school. */
  readonly title: Text;
  readonly explanation: Text;
  /**
   * Of the main measures, its place among them: what a short answer names the best plans by, and what one plan beats another on.
   * Text, files and page all take them from here.
   */
  readonly verdict?: number;
  readonly places?: { readonly [Place in MeasurePlace]?: number };
  /** "ways": along roads, so that whoever no road reaches is not in it. See {@link canCompare}. */
  readonly from?: "ways";
  /** "roads": how large it is hangs on how exact the roads are, far more than how it changes from plan to plan. */
  readonly levelFrom?: "roads";
  readonly compute: (plan: PlanTotals) => number | undefined;
  /** The range behind a number that is not known exactly. */
  readonly range?: (plan: PlanTotals) => Range | undefined;
}

export interface MeasureRow extends Omit<Measure, "compute" | "version" | "title"> {
  /** The explanation where a case has a plain rule set, if Denmark's law stands in the other. */
  readonly plain?: Text;
  /** The label unless said. */
  readonly title?: Text;
  /** 1 unless said. */
  readonly version?: number;
  /** For all pupils together, or for those of one band. */
  readonly compute: (plan: PlanTotals, bands: readonly Band[]) => number | undefined;
  /** Also computed for each grade band. */
  readonly eachBand?: "too";
}

/**
 * Whether a measure says the same of two plans, by their values: one along roads does only where as many pupils have no road to
 * their school.
 */
export const canCompare = (
  { from }: Pick<Measure, "from">,
  one: { readonly get: (key: "no-route") => number | undefined },
  other: { readonly get: (key: "no-route") => number | undefined },
): boolean => from !== "ways" || one.get("no-route") === other.get("no-route");

/**
 * Whether the order of plans by a measure can be relied on: not by one that is known within a range only, for other prices or cohorts
 * would put them otherwise, nor by one whose order the case says to be unsure.
 */
export const isOrderSure = (
  { unsure = [] }: { readonly unsure?: readonly string[] },
  { key, range }: Pick<Measure, "key" | "range">,
): boolean => range === undefined && !unsure.includes(key);

/**
 * Whether plans are put in places by a measure, and marked by it: where their order is sure, and nobody disputes which way is better. A list
 * may still be sorted by any, and weighed by whoever says which way they want.
 */
export const ranksPlans = (
  list: { readonly unsure?: readonly string[] },
  measure: Pick<Measure, "key" | "range" | "direction">,
): boolean => measure.direction !== "disputed" && isOrderSure(list, measure);

/** Every band of the plan's case. */
export const allOf = ({ pupils }: PlanTotals): readonly Band[] => [...pupils.keys()];
export const over = (values: Float64Array, bands: readonly Band[]): number => sum(bands.map((band) => values[band]));
export const ratio = (top: number, bottom: number): number | undefined => (bottom > 0 ? top / bottom : undefined);
/** What says something against today is known only once every pupil has a school. */
export const whenWhole = (plan: PlanTotals, value: number): number | undefined => (plan.noSite > 0 ? undefined : value);
/** There and back, metres to kilometres. */
export const perDay = (metres: number): number => (2 * metres) / 1000;
