import { asLargeAs } from "../domain/currency.ts";
import type { Measure, MeasureUnit } from "../evaluate/measures/measure.ts";
import type { MeasureKey } from "../evaluate/measures/table.ts";
import type { Counts } from "../kernels/disclosure/shown.ts";

/**
 * Sums and means of real pupils' ways, shares and money are told in steps so wide that a plan with one farm elsewhere than in another does
 * not tell how many live there: the difference of two exact sums, by the way from that farm, which anybody finds on the map, is their number.
 * Each step is what five pupils can change by the longest ways to school there are, so that several such figures together do not tell it either
 * (see `test/report/pairs-attack.test.ts`). Whole things (districts, classes) stay as they are.
 */
const STEPS = {
  metres: 100,
  "pupil-kilometres": 200,
  hours: 10,
  share: 0.01,
  "pupils-per-class": 0.1,
  kroner: 100_000,
  pupils: undefined,
  classes: undefined,
  ratio: undefined,
  districts: undefined,
  sites: undefined,
  parts: undefined,
} as const satisfies Readonly<Record<MeasureUnit, number | undefined>>;

/** Hours of a day, and of a year of 200 school days. */
const OF_A_YEAR = { key: "travel-hours-more" satisfies MeasureKey, days: 200 } as const;

type Stepped = Pick<Measure, "key" | "unit" | "group">;

function stepOf({ key, unit, group }: Stepped): number | undefined {
  if (unit === "pupils") return group === "money" ? 5 : undefined;
  if (unit === "kroner") return asLargeAs(STEPS.kroner);
  return key === OF_A_YEAR.key ? OF_A_YEAR.days * STEPS.hours : STEPS[unit];
}

/** A measure's value as it may be told, where it is no count of pupils (see `shown-measures.ts` for those). */
export function inSteps(counts: Counts, measure: Stepped, value: number): number {
  const step = counts === "in-fives" ? stepOf(measure) : undefined;
  // What is told in thousandths is not 0.30000000000000004.
  return step === undefined ? value : Number((step * Math.round(value / step)).toFixed(3));
}
