import type { Scenario } from "../domain/forecast.ts";
import type { Text } from "../domain/language.ts";
import { assumptionsOf } from "./assumptions.ts";
import { type Chance, drawChance, homeAreas } from "./chance.ts";
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
  /** Under one draw of all figures from their ranges, and of chance in every area; `uniform` gives numbers in [0, 1), `normal` standard normal ones. */
  readonly draw: (uniform: () => number, normal: () => number) => Forecast;
  /** What the forecast takes for granted, in words. */
  readonly assumptions: readonly Text[];
}

/**
 * Cohort survival by unit: the pupils of a grade are those of the grade below a year before, times a rate for movers; grade 0
 * comes from births six years earlier; new housing is added; the municipality's own forecast, where there is one, is what all
 * is scaled to.
 */
export function makeForecaster(start: ForecastStart, years: number = FORECAST_YEARS): Forecaster {
  const parameters = withOwn(statedBy(start).assumptions, start.municipality.grades.law);
  const middle = scenarioValues("mid", parameters);
  const entrants = entrantsOf(start, middle);
  const rates = moverRates(start, middle.movers);
  const { housing } = statedBy(start);
  const today = start.municipality.info.schoolYear;
  const homes = homeAreas(start.municipality.grades, start);
  const cohorts = (values: ForecastValues, chance?: Chance): readonly Float64Array[] => {
    const share = 1 + values.publicShareTrend;
    const change = (values.movers / middle.movers) * share;
    const fill = (into: Float64Array, ahead: number): void => {
      entrants.fill(into, ahead, values);
      for (let unit = 0; unit < into.length; unit++) into[unit] *= share ** ahead;
      chance?.fill(into, ahead);
    };
    const aged = ageCohorts(start, { rates, change: (ahead) => chance?.changes(change, ahead) ?? change, fill, years });
    return aged.map((pupils, ahead) => {
      if (ahead === 0 || housing.length === 0) return pupils;
      // A copy: who lives in new dwellings does not age along with the cohorts.
      const settled = pupils.slice();
      addHousing(start.municipality.grades, settled, housing, today + ahead, today, values);
      return settled;
    });
  };
  const own = statedBy(start).table.length > 0 ? ownTable(start, cohorts(middle)) : undefined;
  const under = (values: ForecastValues, chance?: Chance): Forecast => {
    const demand = cohorts(values, chance);
    if (own) demand.forEach((pupils, ahead) => own.scale(pupils, ahead));
    return { firstYear: today, demand };
  };
  return {
    years,
    parameters,
    under,
    assumptions: assumptionsOf(start, entrants, own),
    inScenario: (scenario) => under(scenarioValues(scenario, parameters)),
    draw: (uniform, normal) => {
      const values = drawValues(uniform, parameters);
      return under(values, drawChance(homes, years, values, normal));
    },
  };
}

/** The forecast at one end of the ranges, or in the middle. */
export const forecastFor = (start: ForecastStart, scenario: Scenario, years?: number): Forecast =>
  makeForecaster(start, years).inScenario(scenario);

/** What one year makes of the year before. */
interface Ageing {
  /** Of the grade that is left, `[unit * GRADE_COUNT + grade]`. */
  readonly rates: Float64Array;
  /** A factor on every rate, `[unit]` or the same for all. */
  readonly change: (ahead: number) => number | Float64Array;
  /** Writes who starts in grade 0, `[unit]`. */
  readonly fill: (entrants: Float64Array, ahead: number) => void;
  readonly years: number;
}

function ageCohorts(
  { unitGrade, municipality }: ForecastStart,
  { rates, change, fill, years }: Ageing,
): readonly Float64Array[] {
  const entrants = new Float64Array(municipality.units.count);
  const demand = [Float64Array.from(unitGrade)];
  for (let ahead = 1; ahead <= years; ahead++) {
    const before = demand[ahead - 1];
    const now = new Float64Array(before.length);
    const factor = change(ahead);
    fill(entrants, ahead);
    for (let unit = 0; unit < entrants.length; unit++) {
      const first = unit * municipality.grades.count;
      const stay = typeof factor === "number" ? factor : factor[unit];
      now[first] = entrants[unit];
      for (let at = first; at < first + municipality.grades.count - 1; at++)
        now[at + 1] = before[at] * rates[at] * stay;
    }
    demand.push(now);
  }
  return demand;
}
