import { asLargeAs } from "../domain/currency.ts";
import type { Measure, MeasureUnit } from "../evaluate/measures/measure.ts";
import type { MeasureKey } from "../evaluate/measures/table.ts";
import type { AssignmentObjective, NetworkCosts } from "../domain/question.ts";
import { type Counts, SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";

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
  "fullest-site": 0.05,
};

/** The same where money is in that of the case. */
export const goalStep = (objective: AssignmentObjective): number =>
  objective === "kroner" ? asLargeAs(GOAL_STEPS.kroner) : GOAL_STEPS[objective];

/** Squared kilometres from a district's middle, by five pupils who live ten kilometres from it. */
export const INERTIA_STEP = SMALLEST_SHOWN * 10 ** 2;

/** What a network costs by a question's own prices: the next of 1, 2, 5, 10 … above what five pupils and their ways come to, kroner. */
export function networkStep({ pupil, pupilKilometre }: Pick<NetworkCosts, "pupil" | "pupilKilometre">): number {
  const five = SMALLEST_SHOWN * Math.max(...pupil) + STEPS["pupil-kilometres"] * pupilKilometre;
  const power = 10 ** Math.floor(Math.log10(Math.max(five, goalStep("kroner"))));
  return power * ([1, 2, 5].find((factor) => factor * power >= five) ?? 10);
}

/** Hours of a day, and of a year of 200 school days. */
const OF_A_YEAR = { key: "travel-hours-more" satisfies MeasureKey, days: 200 } as const;

type Stepped = Pick<Measure, "key" | "unit" | "group">;

const stepOfUnit = (unit: MeasureUnit): number | undefined =>
  unit === "kroner" ? asLargeAs(STEPS.kroner) : STEPS[unit];

function stepOf({ key, unit, group }: Stepped): number | undefined {
  if (unit === "pupils") return group === "money" ? 5 : undefined;
  return key === OF_A_YEAR.key ? OF_A_YEAR.days * STEPS.hours : stepOfUnit(unit);
}

/** A measure's value as it may be told, where it is no count of pupils (see `shown-measures.ts` for those). */
export function inSteps(counts: Counts, measure: Stepped, value: number): number {
  return toStep(counts === "in-fives" ? stepOf(measure) : undefined, value);
}

/** An amount of a unit as it may be told; pupils are told by their cells (see `kernels/disclosure/shown.ts`). */
export const unitInSteps = (counts: Counts, unit: MeasureUnit, value: number): number =>
  toStep(counts === "in-fives" ? stepOfUnit(unit) : undefined, value);

/** The nearest of a step; the value itself where there is none. */
export const toStep = (step: number | undefined, value: number): number =>
  // What is told in thousandths is not 0.30000000000000004.
  step === undefined ? value : Number((step * Math.round(value / step)).toFixed(3));
