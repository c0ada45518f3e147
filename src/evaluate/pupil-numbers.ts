import { PUPIL_NUMBERS, type SavingParameter } from "../cost/uncertainty.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import { type DrawnGround, drawYears, RANGE_DRAWS } from "./drawn-years.ts";
import { added, rangeOf, sitePupils } from "./pupil-ranges.ts";

/** A triangle holds eight of ten within this share of each side. */
const WITHIN = 1 - Math.sqrt(0.2);

const kept = new WeakMap<DrawnGround["municipality"], SavingParameter>();

/**
 * How far off the pupil numbers may be: draws of the forecast, chance in every school's area among it, pupils in all coming
 * years added up, against their mean. Savings are drawn with the draws themselves; the ends are those of a triangle that
 * holds eight of ten in the same range. The middle stays 1: plans are measured on the pupils of today. Worked out once a case:
 * neither prices nor plans change it.
 */
export function pupilNumbersOf(ground: DrawnGround): SavingParameter {
  const known = kept.get(ground.municipality);
  if (known) return known;
  const made = pupilNumbers(ground, FORECAST_YEARS);
  kept.set(ground.municipality, made);
  return made;
}

function pupilNumbers(ground: DrawnGround, years: number): SavingParameter {
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
