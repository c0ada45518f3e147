import type { ForecastInputs } from "../domain/forecast.ts";
import type { Municipality, Units } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";

/** What a forecast needs to know of a municipality. */
export type ForecastedCase = Pick<Municipality, "info" | "grades" | "sites" | "districts" | "scenery" | "forecast"> & {
  readonly units: Pick<Units, "count" | "lon" | "lat">;
};

/** What a forecast starts from: the case, who goes where today (for the areas of districts and sites), today's pupils. */
export interface ForecastStart {
  readonly municipality: ForecastedCase;
  readonly baseline: Pick<Plan, "assignment">;
  /** Pupils, `[unit * GRADE_COUNT + grade]`. */
  readonly unitGrade: Uint32Array;
  /** Basic units that each unit stands for where alike ones were put together, `[unit]`; absent: one each. */
  readonly unitsIn?: Uint32Array;
}

/** What the files of a case say that has none of them. */
export const NOTHING_STATED: ForecastInputs = {
  births: [],
  movers: [],
  housing: [],
  table: [],
  assumptions: [],
  counts: [],
};

/** What the case's own files say of the years to come. */
export const statedBy = ({ municipality }: ForecastStart): ForecastInputs => municipality.forecast ?? NOTHING_STATED;
