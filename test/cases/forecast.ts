import type { ForecastArea, ForecastInputs } from "../../src/domain/forecast.ts";
import type { ForecastStart } from "../../src/forecast/start.ts";
import { type Drawing, drawCase } from "./drawn.ts";

export const WHOLE: ForecastArea = { kind: "all", number: 0 };
export const NOTHING: ForecastInputs = { births: [], movers: [], housing: [], table: [], assumptions: [] };

/** A drawn case as forecasts start from it, with what its files would say of the years to come. */
export function forecastStart(drawing: Drawing, stated: Partial<ForecastInputs> = {}): ForecastStart {
  const { municipality, baseline } = drawCase(drawing);
  return {
    municipality: { ...municipality, forecast: { ...NOTHING, ...stated } },
    baseline,
    unitGrade: Uint32Array.from(municipality.demand.pupils),
  };
}

/** Pupils of one grade in all units. */
export const inGrade = (demand: Float64Array, grade: number): number =>
  demand.reduce((sum, pupils, at) => (at % 10 === grade ? sum + pupils : sum), 0);

export const total = (demand: Float64Array): number => demand.reduce((sum, pupils) => sum + pupils, 0);
