import type { Scenario } from "../domain/forecast.ts";
import { PUPIL_NUMBERS, type SavingParameter } from "../cost/uncertainty.ts";
import { FORECAST_YEARS, makeForecaster } from "../forecast/forecast.ts";
import type { ForecastStart } from "../forecast/start.ts";

const kept = new WeakMap<ForecastStart["municipality"], SavingParameter>();

/**
 * How far off the pupil numbers may be: the forecast's low and high scenario against its middle one, pupils in all coming years added up.
 * The middle stays 1: plans are measured on the pupils of today. Worked out once a case: neither prices nor plans change it.
 */
export function pupilNumbersOf(start: ForecastStart): SavingParameter {
  const known = kept.get(start.municipality);
  if (known) return known;
  const made = pupilNumbers(start, FORECAST_YEARS);
  kept.set(start.municipality, made);
  return made;
}

function pupilNumbers(start: ForecastStart, years: number): SavingParameter {
  const { inScenario } = makeForecaster(start, years);
  const total = (scenario: Scenario): number =>
    inScenario(scenario)
      .demand.slice(1)
      .reduce((sum, year) => sum + year.reduce((pupils, count) => pupils + count, 0), 0);
  const middle = total("mid");
  if (middle === 0) return PUPIL_NUMBERS;
  return {
    ...PUPIL_NUMBERS,
    low: Math.min(1, total("low") / middle),
    high: Math.max(1, total("high") / middle),
    source: {
      da: `fremskrivningen, ${years} år, lavt og højt scenarie mod det midterste`,
      en: `the forecast, ${years} years, low and high scenario against the middle one`,
    },
  };
}
