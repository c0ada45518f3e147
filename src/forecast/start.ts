import type { ForecastInputs } from "../domain/forecast.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";

/** What a forecast starts from: the case, who goes where today (for the areas of districts and sites), today's pupils. */
export interface ForecastStart {
  readonly municipality: Municipality;
  readonly baseline: Plan;
  /** Pupils, `[unit * GRADE_COUNT + grade]`. */
  readonly unitGrade: Uint32Array;
}

/** What the files of a case say that has none of them. */
export const NOTHING_STATED: ForecastInputs = { births: [], movers: [], housing: [], table: [], assumptions: [] };

/** What the case's own files say of the years to come. */
export const statedBy = ({ municipality }: ForecastStart): ForecastInputs => municipality.forecast ?? NOTHING_STATED;
