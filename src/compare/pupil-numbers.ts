import { type DrawnGround, drawYears, RANGE_DRAWS } from "../evaluate/drawn-years.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import { added, rangeOf, sitePupils } from "./pupil-ranges.ts";
import { PUPIL_NUMBERS, type SavingParameter } from "./saving-model.ts";

/** A triangle holds eight of ten within this share of each side. */
const WITHIN = 1 - Math.sqrt(0.2);

/**
 * How far off the pupil numbers may be: draws of the forecast, chance in every school's area among it, pupils in all coming
 * years added up, against their mean. Savings are drawn with the draws themselves; the ends are those of a triangle that
 * holds eight of ten in the same range. The middle stays 1, so that a plan's saving in the middle is the one shown everywhere else.
 */
export function pupilNumbersOf(ground: DrawnGround, years: number = FORECAST_YEARS): SavingParameter {
  const ahead = sitePupils(drawYears(ground, ground.baseline, { years })).slice(1);
  const totals = added(ahead.map(added));
  const mean = totals.reduce((sum, total) => sum + total, 0) / RANGE_DRAWS;
  if (mean === 0) return PUPIL_NUMBERS;
  const drawn = totals.map((total) => total / mean);
  const { low, high } = rangeOf(drawn);
  return {
    ...PUPIL_NUMBERS,
    drawn,
    low: Math.max(0, 1 - Math.max(0, 1 - low) / WITHIN),
    high: 1 + Math.max(0, high - 1) / WITHIN,
    source: {
      da: `fremskrivningen, ${years} år, trukket ${RANGE_DRAWS} gange med udsving i hvert skoleområde`,
      en: `the forecast, ${years} years, drawn ${RANGE_DRAWS} times with swings in each school's area`,
    },
  };
}
