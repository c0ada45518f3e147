import type { ForecastArea, ForecastInputs, ForecastKey } from "../../src/domain/forecast.ts";
import type { DrawnGround } from "../../src/evaluate/drawn-years.ts";
import { type Drawing, drawCase } from "./drawn.ts";

export const WHOLE: ForecastArea = { kind: "all", number: 0 };
export const NOTHING: ForecastInputs = { births: [], movers: [], housing: [], table: [], assumptions: [], counts: [] };

/** A drawn case as forecasts start from it, with what its files would say of the years to come. */
export function forecastStart(drawing: Drawing, stated: Partial<ForecastInputs> = {}): DrawnGround {
  const { municipality, baseline } = drawCase(drawing);
  return {
    municipality: { ...municipality, forecast: { ...NOTHING, ...stated } },
    baseline,
    unitGrade: Uint32Array.from(municipality.demand.pupils),
  };
}

/** A figure of the municipality's own. */
export const own = (key: ForecastKey, value: number, high = value) =>
  ({ key, value, low: value, high, source: "os", confidence: "high" }) as const;

/** The same where as many choose the public school in every year, so that what is expected can be worked out by hand. */
export const steadyStart = (drawing: Drawing, stated: Partial<ForecastInputs> = {}): DrawnGround =>
  forecastStart(drawing, { ...stated, assumptions: [...(stated.assumptions ?? []), own("publicShareTrend", 0)] });

/** Pupils of one grade in all units. */
export const inGrade = (demand: Float64Array, grade: number): number =>
  demand.reduce((sum, pupils, at) => (at % 10 === grade ? sum + pupils : sum), 0);

export const total = (demand: Float64Array): number => demand.reduce((sum, pupils) => sum + pupils, 0);
