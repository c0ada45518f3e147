import type { Scenario } from "../domain/forecast.ts";
import { GRADE_COUNT } from "../domain/grades.ts";
import type { Text } from "../domain/language.ts";
import { assumptionsOf } from "./assumptions.ts";
import { entrantsOf } from "./entrants.ts";
import { type ForecastStart, statedBy } from "./start.ts";
import { addHousing } from "./housing.ts";
import { moverRates } from "./movers.ts";
import { ownTable } from "./own-table.ts";
import { drawValues, type ForecastParameters, type ForecastValues, scenarioValues, withOwn } from "./parameters.ts";

/** Years ahead that plans are looked at over, unless something else is asked for. */
export const FORECAST_YEARS = 12;

/** Expected pupils of the public school. Entry 0 is today's school year, as counted; the others are expectations, not whole. */
export interface Forecast {
  /** School year of entry 0 (the calendar year it starts in). */
  readonly firstYear: number;
  /** `[year][unit * GRADE_COUNT + grade]` */
  readonly demand: readonly Float64Array[];
}

/** Makes forecasts of one case; what does not depend on the uncertain values is worked out once. */
export interface Forecaster {
  readonly years: number;
  /** The uncertain figures, the municipality's own among them. */
  readonly parameters: ForecastParameters;
  /** O(years x units x grades), some milliseconds at Holbæk's size. */
  readonly under: (values: ForecastValues) => Forecast;
  /** At one end of the ranges, or in the middle. */
  readonly inScenario: (scenario: Scenario) => Forecast;
  /** Under one draw of all figures from their ranges; `random` gives numbers in [0, 1). */
  readonly draw: (random: () => number) => Forecast;
  /** What the forecast takes for granted, in words. */
  readonly assumptions: readonly Text[];
}

/**
 * Cohort survival by unit: the pupils of a grade are those of the grade below a year before, times a rate for movers; grade 0
 * comes from births six years earlier; new housing is added; the municipality's own forecast, where there is one, is what all
 * is scaled to.
 */
export function makeForecaster(start: ForecastStart, years: number = FORECAST_YEARS): Forecaster {
  const parameters = withOwn(statedBy(start).assumptions);
  const middle = scenarioValues("mid", parameters);
  const entrants = entrantsOf(start, middle);
  const rates = moverRates(start, middle.movers);
  const { housing } = statedBy(start);
  const today = start.municipality.info.schoolYear;
  const cohorts = (values: ForecastValues): readonly Float64Array[] => {
    const aged = ageCohorts(
      start,
      rates,
      values.movers / middle.movers,
      (into, ahead) => entrants.fill(into, ahead, values),
      years,
    );
    return aged.map((pupils, ahead) => {
      if (ahead === 0 || housing.length === 0) return pupils;
      // A copy: who lives in new dwellings does not age along with the cohorts.
      const settled = pupils.slice();
      addHousing(settled, housing, today + ahead, today, values);
      return settled;
    });
  };
  const own = statedBy(start).table.length > 0 ? ownTable(start, cohorts(middle)) : undefined;
  const under = (values: ForecastValues): Forecast => {
    const demand = cohorts(values);
    if (own) demand.forEach((pupils, ahead) => own.scale(pupils, ahead));
    return { firstYear: today, demand };
  };
  return {
    years,
    parameters,
    under,
    assumptions: assumptionsOf(start, entrants, own),
    inScenario: (scenario) => under(scenarioValues(scenario, parameters)),
    draw: (random) => under(drawValues(random, parameters)),
  };
}

/** The forecast at one end of the ranges, or in the middle. */
export const forecastFor = (start: ForecastStart, scenario: Scenario, years?: number): Forecast =>
  makeForecaster(start, years).inScenario(scenario);

function ageCohorts(
  { unitGrade, municipality }: ForecastStart,
  rates: Float64Array,
  change: number,
  fillEntrants: (into: Float64Array, ahead: number) => void,
  years: number,
): readonly Float64Array[] {
  const entrants = new Float64Array(municipality.units.count);
  const demand = [Float64Array.from(unitGrade)];
  for (let ahead = 1; ahead <= years; ahead++) {
    const before = demand[ahead - 1];
    const now = new Float64Array(before.length);
    fillEntrants(entrants, ahead);
    for (let unit = 0; unit < entrants.length; unit++) {
      const first = unit * GRADE_COUNT;
      now[first] = entrants[unit];
      for (let at = first; at < first + GRADE_COUNT - 1; at++) now[at + 1] = before[at] * rates[at] * change;
    }
    demand.push(now);
  }
  return demand;
}
