import type { Scenario } from "../domain/forecast.ts";
import { FORECAST_YEARS, makeForecaster } from "../forecast/forecast.ts";
import type { ForecastStart } from "../forecast/start.ts";
import { PUPIL_NUMBERS, type SavingParameter } from "./saving-model.ts";

/**
 * How far off the pupil numbers may be: the forecast's low and high scenario against its middle one, pupils in all coming years added up.
 * The middle stays 1, so that a plan's saving in the middle is the one shown everywhere else.
 */
export function pupilNumbersOf(start: ForecastStart, years: number = FORECAST_YEARS): SavingParameter {
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
