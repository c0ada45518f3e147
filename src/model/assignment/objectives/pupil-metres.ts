import type { ObjectiveModel } from "./objective.ts";

/** All pupils' way to school, one way: sum_ij metres_ij x_ij. */
export const pupilMetres: ObjectiveModel = { candidateCost: ({ metres }) => metres, steps: [1] };
