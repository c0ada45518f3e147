import { asLargeAs, type Currency } from "../domain/currency.ts";
import type { GroupSizes } from "../evaluate/group-sizes.ts";
import type { Measure, MeasureUnit } from "../evaluate/measures/measure.ts";
import type { MeasureKey } from "../evaluate/measures/table.ts";
import type { AssignmentObjective, NetworkCosts } from "../domain/question.ts";
import { groupStep, inGroupStep, nextRound } from "../kernels/disclosure/group-step.ts";
import { type Counts, SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import { type WrittenUnit, writtenUnit } from "./format.ts";

/**
 * Sums and means of real pupils' ways, shares and money are told in steps so wide that a plan with one farm elsewhere than in another does
 * not tell how many live there: the difference of two exact sums, by the way from that farm, which anybody finds on the map, is their number.
 * Each step is what five pupils can change by the longest ways to school there are, so that several such figures together do not tell it either
 * (see `test/report/pairs-attack.test.ts` and `test/cli/one-farm.test.ts`). Of money that is what five pupils more or fewer at one school do to how
 * many classes it may need. Whole things (districts, classes) stay as they are.
 */
const STEPS = {
  metres: 100,
  "pupil-kilometres": 200,
  hours: 10,
  share: 0.01,
  "pupils-per-class": 0.1,
  kroner: 500_000,
  pupils: undefined,
  classes: undefined,
  ratio: undefined,
  districts: undefined,
  sites: undefined,
  parts: undefined,
} as const satisfies Readonly<Record<MeasureUnit, number | undefined>>;

/** What a question makes least, in steps alike, each in its own unit: metres one way, kroner a year, pupils, pupils per place. */
const GOAL_STEPS: Readonly<Record<AssignmentObjective, number>> = {
  "pupil-metres": (1000 * STEPS["pupil-kilometres"]) / 2,
  "longest-way": STEPS.metres,
  kroner: 100_000,
  "changed-site": SMALLEST_SHOWN,
  overflow: SMALLEST_SHOWN,
  // Five pupils of the fifty that a school has places for in a band.
  "fullest-site": 0.1,
};

/** The same where money is in that of the case. */
export const goalStep = (objective: AssignmentObjective, currency: Currency): number =>
  objective === "kroner" ? asLargeAs(GOAL_STEPS.kroner, currency) : GOAL_STEPS[objective];

/** Squared kilometres from a district's middle, by five pupils who live ten kilometres from it. */
export const INERTIA_STEP = SMALLEST_SHOWN * 10 ** 2;

/** What a network costs by a question's own prices: the next of 1, 2, 5, 10 … above what five pupils and their ways come to. */
export function networkStep(
  { pupil, pupilKilometre }: Pick<NetworkCosts, "pupil" | "pupilKilometre">,
  currency: Currency,
): number {
  const five = SMALLEST_SHOWN * Math.max(...pupil) + STEPS["pupil-kilometres"] * pupilKilometre;
  return nextRound(Math.max(five, goalStep("kroner", currency)));
}

/** Hours of a day, and of a year of 200 school days. */
const OF_A_YEAR = { key: "travel-hours-more" satisfies MeasureKey, days: 200 } as const;

type Stepped = Pick<Measure, "key" | "unit" | "group">;

/** The step that amounts of money are told in. */
export const moneyStep = (currency: Currency): number => asLargeAs(STEPS.kroner, currency);

/** Of whole things there is none. */
const stepOfUnit = (unit: WrittenUnit): number | undefined =>
  typeof unit === "object" ? moneyStep(unit) : STEPS[unit];

function stepOf({ key, unit, group }: Stepped, currency: Currency): number | undefined {
  if (unit === "pupils") return group === "money" ? 5 : undefined;
  return key === OF_A_YEAR.key ? OF_A_YEAR.days * STEPS.hours : stepOfUnit(writtenUnit(unit, currency));
}

/** How numbers that count nobody are told: as they are, or in steps that follow from how large the groups are that they are of. */
export type Steps = "exactly" | GroupSizes;

/** Of made-up pupils, where they are told in steps all the same: as of groups without end, since nobody is found in them. */
export const asOfMany = (currency: Currency): GroupSizes => ({
  pupils: 1e6,
  inBand: {},
  places: 1e6,
  farthest: 0,
  currency,
});

/** The most pupils of a class, in any rule set near enough: what one pupil more may do to how many the others are. */
const OF_A_CLASS = 28;

/** Measures of a group: its size, and how far apart two values of it may be. Of a quantile the group is those beyond it. */
type Group = (sizes: GroupSizes, pupils: number) => readonly [size: number, range: number];
const GROUPS: ReadonlyMap<string, Group> = new Map<MeasureKey, Group>([
  ["distance-mean", ({ farthest }, pupils) => [pupils, farthest]],
  ["distance-median", ({ farthest }, pupils) => [pupils / 2, farthest]],
  ["distance-p90", ({ farthest }, pupils) => [pupils / 10, farthest]],
  ["nearest-in-own", (_, pupils) => [pupils, 1]],
  ["capacity-use", ({ places }) => [places, 1]],
  ["class-quotient", (_, pupils) => [pupils, OF_A_CLASS]],
]);

/** The step that a measure of a group is told in; "untold" of too small a one. `undefined`: it is of no group. */
function stepOfGroup(sizes: GroupSizes, key: string): number | "untold" | undefined {
  const [row, band] = key.split(":");
  const group = GROUPS.get(row)?.(sizes, sizes.inBand[band ?? ""] ?? sizes.pupils);
  return group && (groupStep(...group) ?? "untold");
}

/** Whether a measure is of so many pupils that it may be told at all. */
export const isToldOf = (steps: Steps, { key }: Pick<Measure, "key">): boolean =>
  steps === "exactly" || stepOfGroup(steps, key) !== "untold";

/** A measure's value as it may be told, where it is no count of pupils (see `shown-measures.ts` for those). */
export function inSteps(steps: Steps, measure: Stepped, value: number): number {
  if (steps === "exactly") return value;
  const ofGroup = stepOfGroup(steps, measure.key);
  if (ofGroup === undefined || ofGroup === "untold") return sumInSteps("in-fives", measure, value, steps.currency);
  return inGroupStep(Math.max(ofGroup, stepOf(measure, steps.currency) ?? 0), value);
}

/** The same of a measure that is no mean and no share of a group. */
export function sumInSteps(counts: Counts, measure: Stepped, value: number, currency: Currency): number {
  return toStep(counts === "in-fives" ? stepOf(measure, currency) : undefined, value);
}

/** An amount of a unit as it may be told; pupils are told by their cells (see `kernels/disclosure/shown.ts`). */
export const unitInSteps = (counts: Counts, unit: WrittenUnit, value: number): number =>
  toStep(counts === "in-fives" ? stepOfUnit(unit) : undefined, value);

/** The nearest of a step; the value itself where there is none. */
export const toStep = (step: number | undefined, value: number): number =>
  // What is told in thousandths is not 0.30000000000000004.
  step === undefined ? value : Number((step * Math.round(value / step)).toFixed(3));
